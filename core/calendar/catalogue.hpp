#pragma once
// The calendars that ship with Accord. Built once on first use; thread-safe.
#include <span>
#include <string_view>

#include "core/calendar/session_calendar.hpp"
#include "core/calendar/work_calendar.hpp"

namespace accord {

struct BuiltInCalendar {
  std::string_view code;    // "eu"
  std::string_view title;   // "EU institutions"
  std::string_view basis;   // the holidays in prose, with the years for which each is valid
  std::string_view source;  // the published lists that it was compared with
};

// `every-day`, `weekdays`, `eu`, `kz`; further ones are joined on demand: `eu+kz`.
std::span<const BuiltInCalendar> built_in_calendars();
// Null when there is none of that code. `a+b` joins built-in calendars. Without regard to case.
CalendarPtr built_in_calendar(std::string_view code);

struct BuiltInSessions {
  std::string_view code;   // "council"
  std::string_view title;  // "Council of the EU, A items"
  std::string_view rule;   // the rule in prose
};

// `council`, `college`, `ep-plenary`, `jha`, `cooperation-council`, `kz-parliament`.
std::span<const BuiltInSessions> built_in_sessions();
// The sessions by rule alone; null when there are none of that code. All marked extrapolated.
SessionsPtr built_in_session_calendar(std::string_view code);
// The rule's sessions with published lists laid over it; `code` may also be unknown, then only the lists count.
SessionsPtr session_calendar_with(std::string_view code, std::string_view title, std::span<const SessionList> lists);

}  // namespace accord
