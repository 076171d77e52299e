#pragma once
// Forecasts as pictures: how likely each date is, what moves it, and what comparable cases took.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"
#include "core/chart/scene.hpp"

namespace accord::chart {

struct Size {
  double width = 0, height = 0;  // points
};

// How many trials ended on each day, as columns by day, week or month as fits their spread, with the share that had ended
// by then as a line (the S-curve).
struct Histogram {
  std::string title, description;
  std::vector<std::pair<Day, std::int64_t>> days;        // ascending; days without trials may be left out
  std::int64_t trials = 0;                               // those that never end included
  std::optional<Day> earliest_end, latest_end;           // of the mandate; equal where it is known to the day
  std::optional<Day> planned;                            // the plan's own date
  std::vector<std::pair<std::string, Day>> percentiles;  // ("P50", day)
  Tongue tongue = {};
};
// Height 0 where there is nothing to show.
Scene draw_histogram(const Histogram& histogram, Size size);

// Days by which each driver moves the date, longest bar first; negative is earlier.
struct TornadoBar {
  std::string label;
  std::string code;  // of its record
  int low = 0, high = 0;
};
struct TornadoChart {
  std::string title, description;
  std::vector<TornadoBar> bars;
  Tongue tongue = {};
};
// As high as its bars need.
Scene draw_tornado(const TornadoChart& tornado, double width);

// The share of cases that had finished, by day, with its band.
struct SurvivalStep {
  int day = 0;
  double finished = 0, low = 0, high = 0;  // shares from this day on
};
struct SurvivalChart {
  std::string title, description;
  std::vector<SurvivalStep> steps;                 // ascending
  std::vector<int> open_until;                     // cases that were still open when last seen
  std::optional<int> elapsed;                      // days already spent
  std::vector<std::pair<std::string, int>> marks;  // ("mandate ends", day)
  Tongue tongue = {};
};
Scene draw_survival(const SurvivalChart& survival, Size size);

}  // namespace accord::chart
