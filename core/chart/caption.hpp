#pragma once
// A picture that is a file of its own says what it shows: a title above it, and below it where it comes from.
#include <string>
#include <vector>

#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {

struct Caption {
  std::string title;
  std::vector<std::string> about;  // below the title, a line each
  std::string source;              // below the picture
};

// On each side of the picture; points.
inline constexpr double caption_margin = 12;

// The picture with its caption and a margin around it; longer lines are broken at spaces. It is 2 × caption_margin wider, and as
// much higher as the caption needs.
Scene with_caption(Scene picture, const Caption& caption, const TextMetrics& metrics = estimated_metrics());

}  // namespace accord::chart
