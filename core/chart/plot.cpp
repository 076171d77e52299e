#include "core/chart/plot.hpp"

#include <fmt/format.h>

namespace accord::chart {

void Plot::shares() {
  for (int percent = 0; percent <= 100; percent += 20) {
    const double at = y(percent / 100.0);
    put(percent == 0 ? Role::axis : Role::grid, Line{left, at, right_, at});
    put(Role::text_muted, Label{left - 4, at + 2.5, fmt::format("{} %", percent), text_size, Anchor::end});
  }
}

void Plot::upright(Role role, double value, const std::string& name, double label_y, bool dashed) {
  if (!holds(value)) return;
  put(role, Line{x(value), top - 4, x(value), bottom_, dashed});
  const bool near_the_edge = x(value) > right_ - 90;
  put(Role::text, Label{x(value) + (near_the_edge ? -2 : 2), label_y, name, text_size,
                        near_the_edge ? Anchor::end : Anchor::start});
}

}  // namespace accord::chart
