#include "core/chart/plot.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/chart/date_labels.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

constexpr double row_height = 9;

double number(Day day) { return static_cast<double>(day.time_since_epoch().count()); }

}  // namespace

std::vector<Day> month_starts(Day from, Day to, int most) {
  for (const int step : {1, 2, 3, 6, 12, 24, 60, 120}) {
    std::vector<Day> starts;
    const date::year_month_day d{from};
    for (date::year_month month = d.year() / d.month(); Day{month / 1} <= to; month += date::months{1}) {
      const int count = static_cast<int>(month.year()) * 12 + static_cast<int>(static_cast<unsigned>(month.month())) - 1;
      if (count % step == 0 && Day{month / 1} >= from) starts.emplace_back(month / 1);
    }
    if (std::ssize(starts) <= most) return starts;
  }
  return {};
}

std::string month_and_year(Day day, const Tongue& tongue) {
  return fmt::format("{} {}", month_name(day, tongue), static_cast<int>(date::year_month_day{day}.year()));
}

void Plot::put_grounded(Role role, const Label& label, const std::string& code) {
  const double wide = estimated_width(label.text, label.size);
  const double from = label.anchor == Anchor::start ? label.x : label.anchor == Anchor::end ? label.x - wide : label.x - wide / 2;
  put(Role::surface, Rectangle{from - 1, label.y - label.size * 0.8, wide + 2, label.size * 1.05});
  put(role, label, code);
}

void Plot::shares() {
  for (int percent = 0; percent <= 100; percent += 20) {
    const double at = y(percent / 100.0);
    put(percent == 0 ? Role::axis : Role::grid, Line{left_, at, right_, at});
    put(Role::text_muted, Label{left_ - 4, at + 2.5, fmt::format("{} %", percent), text_size, Anchor::end});
  }
}

void Plot::shares_on_the_right(int step) {
  constexpr int lines = 5;
  put(Role::axis, Line{right_, top_, right_, bottom_});
  for (int i = 0; i <= lines; ++i)
    put(Role::text_muted, Label{right_ + 4, y(static_cast<double>(i) / lines) + 2.5, fmt::format("{} %", i * step), text_size});
}

void Plot::set_uprights(const std::vector<Upright>& uprights) {
  for (const Upright& one : uprights) {
    if (!holds(one.value)) continue;
    uprights_.push_back(one);
    names_.push_back({x(one.value), estimated_width(one.name, text_size)});
  }
  place_names(names_, scene_.width);
  int rows = 0;
  for (const PlotName& name : names_) rows = std::max(rows, name.row + 1);
  constexpr double least = 14;
  top_ = std::max(least, 6 + rows * row_height);
}

void Plot::draw_uprights() {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const PlotName& name = names_[i];
    const double baseline = top_ - 5 - row_height * name.row;
    const double end = name.is_over() ? baseline + 2 : baseline - text_size * 0.6;
    put(uprights_[i].role, Line{name.at, end, name.at, bottom_, uprights_[i].dashed});
    put(Role::text, Label{name.from, baseline, uprights_[i].name, text_size});
  }
}

void Plot::tick(double value, const std::string& name) {
  if (!holds(value)) return;
  const double at = x(value), half = estimated_width(name, text_size) / 2;
  const double middle = std::clamp(at, half, std::max(half, scene_.width - half));
  put(Role::axis, Line{at, bottom_, at, bottom_ + 3});
  if (last_tick_ > 0 && middle - half < last_tick_ + 3) return;
  put(Role::text_muted, Label{middle, bottom_ + 12, name, text_size, Anchor::middle});
  last_tick_ = middle + half;
}

void Plot::months(const Tongue& tongue) {
  const Day from{date::days{static_cast<int>(from_)}}, to{date::days{static_cast<int>(to_)}};
  constexpr int few_days = 70;
  if (days_between(from, to) <= few_days) {
    const int apart = days_between(from, to) <= few_days / 2 ? 7 : 14;
    for (Day day = from + (date::Monday - date::weekday{from}); day <= to; day += date::days{apart})
      tick(number(day), fmt::format("{} {}", static_cast<unsigned>(date::year_month_day{day}.day()), month_name(day, tongue)));
    return;
  }
  constexpr int most = 8;
  for (const Day day : month_starts(from, to, most)) tick(number(day), month_and_year(day, tongue));
}

}  // namespace accord::chart
