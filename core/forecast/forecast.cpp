#include "core/forecast/forecast.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/drivers.hpp"
#include "core/schedule/goal_outlook.hpp"

namespace accord {
namespace {

using simulation::Inputs;
using simulation::Settings;
using simulation::Trials;

std::size_t at(Node i) { return static_cast<std::size_t>(i); }

Diagnostics check(const ForecastOptions& options) {
  Diagnostics problems;
  if (options.trials < 1 || options.trials > Settings::most_trials)
    problems.push_back({.code = "forecast.trials",
                        .message = say("A forecast cannot run {} trials.", options.trials),
                        .expected = say("1 to {}", Settings::most_trials),
                        .advice = say("10 000 give probabilities to within one per cent")});
  if (options.threads < 1 || options.threads > 1024)
    problems.push_back({.code = "forecast.threads",
                        .message = say("A forecast cannot run on {} threads.", options.threads),
                        .expected = say("1 to 1024")});
  if (options.converge_days && *options.converge_days < 1)
    problems.push_back({.code = "forecast.converge",
                        .message = say("An interval cannot be {} days wide.", *options.converge_days),
                        .expected = say("1 day or more")});
  return problems;
}

// Where the finish of a milestone is in the network.
Node node_of(const Inputs& inputs, const Dossier& dossier, Id<Milestone> milestone) {
  return inputs.network.node[*dossier.all<Milestone>().index_of(milestone)];
}

class Assembly {
 public:
  Assembly(const Dossier& dossier, const Inputs& inputs, const Schedule& plan, Trials trials)
      : dossier_(dossier), inputs_(inputs), plan_(plan), trials_(std::move(trials)) {}

  ForecastResult run(std::vector<std::vector<ForecastDriver>> drivers, const ForecastOptions& options) {
    ForecastResult out;
    out.revision = dossier_.revision();
    out.trials = trials_.trials;
    out.seed = options.seed;
    out.tornado_trials = std::min(trials_.trials, options.tornado_trials);
    out.findings = inputs_.findings;
    if (options.converge_days && !simulation::has_converged(trials_, *options.converge_days))
      out.findings.push_back(
          {.code = "forecast.not_converged",
           .message = say_plural("Even {1} trials do not tell the day with an 80 % chance to within {0} day.",
                                 "Even {1} trials do not tell the day with an 80 % chance to within {0} days.",
                                 *options.converge_days, trials_.trials),
           .advice = say("ask for a wider --converge, or look at the days between which it lies"),
           .severity = Severity::warning});
    if (!trials_.targets.empty()) out.target = milestone_of(trials_.targets.front());
    for (const simulation::GoalTarget& goal : inputs_.goals) out.goals.push_back(goal_forecast(goal, drivers));
    if (trials_.targets.empty() && !drivers.empty()) out.plan_drivers = std::move(drivers.front());
    for (std::size_t t = 0; t < trials_.targets.size(); ++t)
      out.trial_dates.emplace_back(milestone_of(trials_.targets[t]), std::move(trials_.target_dates[t]));
    out.plan_end = std::move(trials_.plan_end);
    out.plan_ends = std::move(trials_.plan_ends);
    for (const ScheduledMilestone& scheduled : plan_.milestones)
      out.milestones.push_back(milestone_forecast(scheduled));
    return out;
  }

 private:
  Id<Milestone> milestone_of(Node node) const {
    return Id<Milestone>(dossier_.all<Milestone>()[at(inputs_.network.row[at(node)])].id);
  }

  MilestoneForecast milestone_forecast(const ScheduledMilestone& scheduled) {
    const Node node = node_of(inputs_, dossier_, scheduled.milestone);
    MilestoneForecast out;
    out.milestone = scheduled.milestone;
    if (scheduled.early_finish) out.dates = std::move(trials_.dates[at(node)]);  // an empty group has none
    out.planned = scheduled.early_finish;
    const auto trials = static_cast<double>(trials_.trials);
    if (!trials_.critical.empty()) out.criticality = trials_.critical.front()[at(node)] / trials;
    if (out.planned && !out.dates.empty())
      out.planned_percentile = static_cast<double>(out.dates.up_to(*out.planned)) / trials;
    return out;
  }

