#pragma once
// A rectangle with two scales into which forecast charts draw. Internal to core/chart.
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"
#include "core/chart/plot_names.hpp"
#include "core/chart/scene.hpp"

namespace accord::chart {

// A line from the axis up, with its name above the plot.
struct Upright {
  Role role;
  double value;
  std::string name;
  bool dashed = false;
};

// The first of every month, second month, quarter, half year or year (or more years), so that at most `most` of them lie
// in from … to, both included.
std::vector<Day> month_starts(Day from, Day to, int most);
// "Oct 2027".
std::string month_and_year(Day day, const Tongue& tongue);

class Plot {
 public:
  // What is left beside the plot for labels; points.
  struct Room {
    double left = 34, right = 8;
  };

  // The plot leaves room for labels: beside it, and below the axis.
  Plot(Scene& scene, double width, double height) : Plot(scene, width, height, Room{}) {}
  Plot(Scene& scene, double width, double height, const Room& room)
      : scene_(scene), left_(room.left), right_(width - room.right), bottom_(height - 18) {
    scene.width = width;
    scene.height = height;
  }

  void set_range(double from, double to) { from_ = from, to_ = to > from ? to : from + 1; }
  // Makes room above for the names of these; those outside the range are left out. Before anything is drawn.
  void set_uprights(const std::vector<Upright>& uprights);

  double x(double value) const { return left_ + (value - from_) / (to_ - from_) * (right_ - left_); }
  double y(double share) const { return bottom_ - share * (bottom_ - top_); }
  double left() const { return left_; }
  double right() const { return right_; }
  double top() const { return top_; }
  double bottom() const { return bottom_; }
  bool holds(double value) const { return value >= from_ && value <= to_; }

  void put(Role role, std::variant<Rectangle, Line, Polygon, Label> form, std::string code = {}) {
    scene_.shapes.push_back({role, std::move(form), std::move(code)});
  }
  // A label on a ground of its own, so that nothing strikes it through.
  void put_grounded(Role role, const Label& label, const std::string& code = {});
  // Lines at 0, 20, … 100 % with their labels, and the axis.
  void shares();
  // A scale of its own on the right, at the same lines: 0 to five steps of so many per cent.
  void shares_on_the_right(int step);
  // The lines that set_uprights() was given and their names: none lies on another, and no line runs through a name.
  void draw_uprights();
  // A tick on the axis with its name below, whole inside the picture; left out where it would touch the one before. From
  // left to right.
  void tick(double value, const std::string& name);
  // A tick at the first of every second, sixth or twelfth month; for a range of days since 1970.
  void months(const Tongue& tongue);

  static constexpr double text_size = 7.6;

 private:
  Scene& scene_;
  double left_, right_, bottom_, top_ = 14, from_ = 0, to_ = 1;
  double last_tick_ = 0;  // where the name of the last tick ends
  std::vector<Upright> uprights_;
  std::vector<PlotName> names_;  // of these
};

}  // namespace accord::chart
