#include "core/chart/plot.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/chart/date_labels.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {

void Plot::shares() {
  for (int percent = 0; percent <= 100; percent += 20) {
    const double at = y(percent / 100.0);
    put(percent == 0 ? Role::axis : Role::grid, Line{left_, at, right_, at});
    put(Role::text_muted, Label{left_ - 4, at + 2.5, fmt::format("{} %", percent), text_size, Anchor::end});
  }
}

void Plot::upright(Role role, double value, const std::string& name, bool dashed) {
  if (!holds(value)) return;
  const double at = x(value), wide = estimated_width(name, text_size), gap = 2;
  put(role, Line{at, top - 4, at, bottom_, dashed});
  const Span after{at + gap, at + gap + wide}, before{at - gap - wide, at - gap};
  const auto has_room = [&](int row, const Span& span) {
    return span.first >= 0 && span.second <= scene_.width && std::ranges::none_of(named_[row], [&](const Span& taken) {
      return span.first < taken.second + gap && taken.first < span.second + gap;
    });
  };
  const auto write = [&](int row, bool is_after) {
    named_[row].push_back(is_after ? after : before);
    put(Role::text, Label{is_after ? after.first : before.second, top - 6 - row_height * row, name, text_size,
                          is_after ? Anchor::start : Anchor::end});
  };
  for (int row = 0; row < rows; ++row)
    for (const bool is_after : {true, false})
      if (has_room(row, is_after ? after : before)) return write(row, is_after);
  write(rows - 1, after.second <= scene_.width);  // more names than there is room for
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
      tick(static_cast<double>(day.time_since_epoch().count()),
           fmt::format("{} {}", static_cast<unsigned>(date::year_month_day{day}.day()), month_name(day, tongue)));
    return;
  }
  const int count = days_between(from, to) / 30;
  const unsigned step = count <= 14 ? 2 : count <= 40 ? 6 : 12;
  const date::year_month_day d{from};
  for (date::year_month month = d.year() / d.month(); Day{month / 1} <= to; month += date::months{1}) {
    if ((static_cast<unsigned>(month.month()) - 1) % step != 0) continue;
    const Day first{month / 1};
    tick(static_cast<double>(first.time_since_epoch().count()),
         fmt::format("{} {}", month_name(first, tongue), static_cast<int>(month.year())));
  }
}

void Plot::caption(const std::string& text) {
  put(Role::text_muted, Label{left_, 7, fitted(text, right_ - left_, text_size), text_size});
}

}  // namespace accord::chart
