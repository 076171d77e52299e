#pragma once
// Calendars, sessions, lags and date rules by walking: every answer comes from looking at one day after another.
// Nothing here uses the program's own calendar arithmetic.
#include <vector>

#include "core/calendar/date_rule.hpp"
#include "core/calendar/duration.hpp"
#include "tests/core/schedule/brute/plan.hpp"

namespace accord::brute {

// The days that the proof walks, both included. Leaving them is std::out_of_range: the plan is too long for the proof.
inline constexpr Day first_walked{date::year{2024} / 1 / 1};
inline constexpr Day last_walked{date::year{2041} / 12 / 31};

inline constexpr date::days one_day{1};

// A working calendar as a list that says for each day whether it is worked.
class DayList {
 public:
  explicit DayList(const WeekCalendar& calendar);
  bool works(Day day) const;
  Day next(Day day) const;      // the first working day on or after it
  Day previous(Day day) const;  // the last working day on or before it

 private:
  std::vector<char> works_;
};

// `n` months later, the day clamped to the month's end.
Day months_later(Day day, int n);

// The working days whose evening lies in (from, to]; negative when `to` lies before `from`.
int workdays_passed(const DayList& days, Tick from, Tick to);
// True when no working day's evening lies between the finish and the bound: they are the same moment, or the finish is later.
bool meets(const DayList& days, Tick finish, Tick bound);

// A moment moved by a lag that is not a percentage; working days are those of `days`.
Tick moved(const DayList& days, Tick from, int count, DurationUnit unit);

Day applied(const DateRule& rule, Day day, const DayList& days);

}  // namespace accord::brute
