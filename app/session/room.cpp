#include "app/session/room.hpp"

namespace accord {

TightestDates tightest_dates(const MandateReport& mandates) {
  TightestDates out;
  for (const MandateOutlook& mandate : mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals) {
      if (goal.reached) continue;
      for (const LatestDates& latest : goal.milestones) {
        if (!latest.latest_finish) continue;
        const auto [at, is_new] = out.try_emplace(latest.milestone, &latest);
        if (!is_new && *latest.latest_finish < *at->second->latest_finish) at->second = &latest;
      }
    }
  return out;
}

Room room_of(const ScheduledMilestone& scheduled, const TightestDates& tightest) {
  if (scheduled.finished || scheduled.dropped) return {};
  if (const auto at = tightest.find(scheduled.milestone); at != tightest.end())
    return {at->second->latest_finish, at->second->margin_workdays, true};
  return {scheduled.late_finish, scheduled.total_float, false};
}

}  // namespace accord
