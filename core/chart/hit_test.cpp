#include "core/chart/hit_test.hpp"

#include <algorithm>
#include <cmath>

namespace accord::chart {
namespace {

struct Covers {
  double x, y, reach;

  bool operator()(const Rectangle& r) const {
    return x >= r.x && x <= r.x + r.width && y >= r.y && y <= r.y + r.height;
  }
  bool operator()(const Line& l) const {
    const double dx = l.x2 - l.x1, dy = l.y2 - l.y1, length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(((x - l.x1) * dx + (y - l.y1) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(x - l.x1 - along * dx, y - l.y1 - along * dy) <= reach;
  }
  // Crossings of a ray to the right (W. R. Franklin's PNPOLY, 1970).
  bool operator()(const Polygon& p) const {
    bool inside = false;
    for (std::size_t i = 0, j = p.points.size() - 1; i < p.points.size(); j = i++) {
      const auto& [ax, ay] = p.points[i];
      const auto& [bx, by] = p.points[j];
      if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  }
  bool operator()(const Label&) const { return false; }
};

}  // namespace

std::optional<Hit> hit_test(const Scene& scene, double x, double y, double reach) {
  for (auto shape = scene.shapes.rbegin(); shape != scene.shapes.rend(); ++shape) {
    // What a heading hides cannot be hit.
    const bool hides = shape->role == Role::surface;
    if (shape->code.empty() && !hides) continue;
    if (!std::visit(Covers{x, y, reach}, shape->form)) continue;
    if (hides && shape->code.empty()) return std::nullopt;
    return Hit{shape->code, shape->part};
  }
  return std::nullopt;
}

}  // namespace accord::chart
