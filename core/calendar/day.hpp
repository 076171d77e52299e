#pragma once
// A day of the civil calendar. The only kind of date in Accord; nothing below a day exists.
#include <date/date.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace accord {

using Day = date::sys_days;

// The years that Accord computes in, both included. A computation that would leave them is an error, never a wrapped
// number.
inline constexpr Day first_day{date::year{1900} / 1 / 1};
inline constexpr Day last_day{date::year{2199} / 12 / 31};
constexpr bool in_range(Day day) { return day >= first_day && day <= last_day; }

// Strictly `yyyy-mm-dd`, an existing day within the range. Codes: day.syntax, day.missing (31 February), day.range.
Result<Day> parse_day(std::string_view text);
// The day of these numbers; `found` is the text that they were read from, for the message. Codes: day.missing,
// day.range.
Result<Day> make_day(int year, int month, int day, std::string_view found);
std::string to_iso(Day day);        // "2026-11-22"
std::string weekday_name(Day day);  // "Sunday"
// The same day n months later (n may be negative), clamped to the month's end: 31 Jan + 1 = 28 or 29 Feb.
Day add_months(Day day, int n);
Day month_start(Day day);
Day month_end(Day day);
constexpr int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

// A moment inside the engine: 2·d is the morning of day d (days since 1970-01-01), 2·d+1 its evening.
using Tick = std::int32_t;
constexpr Tick morning(Day day) { return static_cast<Tick>(2 * day.time_since_epoch().count()); }
constexpr Tick evening(Day day) { return morning(day) + 1; }
constexpr bool is_evening(Tick t) { return (t & 1) != 0; }
constexpr Day day_of(Tick t) { return Day{date::days{t >> 1}}; }

}  // namespace accord
