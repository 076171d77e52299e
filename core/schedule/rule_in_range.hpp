#pragma once
// Date rules as the passes and the law take them: held within the range of years.
#include "core/schedule/network.hpp"

namespace accord {

// The longest run of closed days, those at the ends of the range included.
DayNumber longest_closure(const WorkCalendar& calendar);
// `closure` is the calendar's longest.
RuleInRange rule_in_range(const DateRule& rule, CalendarPtr calendar, DayNumber closure);

}  // namespace accord
