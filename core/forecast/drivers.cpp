#include "core/forecast/drivers.hpp"

#include <algorithm>
#include <cmath>

#include "core/forecast/ranks.hpp"
#include "core/forecast/tornado.hpp"

namespace accord::simulation {
namespace {

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// A candidate of one target before its swing is known.
struct Candidate {
  Mover mover;
  ForecastDriver driver;
};

// Whether what the risk hits ever decided the target's date. Where it did not, a correlation would be chance.
bool is_on_the_way(const Inputs& inputs, std::int32_t risk, const std::vector<std::int32_t>& critical) {
  for (std::size_t node = 0; node < inputs.hits.size(); ++node)
    if (critical[node] > 0 && std::ranges::find(inputs.hits[node], risk) != inputs.hits[node].end()) return true;
  return false;
}

// Stages that move with one another are one driver: the most decisive of them stands for all, of equal ones the first.
bool is_told_by_another(const Inputs& inputs, std::size_t stage, const std::vector<std::int32_t>& critical) {
  const auto weight = [&](std::size_t s) { return critical[at(inputs.stages[s].node)]; };
  for (std::size_t s = 0; s < inputs.stages.size(); ++s)
    if (s != stage && inputs.stages[s].drawn_as == inputs.stages[stage].drawn_as &&
        (weight(s) > weight(stage) || (weight(s) == weight(stage) && s < stage)))
      return true;
  return false;
}

// A spread in working days is seven fifths as wide in the calendar days of the target's date.
double in_calendar_days(double days, DurationUnit unit) { return unit == DurationUnit::workdays ? days * 7 / 5 : days; }

// Stops early where it is told to.
std::vector<Candidate> candidates_for(const Inputs& inputs, const Trials& trials, std::size_t target,
                                      const std::stop_token& stop) {
  const std::vector<Tick>& dates = trials.targets.empty() ? trials.plan_ends : trials.target_dates[target];
  const DayCounts& counts = trials.targets.empty() ? trials.plan_end : trials.dates[at(trials.targets[target])];
  std::vector<std::int32_t> days;
  for (std::size_t t = 0; t < trials.ranked; ++t) days.push_back(dates[t] >> 1);
  const MidRanks ranks = midranks(days);
  const double spread = counts.sd_days().value_or(0);
  const auto share = [&](std::int64_t count) {
    return static_cast<double>(count) / static_cast<double>(trials.trials);
  };
  std::vector<Candidate> out;
  const auto consider = [&](Mover mover, RecordId record, const Column& column, DurationUnit unit, double criticality) {
    const Ranked ranked = rank_correlation(column, ranks);
    if (ranked.correlation == 0) return;
    out.push_back({mover,
                   {.record = record,
                    .is_risk = mover.is_risk,
                    .rank_correlation = ranked.correlation,
                    .criticality = criticality,
                    .sensitivity_index = spread > 0 ? criticality * in_calendar_days(ranked.sd, unit) / spread : 0,
                    .at_p10 = {},
                    .at_p90 = {},
                    .p10_error = {},
                    .p90_error = {}}});
  };
  for (std::size_t s = 0; s < inputs.stages.size() && !stop.stop_requested(); ++s) {
    const StageDraw& stage = inputs.stages[s];
    const std::int32_t critical = trials.critical[target][at(stage.node)];
    if (critical > 0 && !is_told_by_another(inputs, s, trials.critical[target]))
      consider({false, s}, stage.milestone, trials.durations[s], inputs.network.nodes[at(stage.node)].unit, share(critical));
  }
  for (std::size_t r = 0; r < inputs.risks.size(); ++r) {
    if (!is_on_the_way(inputs, static_cast<std::int32_t>(r), trials.critical[target])) continue;
    const Column::Sums delays = trials.delays[r].sums(ranks.doubled);
    const double strikes = 1 - static_cast<double>(delays.count[0]) / static_cast<double>(trials.ranked);
    consider({true, r}, inputs.risks[r].risk, trials.delays[r], inputs.risks[r].unit, strikes);
  }
  return out;
}

// Strongest first; equal ones by record, so that the order is always the same.
void keep_strongest(std::vector<Candidate>& candidates, std::size_t most) {
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    const double x = std::fabs(a.driver.rank_correlation), y = std::fabs(b.driver.rank_correlation);
    return x != y ? x > y : a.driver.record < b.driver.record;
  });
  if (candidates.size() > most)
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(most), candidates.end());
}

std::optional<int> days_gained(const DayCounts& base, const DayCounts& moved) {
  const auto from = base.percentile(0.8), to = moved.percentile(0.8);
  return from && to ? std::optional(days_between(*from, *to)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<std::vector<ForecastDriver>>> find_drivers(const Inputs& inputs, const Trials& trials,
                                                                     const DriverOptions& options, const Job& job) {
  std::vector<Node> targets = trials.targets;
  if (targets.empty()) targets.push_back(no_node);
  std::vector<std::vector<Candidate>> candidates;
  std::vector<Mover> movers;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    candidates.push_back(candidates_for(inputs, trials, t, job.stop));
    if (job.stop.stop_requested()) return std::nullopt;
    keep_strongest(candidates.back(), options.most);
    for (const Candidate& candidate : candidates.back())
      if (std::ranges::find(movers, candidate.mover) == movers.end()) movers.push_back(candidate.mover);
  }
  const auto tornado = run_tornado(
      inputs, targets, movers, {std::min(trials.trials, options.tornado_trials), options.seed, options.threads}, job);
  if (!tornado) return std::nullopt;
  std::vector<std::vector<ForecastDriver>> out(targets.size());
  for (std::size_t t = 0; t < targets.size(); ++t)
    for (Candidate& candidate : candidates[t]) {
      const auto m = static_cast<std::size_t>(std::ranges::find(movers, candidate.mover) - movers.begin());
      candidate.driver.at_p10 = days_gained(tornado->base[t], tornado->moved[m].low[t]);
      candidate.driver.at_p90 = days_gained(tornado->base[t], tornado->moved[m].high[t]);
      candidate.driver.p10_error = tornado->moved[m].low_error[t];
      candidate.driver.p90_error = tornado->moved[m].high_error[t];
      out[t].push_back(candidate.driver);
    }
  return out;
}

}  // namespace accord::simulation
