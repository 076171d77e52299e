#pragma once
// A timeline in a few lines: what has happened and what is forecast per track, and the mandates that it has to fit into.
#include <optional>
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"
#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {

struct StripMark {
  Day day;
  std::string label;   // short: "signed"
  bool happened = false;
};
struct StripLane {
  std::string label;
  std::optional<Day> from, to;  // of the bar; what lies before the day of the picture is shown as done
  std::vector<StripMark> marks;
};
// A mandate: certain up to `earliest`, uncertain up to `latest`.
struct StripWindow {
  std::string label;
  Day earliest, latest;
};

struct Strip {
  std::string title;
  std::string description;
  Day today;
  std::vector<StripLane> lanes;
  std::vector<StripWindow> windows;
  Tongue tongue = {};
};

// The picture, `width` points wide and as high as it must be; empty (height 0) where there is nothing to show.
Scene draw_strip(const Strip& strip, double width, const TextMetrics& metrics = estimated_metrics());

}  // namespace accord::chart
