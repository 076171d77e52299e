#pragma once
// A rectangle with two scales into which forecast charts draw. Internal to core/chart.
#include <utility>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/chart/scene.hpp"

namespace accord::chart {

class Plot {
 public:
  // What is left beside the plot for labels; points.
  struct Room {
    double left = 34, right = 8;
  };

  // The plot leaves room for labels: beside it, below the axis, above for marks.
  Plot(Scene& scene, double width, double height) : Plot(scene, width, height, Room{}) {}
  Plot(Scene& scene, double width, double height, const Room& room)
      : scene_(scene), left_(room.left), right_(width - room.right), bottom_(height - 18) {
    scene.width = width;
    scene.height = height;
  }

  void set_range(double from, double to) { from_ = from, to_ = to > from ? to : from + 1; }
  double x(double value) const { return left_ + (value - from_) / (to_ - from_) * (right_ - left_); }
  double y(double share) const { return bottom_ - share * (bottom_ - top); }
  double left() const { return left_; }
  double right() const { return right_; }
  double bottom() const { return bottom_; }
  bool holds(double value) const { return value >= from_ && value <= to_; }

  void put(Role role, std::variant<Rectangle, Line, Polygon, Label> form, std::string code = {}) {
    scene_.shapes.push_back({role, std::move(form), std::move(code)});
  }
  // Lines at 0, 20, … 100 % with their labels, and the axis.
  void shares();
  // A line across the plot with its name on top, beside it, where no other name stands.
  void upright(Role role, double value, const std::string& name, bool dashed);
  // A tick on the axis with its name below, whole inside the picture; left out where it would touch the one before. From
  // left to right.
  void tick(double value, const std::string& name);
  // A tick at the first of every second, sixth or twelfth month; for a range of days since 1970.
  void months(const Tongue& tongue);
  // What the plot's forms mean, in a line above it.
  void caption(const std::string& text);

  static constexpr double top = 36, text_size = 7.6;

 private:
  using Span = std::pair<double, double>;
  static constexpr int rows = 3;  // of names above the plot, the lowest first
  static constexpr double row_height = 8;

  Scene& scene_;
  double left_, right_, bottom_, from_ = 0, to_ = 1;
  double last_tick_ = 0;          // where the name of the last tick ends
  std::vector<Span> named_[rows];  // what the names above take, from and to
};

}  // namespace accord::chart
