#pragma once
// Arithmetic on ticks for the passes: working days of a compiled calendar, months, and the clamps that keep every
// result within the range of years or one step beyond it. Nothing here allocates or throws.
#include <cstdint>
#include <limits>

#include "core/calendar/work_calendar.hpp"

namespace accord {

inline constexpr Tick no_tick = std::numeric_limits<Tick>::min();    // no bound, no date
inline constexpr Tick unlimited = std::numeric_limits<Tick>::max();  // no limit
// Results outside the range of years are held at one of these two.
inline constexpr Tick before_range = morning(first_day) - 1;
inline constexpr Tick after_range = evening(last_day) + 1;

constexpr Tick clamp_tick(Tick t) { return t < before_range ? before_range : t > after_range ? after_range : t; }
constexpr Tick shifted(Tick t, std::int64_t ticks) {
  const std::int64_t moved = t + ticks;
  return moved < before_range ? before_range : moved > after_range ? after_range : static_cast<Tick>(moved);
}

// Days as numbers since 1970-01-01.
using DayNumber = std::int32_t;
constexpr DayNumber number_of(Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); }
inline constexpr DayNumber first_number = number_of(first_day);
inline constexpr DayNumber last_number = number_of(last_day);
// The day of the last evening that is not after t: day(t) for an evening, the day before for a morning.
constexpr DayNumber evening_day(Tick t) { return (t - 1) >> 1; }

// The day `months` later (earlier), end-clamped; held within one day of the range.
DayNumber months_after(DayNumber day, int months);
// The latest day whose image under months_after(…, months) is not after `limit`.
DayNumber latest_months_before(DayNumber limit, int months);

// A calendar's compiled arrays. Ticks beyond the range count as its ends.
struct Workdays {
  const std::int32_t* prefix = nullptr;  // [d] = working days before first_day + d
  const std::int32_t* days = nullptr;    // [k-1] = the k-th working day, in days since first_day
  std::int32_t count = 0;

  Workdays() = default;
  explicit Workdays(const WorkCalendar& calendar)
      : prefix(calendar.prefix().data()), days(calendar.workdays().data()), count(calendar.workday_count()) {}

  // W(t).
  std::int32_t until(Tick t) const {
    const std::int32_t at = (t >> 1) + (t & 1) - first_number;
    constexpr std::int32_t size = last_number - first_number + 1;
    return prefix[at < 0 ? 0 : at > size ? size : at];
  }
  Tick morning_of(std::int64_t k) const {
    if (k < 1) return before_range;
    if (k > count) return after_range;
    return 2 * (days[k - 1] + first_number);
  }
  Tick evening_of(std::int64_t k) const {
    if (k < 1) return before_range;
    if (k > count) return after_range;
    return 2 * (days[k - 1] + first_number) + 1;
  }
  bool works(DayNumber day) const {
    if (day < first_number || day > last_number) return true;
    return prefix[day - first_number + 1] != prefix[day - first_number];
  }
  // The first working day on or after `day`, and the last on or before it.
  DayNumber next(DayNumber day) const { return morning_of(until(2 * day) + 1) >> 1; }
  DayNumber previous(DayNumber day) const { return morning_of(until(2 * day + 1)) >> 1; }
};

}  // namespace accord
