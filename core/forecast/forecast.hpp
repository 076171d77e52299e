#pragma once
// How likely, how sure, and what drives it: the inside view, the plan's own estimates and risks simulated with the
// scheduler's own steps. May take long: call it from a worker thread, it touches nothing but its arguments.
#include <optional>
#include <string>
#include <vector>

#include "core/forecast/proportion.hpp"
#include "core/forecast/simulate.hpp"

namespace accord {

struct ForecastOptions {
  std::int64_t trials = 10'000;
  std::uint64_t seed = 1;
  int threads = 1;
  std::optional<double> correlation = {};  // of all tracks, instead of their own
  bool mitigated = false;                  // risks as they are once their mitigation is in place
  std::optional<int> converge_days = {};   // simulation::Settings
  std::optional<Id<Milestone>> towards =
      {};  // criticality towards this milestone; absent = the first open goal's, else the plan's end
  std::size_t most_drivers = 10;  // per goal; 0 = neither drivers nor criticality
  // Each driver moved to its P10 and P90 is simulated over so many of the same trials at most, for the tornado.
  std::int64_t tornado_trials = 1'000;
};

struct MilestoneForecast {
  Id<Milestone> milestone;
  DayCounts dates;             // of its finish; empty where it has no date
  double criticality = 0;      // share of trials in which it lies on a driving chain to the target, 0 to 1
  std::optional<Day> planned;  // the deterministic early finish
  // The share of trials that end by that day: usually small, for the later of several ways decides (merge bias).
  std::optional<double> planned_percentile;
  bool operator==(const MilestoneForecast&) const = default;
};

// A stage whose duration, or a risk whose delay, moves a goal.
struct ForecastDriver {
  RecordId record;
  bool is_risk = false;
  double rank_correlation = 0;   // Spearman, of its duration (delay) with the goal's date
  double criticality = 0;        // towards this goal; of a risk: the share of trials in which it strikes
  double sensitivity_index = 0;  // schedule sensitivity index: criticality · σ(duration) / σ(goal) (PMI)
  // Days by which the goal's P80 moves when it is at its P10 or its P90 (a risk: when it is removed, and 0): negative
  // is earlier. Nothing where P80 is never.
  std::optional<int> at_p10, at_p90;
  std::optional<double> p10_error, p90_error;  // standard errors of these; nothing of what was not moved, or from few trials
  std::optional<int> swing() const { return at_p10 && at_p90 ? std::optional(*at_p90 - *at_p10) : std::nullopt; }
  bool operator==(const ForecastDriver&) const = default;
};

// A risk that the trials leave out for want of a figure: "probability", "delay" or "milestones".
struct UncountedRisk {
  std::string code, title, missing;
  bool operator==(const UncountedRisk&) const = default;
};

struct GoalForecast {
  Id<Goal> goal;
  Id<Mandate> mandate;
  Id<Milestone> milestone;
  bool reached = false;
  WindowEnd end;      // of the mandate, as it can still come
  bool over = false;  // the mandate's latest end lies behind
  std::vector<UncountedRisk> uncounted;
  // Of being reached inside the mandate; the end drawn where only an interval is known; a fact once it is reached on a
  // day of which that can be said. Nothing where the end is unknown. Where only one side of it is known and nobody named
  // an expected day, there is a chance for that side alone: at least, or at most, so much.
  std::optional<Proportion> probability, if_earliest, if_latest;
  DayCounts dates;
  // Calendar days by which it is late, on average over the trials in which it comes too late on a day that can be named,
  // and the standard error of that (nothing from a single trial).
  std::optional<double> overrun_days, overrun_error;
  std::vector<ForecastDriver> drivers;  // strongest first; empty for a reached goal
  bool operator==(const GoalForecast&) const = default;
};

struct ForecastResult {
  std::int64_t revision = 0;
  std::int64_t trials = 0;
  std::uint64_t seed = 0;
  std::int64_t tornado_trials = 0;
  std::optional<Id<Milestone>> target;        // of the milestones' criticality; absent = the plan's end
  std::vector<MilestoneForecast> milestones;  // in outline order
  std::vector<GoalForecast> goals;            // mandates by code, goals by position
  std::vector<ForecastDriver> plan_drivers;   // of the plan's end, where there is no open goal
  DayCounts plan_end;
  std::vector<Tick> plan_ends;                                           // per trial
  std::vector<std::pair<Id<Milestone>, std::vector<Tick>>> trial_dates;  // per open goal's milestone and trial
  Diagnostics findings;                                                  // what is left out or stood for

  const MilestoneForecast* find(Id<Milestone> milestone) const;
  const GoalForecast* find(Id<Goal> goal) const;
  bool operator==(const ForecastResult&) const = default;
};

// Codes: schedule()'s and make_inputs()'s, forecast.trials (1 to 10 000 000), forecast.threads, forecast.converge,
// forecast.cancelled.
Result<ForecastResult> run_forecast(const Dossier& dossier, const ScheduleOptions& schedule,
                                    const ForecastOptions& options, const Job& job = {});

}  // namespace accord