  GoalForecast goal_forecast(const simulation::GoalTarget& goal,
                             const std::vector<std::vector<ForecastDriver>>& drivers) {
    const simulation::MandateEnd& mandate = inputs_.mandates[goal.mandate];
    const simulation::GoalCount& count = trials_.goals[static_cast<std::size_t>(&goal - inputs_.goals.data())];
    GoalForecast out{.goal = goal.goal,
                     .mandate = mandate.mandate,
                     .milestone = goal.milestone,
                     .end = mandate.end,
                     .uncounted = uncounted(),
                     .probability = {},
                     .if_earliest = {},
                     .if_latest = {},
                     .dates = trials_.dates[at(goal.node)],
                     .overrun_days = {},
                     .overrun_error = {},
                     .drivers = {}};
    const ScheduledMilestone* scheduled = plan_.find(goal.milestone);
    out.reached = scheduled && scheduled->finished;
    if (out.reached) {
      reached(out, *dossier_.find(mandate.mandate), scheduled->early_finish);
      return out;
    }
    out.over = mandate.end.latest && *mandate.end.latest < plan_.status_date.value_or(plan_.today);
    if (out.over) {
      out.probability = out.if_earliest = out.if_latest = certainly(false);
    } else if (!out.dates.empty() && !mandate.end.unknown()) {
      const auto by = [&](std::optional<Day> end) {
        return end ? std::optional(proportion(inside_by(out.dates, mandate.start, *end), trials_.trials)) : std::nullopt;
      };
      if (is_told(mandate.end, *dossier_.find(mandate.mandate))) out.probability = proportion(count.inside, trials_.trials);
      out.if_earliest = by(mandate.end.earliest);
      out.if_latest = by(mandate.end.latest);
      if (count.missed > 0) {
        const auto n = static_cast<double>(count.missed);
        out.overrun_days = static_cast<double>(count.days_too_late) / n;
        const double spread = static_cast<double>(count.squares_too_late) / n - *out.overrun_days * *out.overrun_days;
        if (count.missed > 1) out.overrun_error = std::sqrt(std::max(0.0, spread) / (n - 1));
      }
    }
    const auto target = std::ranges::find(trials_.targets, goal.node) - trials_.targets.begin();
    if (static_cast<std::size_t>(target) < drivers.size()) out.drivers = drivers[static_cast<std::size_t>(target)];
    return out;
  }

  static std::int64_t inside_by(const DayCounts& dates, const WindowEnd& start, Day end) {
    const std::int64_t before = start.expected ? dates.up_to(*start.expected - date::days{1}) : 0;
    return std::max<std::int64_t>(0, dates.up_to(end) - before);
  }

  std::vector<UncountedRisk> uncounted() const {
    std::vector<UncountedRisk> out;
    for (const Diagnostic& finding : inputs_.findings)
      if (finding.code == "risk.incomplete") out.push_back({finding.place.record, title_of_risk(finding.place.record), finding.place.field});
    return out;
  }

  std::string title_of_risk(std::string_view code) const {
    for (const Risk& risk : dossier_.all<Risk>())
      if (same_ignoring_case(risk.code, code)) return risk.title;
    return {};
  }

  // A fact needs no trials; where it cannot be said, nothing is.
  static void reached(GoalForecast& out, const Mandate& mandate, std::optional<Day> day) {
    const Inside where = day ? inside_so_far(mandate, *day) : Inside::cannot_be_said;
    if (where == Inside::cannot_be_said) return;
    out.probability = out.if_earliest = out.if_latest = certainly(where == Inside::yes);
  }

  const Dossier& dossier_;
  const Inputs& inputs_;
  const Schedule& plan_;
  Trials trials_;
};

}  // namespace

const MilestoneForecast* ForecastResult::find(Id<Milestone> milestone) const {
  const auto found = std::ranges::find(milestones, milestone, &MilestoneForecast::milestone);
  return found == milestones.end() ? nullptr : &*found;
}

const GoalForecast* ForecastResult::find(Id<Goal> goal) const {
  const auto found = std::ranges::find(goals, goal, &GoalForecast::goal);
  return found == goals.end() ? nullptr : &*found;
}

Result<ForecastResult> run_forecast(const Dossier& dossier, const ScheduleOptions& schedule_options,
                                    const ForecastOptions& options, const Job& job) {
  if (Diagnostics problems = check(options); !problems.empty()) return problems;
  const Result<Schedule> plan = schedule(dossier, schedule_options);
  if (!plan) return plan.errors();
  if (job.stop.stop_requested()) return cancelled();
  const Result<Inputs> inputs =
      simulation::make_inputs(dossier, schedule_options, {options.correlation, options.mitigated});
  if (!inputs) return inputs.errors();
  if (job.stop.stop_requested()) return cancelled();
  Settings settings{.trials = options.trials,
                    .seed = options.seed,
                    .threads = options.threads,
                    .converge_days = options.converge_days,
                    .towards = {},
                    .drivers = options.most_drivers > 0};
  if (options.towards && dossier.find(*options.towards)) settings.towards = node_of(*inputs, dossier, *options.towards);
  auto trials = simulation::simulate(*inputs, settings, job);
  if (!trials) return cancelled();
  std::vector<std::vector<ForecastDriver>> drivers;
  if (settings.drivers) {
    auto found = simulation::find_drivers(*inputs, *trials,
                                          {options.most_drivers, options.tornado_trials, options.seed, options.threads},
                                          {job.stop, {}});
    if (!found) return cancelled();
    drivers = std::move(*found);
  }
  return Assembly(dossier, *inputs, *plan, std::move(*trials)).run(std::move(drivers), options);
}

}  // namespace accord
