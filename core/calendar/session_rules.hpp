#pragma once
// The rules behind the built-in session calendars: days made by custom, to be replaced by published lists.
#include <string_view>
#include <vector>

#include "core/calendar/session_calendar.hpp"
#include "core/calendar/work_calendar.hpp"

namespace accord {

struct SessionRule {
  std::string_view code;
  std::string_view title;
  std::string_view in_words;
  std::string_view calendar;  // the body's working calendar: no session is made on a day on which it is closed
  bool (*meets)(Day day);     // by custom, whatever the holidays
};

std::span<const SessionRule> session_rules();

// The rule's sessions from first_day to last_day, ascending, all marked extrapolated.
std::vector<Session> sessions_by_rule(const SessionRule& rule, const WorkCalendar& calendar);

}  // namespace accord
