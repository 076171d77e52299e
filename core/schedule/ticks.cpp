#include "core/schedule/ticks.hpp"

#include <algorithm>

namespace accord {
namespace {

// Far enough to hold every month that touches the range, and to be clamped afterwards.
constexpr int most_months = 12 * 400;

date::year_month month_of(DayNumber day, int months) {
  const auto ymd = date::year_month_day(Day{date::days{std::clamp(day, first_number - 1, last_number + 1)}});
  return ymd.year() / ymd.month() + date::months{std::clamp(months, -most_months, most_months)};
}

unsigned day_in_month(DayNumber day) {
  return static_cast<unsigned>(
      date::year_month_day(Day{date::days{std::clamp(day, first_number - 1, last_number + 1)}}).day());
}

unsigned length(date::year_month month) { return static_cast<unsigned>((month / date::last).day()); }

DayNumber held(Day day) { return std::clamp(number_of(day), first_number - 1, last_number + 1); }

}  // namespace

DayNumber months_after(DayNumber day, int months) {
  const date::year_month month = month_of(day, months);
  return held(Day{month / date::day{std::min(day_in_month(day), length(month))}});
}

DayNumber latest_months_before(DayNumber limit, int months) {
  // Every later day of a month shares the image of the last one that fits, so the end of the month comes with it.
  const date::year_month month = month_of(limit, -months);
  const bool end_of_month = day_in_month(limit) == length(month_of(limit, 0));
  const unsigned last = length(month);
  return held(Day{month / date::day{end_of_month ? last : std::min(day_in_month(limit), last)}});
}

}  // namespace accord
