#pragma once
// The time, passed in: nothing below main() looks at the machine's clock or its time zone.
#include <cstdint>
#include <functional>
#include <string>

#include "core/calendar/day.hpp"

namespace accord {

struct Clock {
  std::function<std::int64_t()> now;                    // seconds since 1970-01-01 UTC
  std::function<Day(std::int64_t)> local_day;           // the civil day on which a moment falls, where the user is
  std::function<std::string(std::int64_t)> local_time;  // the moment for people: "2026-11-22 14:05"

  Day today() const { return local_day(now()); }
};

// Stands still at noon UTC of `day`; days are UTC's.
Clock pinned_clock(Day day);
// The machine's clock and time zone.
Clock machine_clock();

// The UTC day and time of a moment: "2026-11-22 14:05".
Day utc_day(std::int64_t seconds);
std::string utc_time(std::int64_t seconds);

}  // namespace accord
