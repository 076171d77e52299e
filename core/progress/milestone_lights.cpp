#include "core/progress/milestone_lights.hpp"

#include <map>

#include "core/model/baseline_dates.hpp"
#include "core/progress/due.hpp"
#include "core/progress/evidence.hpp"
#include "core/progress/trend.hpp"
#include "core/schedule/exhausted.hpp"

namespace accord {
namespace {

std::map<Id<Milestone>, Day> planned_finishes(const Dossier& dossier, Day as_of) {
  std::map<Id<Milestone>, Day> out;
  const Baseline* baseline = newest_baseline(dossier, as_of);
  if (!baseline) return out;
  for (const BaselineDates& d : parse_baseline(baseline->dates).value())
    if (d.finish) out[d.milestone] = *d.finish;
  return out;
}

// A date that rests on an assumption alone makes nothing green.
TrafficLight not_green_when_exhausted(TrafficLight light, const Schedule& plan, const Milestone& m) {
  if (light.colour != Colour::green || !is_exhausted(plan, m)) return light;
  return {Colour::amber, spoken()(colour_word(Colour::amber)), say("Nothing is left of its estimate: its date rests on one more day that is assumed.")};
}

}  // namespace

std::vector<MilestoneLight> milestone_lights(const Dossier& dossier, const Schedule& plan,
                                             const SilenceReport& silence) {
  const Day as_of = plan.status_date.value_or(plan.today);
  const EvidenceIndex evidence(dossier);
  const auto planned = planned_finishes(dossier, as_of);
  std::map<Id<Milestone>, bool> on_hold;
  for (const MilestoneSilence& s : silence.milestones) on_hold[s.milestone] = s.silence.on_hold;
  const int warn_days = dossier.info().warn_days.value_or(usual_warn_days);
  std::vector<MilestoneLight> out;
  for (const ScheduledMilestone& s : plan.milestones) {
    const Milestone* m = dossier.find(s.milestone);
    if (!m || m->kind == MilestoneKind::group || s.dropped) continue;
    const auto base = planned.find(s.milestone);
    LightFacts facts{.done = s.finished,
                     .awaits_evidence = evidence.awaits_evidence(*m, as_of),
                     .deadline = m->deadline,
                     .forecast = s.early_finish,
                     .slip_days = {},
                     .on_hold = on_hold[s.milestone],
                     .assessor = {},
                     .gap = {}};
    if (base != planned.end() && s.early_finish) facts.slip_days = days_between(base->second, *s.early_finish);
    out.push_back({s.milestone, with_override(not_green_when_exhausted(light_by_rule(facts, as_of, warn_days), plan, *m), m->light, m->light_why)});
  }
  return out;
}

}  // namespace accord
