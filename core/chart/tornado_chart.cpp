#include <fmt/format.h>

#include <algorithm>

#include "core/chart/forecast_charts.hpp"
#include "core/chart/legend.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

constexpr double row_height = 20, bar_height = 12, top = 18, text_size = 7.6, figure_width = 30;

std::string signed_days(int days) { return fmt::format("{}{}", days < 0 ? "−" : "+", days < 0 ? -days : days); }

}  // namespace

Scene draw_tornado(const TornadoChart& tornado, double width) {
  const Tongue& t = tornado.tongue;
  Scene scene;
  scene.title = tornado.title;
  scene.description = tornado.description;
  scene.width = width;
  if (tornado.bars.empty()) return scene;
  std::vector<TornadoBar> bars = tornado.bars;
  std::ranges::stable_sort(bars, std::greater<>{}, [](const TornadoBar& bar) { return bar.high - bar.low; });
  int least = 0, most = 0;
  for (const TornadoBar& bar : bars)
    least = std::min({least, bar.low, bar.high}), most = std::max({most, bar.low, bar.high});
  double label_width = 0;
  for (const TornadoBar& bar : bars) label_width = std::max(label_width, estimated_width(bar.label, text_size) + 4);
  label_width = std::min(label_width, 0.42 * width);
  const double from = label_width + figure_width, to = width - figure_width;
  const auto x = [&](int days) {
    return from + (days - least) / static_cast<double>(std::max(1, most - least)) * (to - from);
  };
  scene.height = top + static_cast<double>(bars.size()) * row_height + 6;
  const auto put = [&](Role role, std::variant<Rectangle, Line, Polygon, Label> form, const std::string& code = {}) {
    scene.shapes.push_back({role, std::move(form), code});
  };
  put(Role::text_muted, Label{x(0), top - 8, t("days earlier | later"), text_size, Anchor::middle});
  put(Role::axis, Line{x(0), top - 4, x(0), scene.height - 4});
  double y = top;
  for (const TornadoBar& bar : bars) {
    const double middle = y + row_height / 2, begin = x(std::min(bar.low, bar.high)),
                 end = x(std::max(bar.low, bar.high));
    const double zero = std::clamp(x(0), begin, end);
    put(Role::text, Label{0, middle + 2.5, fitted(bar.label, label_width - 4, text_size), text_size}, bar.code);
    put(Role::done, Rectangle{begin, middle - bar_height / 2, zero - begin, bar_height}, bar.code);
    put(Role::critical, Rectangle{zero, middle - bar_height / 2, end - zero, bar_height}, bar.code);
    put(Role::text,
        Label{begin - 3, middle + 2.5, signed_days(std::min(bar.low, bar.high)), text_size, Anchor::end});
    put(Role::text, Label{end + 3, middle + 2.5, signed_days(std::max(bar.low, bar.high)), text_size});
    y += row_height;
  }
  add_legend(scene, {{Role::done, Sign::Form::bar, t("days by which the day with an 80 % chance comes earlier")}, {Role::critical, Sign::Form::bar, t("days by which it comes later")}}, text_size);
  return scene;
}

}  // namespace accord::chart
