#include "app/session/outlook.hpp"

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

Result<OutlookPtr> public_outlook(const Outlook& whole) {
  return compute_outlook(public_edition(whole.dossier), whole.options);
}

Standing standing_of(const Outlook& outlook, const ChangeNote* changes) {
  return standing(
      {.dossier = outlook.dossier, .schedule = outlook.plan, .mandates = outlook.mandates, .changes = changes});
}

}  // namespace accord
