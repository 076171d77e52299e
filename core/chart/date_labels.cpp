#include "core/chart/date_labels.hpp"

#include <fmt/format.h>

#include <array>

namespace accord::chart {

std::string month_name(Day day) {
  static constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return names.at(static_cast<unsigned>(date::year_month_day{day}.month()) - 1);
}

std::string short_date(Day day) {
  const date::year_month_day d{day};
  return fmt::format("{} {} {}", static_cast<unsigned>(d.day()), month_name(day), static_cast<int>(d.year()));
}

std::string short_span(Day first, Day last) {
  if (first == last) return short_date(first);
  const date::year_month_day from{first}, to{last};
  if (from.year() != to.year()) return fmt::format("{} – {}", short_date(first), short_date(last));
  return fmt::format("{} {} – {}", static_cast<unsigned>(from.day()), month_name(first), short_date(last));
}

}  // namespace accord::chart
