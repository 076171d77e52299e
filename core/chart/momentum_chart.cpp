#include "core/chart/momentum_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

constexpr double text_size = 7.6, lane_height = 15, bar_height = 11, axis_height = 12, gap = 6;
constexpr double least_bar = 3, widest_bar = 7;

int sum(const MomentumLane& lane) { return std::accumulate(lane.counts.begin(), lane.counts.end(), 0); }

std::string label_of(const MomentumLane& lane) { return fmt::format("{} {}", lane.label, sum(lane)); }

}  // namespace

Scene draw_momentum(const MomentumChart& momentum, double width) {
  Scene scene{width, 0, momentum.title, momentum.description, {}};
  std::size_t months = 0;
  double left = 0;
  for (const MomentumLane& lane : momentum.lanes) {
    months = std::max(months, sum(lane) > 0 ? lane.counts.size() : 0);
    left = std::max(left, estimated_width(label_of(lane), text_size) + gap);
  }
  if (months == 0) return scene;
  const auto put = [&](Role role, auto form) { scene.shapes.push_back({role, std::move(form)}); };
  const double step = (width - left) / static_cast<double>(months);
  const double bottom = lane_height * static_cast<double>(momentum.lanes.size());
  const date::year_month_day first{momentum.first_month};
  double named_until = 0;
  for (std::size_t month = 0; month < months; ++month) {
    const auto at = first.year() / first.month() + date::months(static_cast<int>(month));
    if (at.month() != date::January && month != 0) continue;
    const double x = left + step * static_cast<double>(month);
    const std::string year = std::to_string(static_cast<int>(at.year()));
    const double end = x + estimated_width(year, text_size);
    if (at.month() == date::January) put(Role::grid, Line{x, 0, x, bottom});
    if (x < named_until || end > width) continue;
    put(Role::text_muted, Label{x, bottom + axis_height - 3, year, text_size});
    named_until = end + gap;
  }
  double base = lane_height - 2;
  for (const MomentumLane& lane : momentum.lanes) {
    put(Role::text_muted, Label{0, base - 2, label_of(lane), text_size});
    put(Role::axis, Line{left, base, width, base});
    const double most = lane.counts.empty() ? 0 : *std::max_element(lane.counts.begin(), lane.counts.end());
    for (std::size_t month = 0; month < lane.counts.size(); ++month) {
      if (lane.counts[month] == 0) continue;
      const double height = std::max(least_bar, bar_height * lane.counts[month] / most);
      const double bar = std::clamp(step - 1, 1.0, widest_bar);
      put(Role::done,
          Rectangle{left + step * (static_cast<double>(month) + 0.5) - bar / 2, base - height, bar, height});
    }
    base += lane_height;
  }
  scene.height = bottom + axis_height;
  return scene;
}

}  // namespace accord::chart
