#pragma once
// The time, passed in: nothing below main() looks at the machine's clock or its time zone.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/calendar/day.hpp"

namespace accord {

// Moments are seconds since 1970-01-01 UTC; days and times of day are those of the place where the user is.
struct Clock {
  std::function<std::int64_t()> now;
  std::function<int(std::int64_t)> utc_offset;  // seconds by which local time is ahead of UTC at that moment
  std::optional<Day> pinned = {};               // taken for today, whatever the moment

  Day today() const { return pinned.value_or(local_day(now())); }
  // The same clock with another day for today: what is computed moves to that day, and moments, which the journal
  // keeps, stay true.
  Clock with_today(Day day) const;
  Day local_day(std::int64_t moment) const;
  std::string local_time(std::int64_t moment) const;  // "2026-11-22 14:05"
  std::int64_t end_of(Day day) const;                 // its last second
};

// Stands still at noon UTC of `day`; local time is UTC.
Clock pinned_clock(Day day);
// The day, in UTC, of a moment as SOURCE_DATE_EPOCH gives it: whole seconds since 1970-01-01 UTC, from 1900 to 2199.
// Codes: clock.source_date.
Result<Day> source_day(std::string_view seconds);
// The machine's clock and time zone.
Clock machine_clock();

}  // namespace accord
