#pragma once
// What lies under the pointer.
#include <optional>
#include <string>

#include "core/chart/scene.hpp"

namespace accord::chart {

struct Hit {
  std::string code;
  Part part = Part::none;
  bool operator==(const Hit&) const = default;
};

// The topmost shape with a code at that point; lines are hit within `reach`.
std::optional<Hit> hit_test(const Scene& scene, double x, double y, double reach = 3);

}  // namespace accord::chart
