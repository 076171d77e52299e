#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/chart/date_labels.hpp"
#include "core/chart/forecast_charts.hpp"
#include "core/chart/plot.hpp"

namespace accord::chart {
namespace {

double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

// How wide a column is. Short spreads would be a single month's column, and long ones a comb of days.
enum class Width { day, week, month };

Width width_for(Day first, Day last) {
  constexpr int most_days = 45, most_weeks = 60;
  const int days = days_between(first, last) + 1;
  return days <= most_days ? Width::day : days <= 7 * most_weeks ? Width::week : Width::month;
}

// The first day of the column in which a day falls; weeks begin on Monday.
Day first_of(Width width, Day day) {
  if (width == Width::day) return day;
  if (width == Width::week) return day - (date::weekday{day} - date::Monday);
  const date::year_month_day d{day};
  return Day{d.year() / d.month() / 1};
}

Day next_of(Width width, Day first) {
  if (width == Width::month) return Day{(date::year_month_day{first}.year() / date::year_month_day{first}.month() + date::months{1}) / 1};
  return first + date::days{width == Width::week ? 7 : 1};
}

using Columns = std::map<Day, std::int64_t>;

std::int64_t tallest(const Columns& columns) {
  return std::ranges::max_element(columns, {}, [](const auto& column) { return column.second; })->second;
}

std::string legend(Width width, long tallest_percent, const Tongue& t) {
  if (width == Width::day) return t("line: share there by then; columns: by day, at most {} %", tallest_percent);
  if (width == Width::week) return t("line: share there by then; columns: by week, at most {} %", tallest_percent);
  return t("line: share there by then; columns: by month, at most {} %", tallest_percent);
}

// Not on the scale of the shares: next to the S-curve's 100 % a column's share would hardly be seen.
void draw_columns(Plot& plot, const Columns& columns, Width width) {
  const std::int64_t most = tallest(columns);
  for (const auto& [first, count] : columns) {
    const double from = plot.x(number(first)), to = plot.x(number(next_of(width, first)));
    const double height = plot.y(0) - plot.y(0.9 * static_cast<double>(count) / static_cast<double>(most));
    plot.put(Role::planned, Rectangle{from + 0.5, plot.y(0) - height, std::max(0.5, to - from - 1), height});
  }
}

void s_curve(Plot& plot, const Histogram& histogram) {
  double share = 0, last_x = plot.x(number(histogram.days.front().first)), last_y = plot.y(0);
  for (const auto& [day, count] : histogram.days) {
    share += static_cast<double>(count) / static_cast<double>(histogram.trials);
    const double at = plot.x(number(day)), up = plot.y(share);
    plot.put(Role::link_critical, Line{last_x, last_y, at, up});
    last_x = at, last_y = up;
  }
}

}  // namespace

Scene draw_histogram(const Histogram& histogram, Size size) {
  Scene scene;
  scene.title = histogram.title;
  scene.description = histogram.description;
  scene.width = size.width;
  if (histogram.days.empty() || histogram.trials <= 0) return scene;
  const Tongue& t = histogram.tongue;
  Plot plot(scene, size.width, size.height);
  const Width width = width_for(histogram.days.front().first, histogram.days.back().first);
  Columns columns;
  for (const auto& [day, count] : histogram.days) columns[first_of(width, day)] += count;
  Day from = columns.begin()->first, to = next_of(width, columns.rbegin()->first);
  for (const auto& end : {histogram.earliest_end, histogram.latest_end})
    if (end) from = std::min(from, first_of(width, *end)), to = std::max(to, next_of(width, first_of(width, *end)));
  plot.set_range(number(from), number(to));
  plot.shares();
  if (histogram.earliest_end && histogram.latest_end && *histogram.earliest_end < *histogram.latest_end) {
    const double left = plot.x(number(*histogram.earliest_end));
    plot.put(Role::limit_zone,
             Rectangle{left, Plot::top, plot.x(number(*histogram.latest_end)) - left, plot.bottom() - Plot::top});
  }
  draw_columns(plot, columns, width);
  s_curve(plot, histogram);
  plot.months(t);
  plot.caption(legend(width, std::max(1L, std::lround(100.0 * static_cast<double>(tallest(columns)) / static_cast<double>(histogram.trials))), t));
  if (histogram.latest_end) plot.upright(Role::limit, number(*histogram.latest_end), t("mandate ends"), true);
  if (histogram.planned)
    plot.upright(Role::status, number(*histogram.planned), t("plan {}", short_date(*histogram.planned, t)), true);
  for (const auto& [name, day] : histogram.percentiles) plot.upright(Role::today, number(day), name, false);
  return scene;
}

}  // namespace accord::chart
