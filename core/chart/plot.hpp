#pragma once
// A rectangle with two scales into which forecast charts draw. Internal to core/chart.
#include "core/chart/scene.hpp"

namespace accord::chart {

class Plot {
 public:
  // The plot leaves room for labels: left of the shares, below the axis, above for marks.
  Plot(Scene& scene, double width, double height) : scene_(scene), right_(width - 8), bottom_(height - 16) {
    scene.width = width;
    scene.height = height;
  }

  void set_range(double from, double to) { from_ = from, to_ = to > from ? to : from + 1; }
  double x(double value) const { return left + (value - from_) / (to_ - from_) * (right_ - left); }
  double y(double share) const { return bottom_ - share * (bottom_ - top); }
  double right() const { return right_; }
  double bottom() const { return bottom_; }
  bool holds(double value) const { return value >= from_ && value <= to_; }

  void put(Role role, std::variant<Rectangle, Line, Polygon, Label> form, std::string code = {}) {
    scene_.shapes.push_back({role, std::move(form), std::move(code)});
  }
  // Lines at 0, 20, … 100 % with their labels, and the axis.
  void shares();
  // A line across the plot with its name on top, beside it.
  void upright(Role role, double value, const std::string& name, double label_y, bool dashed);

  static constexpr double left = 34, top = 26, text_size = 7.6;

 private:
  Scene& scene_;
  double right_, bottom_, from_ = 0, to_ = 1;
};

}  // namespace accord::chart
