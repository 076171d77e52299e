#include "core/chart/legend.hpp"

namespace accord::chart {
namespace {

using Form = Sign::Form;

double sign_width(double text) { return text * 2.2; }
double line_height(double text) { return text * 1.7; }

class SignDrawing {
 public:
  // `x` is its left edge, `y` its middle.
  SignDrawing(Scene& scene, Role role, double x, double y, double text)
      : scene_(scene), role_(role), x_(x), y_(y), wide_(sign_width(text)), middle_(x + wide_ / 2), h_(text * 0.95) {}

  void draw(Form form) {
    switch (form) {
      case Form::bar: return put(Rectangle{x_, y_ - h_ / 2, wide_, h_, 2});
      case Form::thin: return put(Rectangle{x_, y_ - h_ * 0.15, wide_, h_ * 0.3});
      case Form::bracket: return bracket();
      case Form::diamond: return put(Polygon{{{middle_, y_ - h_ * 0.6}, {middle_ + h_ * 0.6, y_}, {middle_, y_ + h_ * 0.6}, {middle_ - h_ * 0.6, y_}}});
      case Form::dot: return put(Rectangle{middle_ - h_ * 0.3, y_ - h_ * 0.3, h_ * 0.6, h_ * 0.6, h_ * 0.3});
      case Form::triangle: return put(Polygon{{{middle_ - h_ * 0.4, y_ - h_ * 0.35}, {middle_ + h_ * 0.4, y_ - h_ * 0.35}, {middle_, y_ + h_ * 0.45}}});
      case Form::arrow: return put(Polygon{{{middle_ - h_ * 0.35, y_ - h_ * 0.4}, {middle_ + h_ * 0.45, y_}, {middle_ - h_ * 0.35, y_ + h_ * 0.4}}});
      case Form::tick: put(Line{x_ + 2, y_, x_ + wide_ - 2, y_}); return upright(middle_, 0.6, false);
      case Form::ticks:
        for (const double at : {-0.25, 0.0, 0.25}) upright(middle_ + at * wide_, 0.2, false);
        return;
      case Form::whisker:
        put(Line{x_ + 1, y_, x_ + wide_ - 1, y_});
        for (const double at : {x_ + 1, x_ + wide_ - 1}) upright(at, 0.25, false);
        return;
      case Form::stroke: return put(Line{x_, y_, x_ + wide_, y_});
      case Form::dashes: return put(Line{x_, y_, x_ + wide_, y_, true});
      case Form::link: put(Line{x_, y_, x_ + wide_, y_}); return put(Polygon{{{x_ + wide_, y_}, {x_ + wide_ - h_ * 0.4, y_ - h_ * 0.25}, {x_ + wide_ - h_ * 0.4, y_ + h_ * 0.25}}});
      case Form::upright: return upright(middle_, 0.6, false);
      case Form::upright_dashed: return upright(middle_, 0.6, true);
    }
  }

 private:
  void put(std::variant<Rectangle, Line, Polygon, Label> form) { scene_.shapes.push_back({role_, std::move(form), {}, Part::key}); }
  void upright(double at, double reach, bool dashed) { put(Line{at, y_ - h_ * reach, at, y_ + h_ * reach, dashed}); }
  void bracket() {
    const double x2 = x_ + wide_, top = y_ - h_ * 0.3, thick = h_ * 0.3, foot = h_ * 0.3;
    put(Polygon{{{x_, top}, {x2, top}, {x2, top + thick + foot}, {x2 - foot, top + thick}, {x_ + foot, top + thick}, {x_, top + thick + foot}}});
  }

  Scene& scene_;
  Role role_;
  double x_, y_, wide_, middle_, h_;
};

}  // namespace

Legend::Legend(const std::vector<Sign>& signs, double width, double text, const TextMetrics& metrics) : text_(text) {
  const double left = text * 0.6, before_name = sign_width(text) + text * 0.4, after_name = text * 1.6;
  double x = left;
  std::size_t line = 0;
  for (const Sign& sign : signs) {
    const std::string name = fitted(sign.name, width - left - before_name, text, metrics);
    const double wide = before_name + metrics.width(name, text);
    if (x + wide > width && x > left) x = left, ++line;
    placed_.push_back({{sign.role, sign.form, name}, x, line});
    x += wide + after_name;
  }
}

double Legend::height() const {
  return placed_.empty() ? 0 : (static_cast<double>(placed_.back().line) + 1.5) * line_height(text_);
}

void Legend::draw(Scene& scene, double top) const {
  for (const Placed& one : placed_) {
    const double y = top + line_height(text_) * (static_cast<double>(one.line) + 0.75);
    SignDrawing(scene, one.sign.role, one.x, y, text_).draw(one.sign.form);
    scene.shapes.push_back({Role::text, Label{one.x + sign_width(text_) + text_ * 0.4, y + text_ * 0.35, one.sign.name, text_}});
  }
}

void add_legend(Scene& scene, const std::vector<Sign>& signs, double text) {
  const Legend legend(signs, scene.width, text);
  legend.draw(scene, scene.height);
  scene.height += legend.height();
}

}  // namespace accord::chart
