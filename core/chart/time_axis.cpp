#include "core/chart/time_axis.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/chart/date_labels.hpp"

namespace accord::chart {
namespace {

int year_of(Day day) { return static_cast<int>(date::year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(date::year_month_day{day}.month()); }
unsigned day_of_month(Day day) { return static_cast<unsigned>(date::year_month_day{day}.day()); }

Day first_of(AxisUnit unit, Day day) {
  const auto of_month = [](int year, unsigned month) {
    return Day{date::sys_days{date::year{year} / date::month{month} / 1}};
  };
  switch (unit) {
    case AxisUnit::decade:
      return of_month(year_of(day) / 10 * 10, 1);
    case AxisUnit::year:
      return of_month(year_of(day), 1);
    case AxisUnit::quarter:
      return of_month(year_of(day), (month_of(day) - 1) / 3 * 3 + 1);
    case AxisUnit::month_and_year:
    case AxisUnit::month:
      return month_start(day);
    case AxisUnit::week:
      return day - (date::weekday{day} - date::Monday);
    case AxisUnit::day:
      break;
  }
  return day;
}

Day next_after(AxisUnit unit, Day first) {
  switch (unit) {
    case AxisUnit::decade:
      return add_months(first, 120);
    case AxisUnit::year:
      return add_months(first, 12);
    case AxisUnit::quarter:
      return add_months(first, 3);
    case AxisUnit::month_and_year:
    case AxisUnit::month:
      return add_months(first, 1);
    case AxisUnit::week:
      return first + date::days{7};
    case AxisUnit::day:
      break;
  }
  return first + date::days{1};
}

// The first letter, whatever its script.
std::string initial(const std::string& name) {
  std::size_t bytes = 1;
  while (bytes < name.size() && (static_cast<unsigned char>(name[bytes]) & 0xC0) == 0x80) ++bytes;
  return name.substr(0, bytes);
}

AxisCell cell_of(AxisUnit unit, Day first, const Tongue& t) {
  AxisCell cell{first, next_after(unit, first) - date::days{1}, {}, {}};
  const int year = year_of(first);
  switch (unit) {
    case AxisUnit::decade:
      cell.name = t("{}s", year);
      break;
    case AxisUnit::year:
      cell.name = fmt::format("{}", year);
      cell.short_name = fmt::format("’{:02}", year % 100);
      break;
    case AxisUnit::quarter:
      cell.name = t("Q{}", (month_of(first) + 2) / 3);
      break;
    case AxisUnit::month_and_year:
      cell.short_name = month_name(first, t);
      cell.name = fmt::format("{} {}", cell.short_name, year);
      break;
    case AxisUnit::month:
      cell.name = month_name(first, t);
      cell.short_name = initial(cell.name);
      break;
    case AxisUnit::week:
      cell.name = fmt::format("{} {}", day_of_month(first), month_name(first, t));
      cell.short_name = fmt::format("{}", day_of_month(first));
      break;
    case AxisUnit::day:
      cell.name = fmt::format("{} {}", weekday_short(first, t), day_of_month(first));
      cell.short_name = fmt::format("{}", day_of_month(first));
      break;
  }
  return cell;
}

}  // namespace

AxisUnits axis_units(double px_per_day, double text_size) {
  // Days that a name of each unit needs at least, in units of the lettering's size.
  const double ems = px_per_day / text_size;
  if (ems * 1 >= 1.7) return {AxisUnit::month_and_year, AxisUnit::day};
  if (ems * 7 >= 2.6) return {AxisUnit::month_and_year, AxisUnit::week};
  if (ems * 30 >= 2.6) return {AxisUnit::year, AxisUnit::month};
  if (ems * 90 >= 2.2) return {AxisUnit::year, AxisUnit::quarter};
  return {AxisUnit::decade, AxisUnit::year};
}

std::vector<AxisCell> axis_cells(AxisUnit unit, Day first, Day last, const Tongue& tongue) {
  std::vector<AxisCell> cells;
  for (Day at = first_of(unit, std::max(first, first_day)); at <= last && at <= last_day; at = next_after(unit, at))
    cells.push_back(cell_of(unit, at, tongue));
  return cells;
}

}  // namespace accord::chart
