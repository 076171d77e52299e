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

Day first_of_month(Day day) {
  const date::year_month_day d{day};
  return Day{d.year() / d.month() / 1};
}

Day month_later(Day first, int months) {
  const date::year_month_day d{first};
  return Day{(d.year() / d.month() + date::months{months}) / 1};
}

std::int64_t most_in_a_month(const std::map<Day, std::int64_t>& months) {
  return std::ranges::max_element(months, {}, [](const auto& m) { return m.second; })->second;
}

// Not on the scale of the shares: next to the S-curve's 100 % a month's share would hardly be seen.
void columns(Plot& plot, const std::map<Day, std::int64_t>& months) {
  const std::int64_t most = most_in_a_month(months);
  for (const auto& [month, count] : months) {
    const double from = plot.x(number(month)), to = plot.x(number(month_later(month, 1)));
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
  std::map<Day, std::int64_t> months;
  for (const auto& [day, count] : histogram.days) months[first_of_month(day)] += count;
  Day from = months.begin()->first, to = month_later(months.rbegin()->first, 1);
  for (const auto& end : {histogram.earliest_end, histogram.latest_end})
    if (end) from = std::min(from, first_of_month(*end)), to = std::max(to, month_later(first_of_month(*end), 1));
  plot.set_range(number(from), number(to));
  plot.shares();
  if (histogram.earliest_end && histogram.latest_end && *histogram.earliest_end < *histogram.latest_end) {
    const double left = plot.x(number(*histogram.earliest_end));
    plot.put(Role::limit_zone,
             Rectangle{left, Plot::top, plot.x(number(*histogram.latest_end)) - left, plot.bottom() - Plot::top});
  }
  columns(plot, months);
  s_curve(plot, histogram);
  plot.months(t);
  plot.caption(t("line and scale: share that is there by then; columns: trials by month, the tallest {} %",
                 std::max(1L, std::lround(100.0 * static_cast<double>(most_in_a_month(months)) /
                                          static_cast<double>(histogram.trials)))));
  if (histogram.latest_end) plot.upright(Role::limit, number(*histogram.latest_end), t("mandate ends"), true);
  if (histogram.planned)
    plot.upright(Role::status, number(*histogram.planned), t("plan {}", short_date(*histogram.planned, t)), true);
  for (const auto& [name, day] : histogram.percentiles) plot.upright(Role::today, number(day), name, false);
  return scene;
}

}  // namespace accord::chart
