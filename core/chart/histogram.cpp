#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "core/chart/date_labels.hpp"
#include "core/chart/forecast_charts.hpp"
#include "core/chart/legend.hpp"
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

// Of the columns' scale, which has five steps: next to the S-curve's 100 % a column's share would hardly be seen.
int step_for(double tallest_share) {
  constexpr std::array steps{1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20};
  const auto enough = std::ranges::find_if(steps, [&](int step) { return 5 * step >= 100 * tallest_share; });
  return enough == steps.end() ? steps.back() : *enough;
}

std::string columns_in_words(Width width, const Tongue& t) {
  if (width == Width::day) return t("share of the trials on each day (scale on the right)");
  if (width == Width::week) return t("share of the trials in each week (scale on the right)");
  return t("share of the trials in each month (scale on the right)");
}

void draw_columns(Plot& plot, const Columns& columns, Width width, std::int64_t trials) {
  const auto share = [&](std::int64_t count) { return static_cast<double>(count) / static_cast<double>(trials); };
  const int step = step_for(share(tallest(columns)));
  plot.shares_on_the_right(step);
  for (const auto& [first, count] : columns) {
    const double from = plot.x(number(first)), to = plot.x(number(next_of(width, first)));
    const double height = plot.y(0) - plot.y(share(count) * 100 / (5 * step));
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

std::vector<Upright> uprights_of(const Histogram& histogram) {
  const Tongue& t = histogram.tongue;
  std::vector<Upright> out;
  const auto &earliest = histogram.earliest_end, &latest = histogram.latest_end;
  if (earliest && earliest == latest) out.push_back({Role::limit, number(*latest), t("mandate ends, {}", short_date(*latest, t)), true});
  if (earliest && earliest != latest) out.push_back({Role::limit, number(*earliest), t("mandate ends at the earliest, {}", short_date(*earliest, t)), true});
  if (latest && earliest != latest) out.push_back({Role::limit, number(*latest), t("mandate ends at the latest, {}", short_date(*latest, t)), true});
  if (histogram.planned) out.push_back({Role::status, number(*histogram.planned), t("plan {}", short_date(*histogram.planned, t)), true});
  for (const auto& [name, day] : histogram.percentiles) out.push_back({Role::today, number(day), fmt::format("{} {}", name, short_date(day, t))});
  return out;
}

std::vector<Sign> signs_of(const Histogram& histogram, Width width, bool uncertain) {
  using Form = Sign::Form;
  const Tongue& t = histogram.tongue;
  std::vector<Sign> signs{{Role::link_critical, Form::stroke, t("share of the trials that are there by then (scale on the left)")}, {Role::planned, Form::bar, columns_in_words(width, t)}};
  if (!histogram.percentiles.empty()) signs.push_back({Role::today, Form::upright, t("P50, P80: half, four fifths of the trials are there")});
  if (histogram.planned) signs.push_back({Role::status, Form::upright_dashed, t("date of the plan")});
  if (histogram.earliest_end || histogram.latest_end) signs.push_back({Role::limit, Form::upright_dashed, t("end of the mandate")});
  if (uncertain) signs.push_back({Role::limit_zone, Form::bar, t("the mandate may end in these days")});
  return signs;
}

}  // namespace

Scene draw_histogram(const Histogram& histogram, Size size) {
  Scene scene;
  scene.title = histogram.title;
  scene.description = histogram.description;
  scene.width = size.width;
  if (histogram.days.empty() || histogram.trials <= 0) return scene;
  const Width width = width_for(histogram.days.front().first, histogram.days.back().first);
  Columns columns;
  for (const auto& [day, count] : histogram.days) columns[first_of(width, day)] += count;
  Day from = columns.begin()->first, to = next_of(width, columns.rbegin()->first);
  for (const auto& end : {histogram.earliest_end, histogram.latest_end})
    if (end) from = std::min(from, first_of(width, *end)), to = std::max(to, next_of(width, first_of(width, *end)));
  constexpr double scale = 34;
  Plot plot(scene, size.width, size.height, {.left = scale, .right = scale});
  plot.set_range(number(from), number(to));
  plot.set_uprights(uprights_of(histogram));
  plot.shares();
  const bool uncertain = histogram.earliest_end && histogram.latest_end && *histogram.earliest_end < *histogram.latest_end;
  if (uncertain) {
    const double left = plot.x(number(*histogram.earliest_end));
    plot.put(Role::limit_zone,
             Rectangle{left, plot.top(), plot.x(number(*histogram.latest_end)) - left, plot.bottom() - plot.top()});
  }
  draw_columns(plot, columns, width, histogram.trials);
  s_curve(plot, histogram);
  plot.months(histogram.tongue);
  plot.draw_uprights();
  add_legend(scene, signs_of(histogram, width, uncertain), Plot::text_size);
  return scene;
}

}  // namespace accord::chart
