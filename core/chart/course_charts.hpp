#pragma once
// How things went as pictures: forecasts against the days on which they were made, progress against the plan, and what is
// open by block and phase.
#include <optional>
#include <string>
#include <vector>

#include "core/chart/forecast_charts.hpp"

namespace accord::chart {

// Milestone trend analysis: a level line keeps its promise, a rising one slips; where it meets the diagonal it has come.
// What kept forecasts gave even chances is another quantity than a date of the plan: marks of its own, joined among themselves.
// Milestones that were always forecast for the same days share a line and a label.
struct TrendPoint {
  Day made, forecast;
};
struct TrendLine {
  std::string label;
  std::string code;  // of its record
  std::vector<TrendPoint> points;      // dates of the plan, ascending by the day made
  std::vector<TrendPoint> saved = {};  // P50 of kept forecasts, ascending by the day made
  bool reached = false;            // the last point is the day on which it came
  bool is_goal = false;            // a mandate has it as its goal
};
// A day that forecasts are measured by: "mandate ends".
struct TrendLimit {
  std::string label;  // whole
  Day day;
};
struct TrendChart {
  std::string title, description;
  std::vector<TrendLine> lines;
  std::vector<TrendLimit> limits = {};
  Tongue tongue = {};
};
// Height 0 where there is nothing to show.
Scene draw_trend(const TrendChart& trend, Size size);

// Planned and earned shares of the whole, and where the pace so far leads.
struct CoursePoint {
  Day day;
  double planned = 0;            // 0 to 1
  std::optional<double> earned;  // 0 to 1; absent after the day that the picture speaks of
};
struct ProgressChart {
  std::string title, description;
  std::vector<CoursePoint> course;  // ascending
  Day as_of;
  std::optional<Day> forecast_end;  // at the pace so far
  Tongue tongue = {};
};
Scene draw_progress(const ProgressChart& progress, Size size);

// What is open, by block (rows) and phase (columns).
struct GridCell {
  int open = 0, all = 0;
};
struct GridChart {
  std::string title, description;
  std::vector<std::string> rows, columns;
  std::vector<std::vector<GridCell>> cells;  // per row, per column; an `all` of 0 stays empty
  Tongue tongue = {};
};
// As high as its rows need.
Scene draw_grid(const GridChart& grid, double width);

}  // namespace accord::chart
