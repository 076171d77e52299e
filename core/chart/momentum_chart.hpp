#pragma once
// How often the two sides met: a lane for each kind of meeting, a bar for each month.
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/chart/scene.hpp"

namespace accord::chart {

struct MomentumLane {
  std::string label;        // "Rounds"
  std::vector<int> counts;  // one per month
};
struct MomentumChart {
  std::string title, description;
  Day first_month;  // its first day
  std::vector<MomentumLane> lanes;
};

// The picture, `width` points wide; a lane's bars are as high as their count is against its largest. Empty (height 0)
// where no lane counts anything.
Scene draw_momentum(const MomentumChart& momentum, double width);

}  // namespace accord::chart
