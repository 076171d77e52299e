#pragma once
// What the parts of the timeline's drawing share. Only for gantt*.cpp.
#include <algorithm>
#include <utility>

#include "core/chart/gantt.hpp"

namespace accord::chart::gantt {

// Free room on one line: what was taken keeps the next label away.
class Occupied {
 public:
  void take(double from, double to) { taken_.emplace_back(from, to); }
  bool is_free(double from, double to) const {
    return std::none_of(taken_.begin(), taken_.end(), [&](const auto& t) { return from < t.second && to > t.first; });
  }

 private:
  std::vector<std::pair<double, double>> taken_;
};

// Where a row's bar or diamond lies across; x2 is after its last day. Absent where it has no date.
struct Extent {
  double x1, x2;
};

struct Drawing {
  const Gantt& gantt;
  const GanttView& view;
  const TextMetrics& metrics;
  Scene scene;
  double left, right, top, bottom;  // of the area with the bars
  std::vector<Shape> labels;        // painted after everything else in that area

  const GanttLook& look() const { return view.look; }
  const Viewport& port() const { return view.viewport; }
  const Tongue& tongue() const { return gantt.tongue; }
  double row_height() const { return port().row_height(); }
  double x(Day day) const { return left + port().x(day); }
  double x_after(Day day) const { return left + port().x_after(day); }
  double x_middle(Day day) const { return (x(day) + x_after(day)) / 2; }
  double y(std::size_t shown_row) const { return top + port().y(shown_row); }
  const GanttRow& row(std::size_t shown_row) const { return gantt.rows[view.shown[shown_row]]; }
  double wide(std::string_view text) const { return metrics.width(text, look().text); }
  // The baseline of a label whose line begins at y.
  double baseline(double y_of_line, double height) const { return y_of_line + height / 2 + look().text * 0.35; }

  void put(Role role, std::variant<Rectangle, Line, Polygon, Label> form, const std::string& code = {},
           Part part = Part::none) {
    scene.shapes.push_back({role, std::move(form), code, part});
  }
  // A rectangle from x1 to x2, cut to just beyond the area's edges; nothing where nothing is left.
  void put_bar(Role role, double x1, double x2, double y_top, double height, const std::string& code = {},
               Part part = Part::none, double radius = 0) {
    constexpr double beyond = 6;
    x1 = std::max(x1, left - beyond);
    x2 = std::min(x2, right + beyond);
    if (x2 > x1) put(role, Rectangle{x1, y_top, x2 - x1, height, radius}, code, part);
  }
  Extent extent(const GanttRow& row) const;
  double mark_radius() const { return row_height() * 0.27; }
};

// The rows' stripes, the days nobody works, the ends of mandates and the lines of the scale.
void draw_ground(Drawing& drawing);
// Bars, diamonds and their labels, of the rows in sight.
void draw_bars(Drawing& drawing);
void draw_links(Drawing& drawing);
// Today and the status date; what is being pulled.
void draw_lines(Drawing& drawing);
// Codes and titles, on the left.
void draw_header(Drawing& drawing);
void draw_head(Drawing& drawing);
void draw_legend(Drawing& drawing);

// Lines over the rows: those of the axis, presidencies, mandates, flags.
bool shows_presidencies(const Gantt& gantt, const GanttLook& look);

}  // namespace accord::chart::gantt
