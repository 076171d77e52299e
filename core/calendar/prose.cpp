#include "core/calendar/prose.hpp"

#include <fmt/format.h>

#include <array>

namespace accord {
namespace {

date::year_month_day parts_of(Day day) { return date::year_month_day{day}; }

const char* month_name(Day day) {
  static constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
  return names.at(static_cast<unsigned>(parts_of(day).month()) - 1);
}

int year_of(Day day) { return static_cast<int>(parts_of(day).year()); }

std::string day_and_month(Day day) {
  return fmt::format("{} {}", static_cast<unsigned>(parts_of(day).day()), month_name(day));
}

}  // namespace

std::string in_prose(Day day) { return fmt::format("{} {}", day_and_month(day), year_of(day)); }

std::string month_in_prose(Day day) { return fmt::format("{} {}", month_name(day), year_of(day)); }

std::string span_in_prose(Day first, Day last) {
  if (first == last) return in_prose(first);
  const std::string begin = year_of(first) == year_of(last) ? day_and_month(first) : in_prose(first);
  return fmt::format("{} to {}", begin, in_prose(last));
}

}  // namespace accord
