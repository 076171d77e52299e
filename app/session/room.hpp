#pragma once
// How late a milestone may be, and how much room that leaves it: one meaning for table, timeline and words.
#include <optional>
#include <unordered_map>

#include "app/session/outlook.hpp"

namespace accord {

// Towards the goal that leaves least room, for milestones on the way to one that is not reached yet; by id.
using TightestDates = std::unordered_map<RecordId, const LatestDates*>;
// Points into the report.
TightestDates tightest_dates(const MandateReport& mandates);

struct Room {
  std::optional<Day> latest;    // the last day on which it may be finished
  std::optional<int> workdays;  // up to it, of its own calendar; negative = late
  bool for_goal = false;        // else without moving the end of its track
  bool operator==(const Room&) const = default;
};
// Nothing in it for what is finished or dropped.
Room room_of(const ScheduledMilestone& scheduled, const TightestDates& tightest);

}  // namespace accord
