#include "app/session/outlook.hpp"

#include "core/base/spoken.hpp"
#include "core/edit/edition.hpp"

namespace accord {

std::optional<Day> Outlook::date_of(Id<Milestone> milestone) const {
  const ScheduledMilestone* found = plan.find(milestone);
  return found ? found->early_finish : std::nullopt;
}

Result<OutlookPtr> compute_outlook(const Dossier& dossier, const ScheduleOptions& options) {
  auto plan = schedule(dossier, options);
  if (!plan) return plan.errors();
  auto outlook = std::make_shared<Outlook>();
  outlook->dossier = dossier;
  outlook->options = options;
  outlook->plan = std::move(plan).value();
  outlook->status_day = outlook->plan.status_date.value_or(options.today);
  outlook->mandates = assess_mandates(dossier, outlook->plan, options);
  outlook->silence = measure_silence(dossier, outlook->status_day);
  return OutlookPtr(std::move(outlook));
}

namespace {

// What has happened keeps its days.
Schedule facts_of(const Schedule& plan) {
  Schedule facts = plan;
  facts.dates_withheld = true;
  facts.critical_path.clear();
  facts.warnings.clear();
  for (ScheduledMilestone& s : facts.milestones) {
    if (s.finished) continue;
    ScheduledMilestone kept;
    kept.milestone = s.milestone;
    kept.started = s.started;
    kept.dropped = s.dropped;
    kept.imprecise = s.imprecise;
    if (s.started) kept.early_start = s.early_start;
    s = kept;
  }
  return facts;
}

MandateReport facts_of(const MandateReport& mandates) {
  MandateReport facts = mandates;
  facts.no_return.reset();
  for (MandateOutlook& mandate : facts.mandates)
    for (GoalOutlook& goal : mandate.goals) {
      if (goal.reached) continue;
      GoalOutlook kept;
      kept.goal = goal.goal;
      kept.milestone = goal.milestone;
      kept.reason = say("When it is expected is not given in this edition.");
      kept.time_used = goal.time_used;
      goal = kept;
    }
  return facts;
}

}  // namespace

Result<OutlookPtr> public_outlook(const Outlook& whole) {
  auto shown = compute_outlook(public_edition(whole.dossier), whole.options);
  if (!shown || withheld_from_public(whole.dossier) != Withheld::dates) return shown;
  auto facts = std::make_shared<Outlook>(**shown);
  facts->plan = facts_of(facts->plan);
  facts->mandates = facts_of(facts->mandates);
  return OutlookPtr(std::move(facts));
}

Standing standing_of(const Outlook& outlook, const ChangeNote* changes) {
  return standing(
      {.dossier = outlook.dossier, .schedule = outlook.plan, .mandates = outlook.mandates, .changes = changes});
}

}  // namespace accord
