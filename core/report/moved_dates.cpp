#include "core/report/moved_dates.hpp"

#include <algorithm>

#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

bool is_telling(const StandingView& view, const Milestone& m) {
  const std::string_view stage = stage_of(m.reference);
  if (stage == "initialled" || stage == "signed" || stage == "entry_into_force") return true;
  return std::ranges::any_of(view.dossier.all<Goal>(), [&](const Goal& goal) { return goal.milestone == m.id; });
}

}  // namespace

std::vector<MovedDate> moved_dates(const StandingInput& input) {
  if (!input.earlier_plan) return {};
  const StandingView view(input);
  std::vector<MovedDate> out;
  for (const Milestone* m : in_outline_order(view.dossier)) {
    const ScheduledMilestone *now = view.dates_of(*m), *then = input.earlier_plan->find(Id<Milestone>(m->id));
    if (!now || !then || !view.open(*m) || !now->early_finish || !then->early_finish || now->early_finish == then->early_finish) continue;
    out.push_back({.code = m->code, .name = view.full_name(*m), .before = *then->early_finish, .now = *now->early_finish, .days = days_between(*then->early_finish, *now->early_finish), .telling = is_telling(view, *m)});
  }
  return out;
}

std::string in_words(const MovedDate& moved, const Tongue& t) {
  const std::string day = in_prose(moved.now, t);
  return moved.days > 0 ? t.plural("{1} is now forecast for {2}, {0} day later than before.", "{1} is now forecast for {2}, {0} days later than before.", moved.days, moved.name, day)
                        : t.plural("{1} is now forecast for {2}, {0} day earlier than before.", "{1} is now forecast for {2}, {0} days earlier than before.", -moved.days, moved.name, day);
}

}  // namespace accord
