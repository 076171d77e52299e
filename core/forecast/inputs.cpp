#include "core/forecast/inputs.hpp"

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/inputs_parts.hpp"

namespace accord::simulation {
namespace {

// Days of an interval with an expected one: triangular with that mode where somebody named it, else all alike.
Sampler::Spread end_spread(const WindowEnd& end, bool expected_is_named) {
  const std::int32_t days = days_between(*end.earliest, *end.latest);
  if (!expected_is_named) return evenly(0, days);
  const double low = -0.5, high = days + 0.5;
  const double mode = std::clamp<double>(days_between(*end.earliest, *end.expected), 0, days);
  return {0, days, false, [low, high, mode](std::int32_t day) {
            const double x = day + 0.5;
            return x < mode ? (x - low) * (x - low) / ((high - low) * (mode - low))
                            : 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
          }};
}

}  // namespace

Sampler sampler_of(const WindowEnd& end, bool expected_is_named) {
  return Sampler(end_spread(end, expected_is_named), Scale::uniform);
}

void add_correlations(Making& making) {
  const auto check = [&](double rho, const Record& record) {
    if (rho >= 0 && rho <= 1) return rho;
    making.errors.push_back(about(record, "correlation", "correlation.range",
                                  say("A correlation of {} cannot be.", number_text(rho)),
                                  say("give a number from 0 (independent) to 1 (all together)")));
    return 0.0;
  };
  if (making.assumptions.correlation) check(*making.assumptions.correlation, making.dossier.info());
  for (const Id<Track> id : making.inputs.network.tracks) {
    const Track* track = making.dossier.find(id);
    double rho = 0;  // what belongs to no track shares nothing
    if (track) rho = making.assumptions.correlation.value_or(track->correlation.value_or(default_correlation));
    making.inputs.correlation.push_back(track && !making.assumptions.correlation ? check(rho, *track) : rho);
  }
}

void add_goals(Making& making) {
  const Dossier& dossier = making.dossier;
  const auto& milestones = dossier.all<Milestone>();
  const Day status = making.inputs.network.status_date.value_or(making.options.today);
  std::vector<const Mandate*> mandates;
  for (const Mandate& mandate : dossier.all<Mandate>()) mandates.push_back(&mandate);
  std::ranges::sort(mandates, [](const Mandate* a, const Mandate* b) { return LessIgnoringCase{}(a->code, b->code); });
  for (const Mandate* mandate : mandates) {
    std::vector<const Goal*> goals;
    for (const Goal& goal : dossier.all<Goal>())
      if (goal.mandate == Id<Mandate>(mandate->id) && milestones.index_of(goal.milestone)) goals.push_back(&goal);
    if (goals.empty()) continue;
    std::ranges::stable_sort(
        goals, [](const Goal* a, const Goal* b) { return a->position.value_or(0) < b->position.value_or(0); });
    MandateEnd end{Id<Mandate>(mandate->id), start_of(*mandate), end_still_to_come(*mandate, status), {}};
    if (end.end.earliest && end.end.latest && *end.end.earliest < *end.end.latest)
      end.spread = sampler_of(end.end, mandate->end_expected.has_value());
    making.inputs.mandates.push_back(std::move(end));
    for (const Goal* goal : goals)
      making.inputs.goals.push_back({Id<Goal>(goal->id), goal->milestone,
                                     making.inputs.network.node[*milestones.index_of(goal->milestone)],
                                     making.inputs.mandates.size() - 1});
  }
}

Result<Inputs> make_inputs(const Dossier& dossier, const ScheduleOptions& options, const Assumptions& assumptions) {
  Result<Network> network = compile(dossier, options);
  if (!network) return network.errors();
  Making making{dossier, options, assumptions, {}, {}};
  making.inputs.network = std::move(network).value();
  add_correlations(making);
  add_stages(making);
  add_risks(making);
  add_goals(making);
  if (!making.errors.empty()) return std::move(making.errors);
  return std::move(making.inputs);
}

}  // namespace accord::simulation
