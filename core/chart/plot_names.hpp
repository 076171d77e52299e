#pragma once
// Where the names of lines across a plot stand above it. Internal to core/chart.
#include <vector>

namespace accord::chart {

// A name in rows above the plot; its line rises beside it to its row, or to below it where the name stands over it.
struct PlotName {
  double at = 0, wide = 0;  // where its line is, and how wide the name is
  int row = 0;              // 0 = the lowest
  double from = 0;          // where the name begins

  bool is_over() const { return from <= at && at <= from + wide; }
};

inline constexpr double name_gap = 2;  // between a name and anything else

// Finds rows and places inside 0 … width: no name on another, no line through a name, in as few rows as that takes. Where a picture is too
// narrow for that the names stand in rows of their own.
void place_names(std::vector<PlotName>& names, double width);

}  // namespace accord::chart
