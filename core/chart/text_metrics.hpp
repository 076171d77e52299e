#pragma once
// How wide a text is, asked of whoever paints it, so that labels can be kept apart.
#include <string>
#include <string_view>

namespace accord::chart {

class TextMetrics {
 public:
  virtual ~TextMetrics() = default;
  // In the scene's own unit, for lettering of that size.
  virtual double width(std::string_view text, double size) const = 0;
};

// An estimate of a label's width that errs on the wide side, for keeping labels apart without a device at hand.
double estimated_width(std::string_view text, double size);
// The same as TextMetrics; lives as long as the program.
const TextMetrics& estimated_metrics();

// The text, cut by whole characters and marked "…" where it is wider than `width`; "" where not even that has room.
std::string fitted(std::string_view text, double width, double size, const TextMetrics& metrics = estimated_metrics());

}  // namespace accord::chart
