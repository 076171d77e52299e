#include "app/render/scene_cairo.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace accord {
namespace {

using namespace chart;

class Painter {
 public:
  Painter(cairo_t* to, const Lettering& lettering, const Palette& palette) : to_(to), lettering_(lettering), palette_(palette) {}

  void paint(const Shape& shape) {
    if (shape.role == Role::touch) return;
    role_ = shape.role;
    look_ = look_of(role_);
    if (!std::holds_alternative<Line>(shape.form)) stroke_lines();
    std::visit([this](const auto& form) { draw(form); }, shape.form);
  }

  // Lines of one look in a row are one stroke.
  void stroke_lines() {
    if (!lines_) return;
    stroke(*lines_);
    cairo_new_path(to_);
    lines_.reset();
  }

 private:
  struct Box {
    double left, top, right, bottom;
    bool meets(const Box& other) const {
      return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
    bool holds(const Box& other) const {
      return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }
  };

  void draw(const Rectangle& r) {
    const Box box{r.x, r.y, r.x + r.width, r.y + r.height};
    if (look_.hatched) crossing_.push_back(box);
    else if (look_.edge != Ink::none) edges_.push_back(box);
    if (look_.hatched) hatch(r);
    outline(r);
    fill_and_stroke();
  }

  void outline(const Rectangle& r) {
    const double radius = std::min({r.radius, r.width / 2, r.height / 2});
    if (radius <= 0) return cairo_rectangle(to_, r.x, r.y, r.width, r.height);
    constexpr double quarter = 1.5707963267948966;
    cairo_new_sub_path(to_);
    cairo_arc(to_, r.x + r.width - radius, r.y + radius, radius, -quarter, 0);
    cairo_arc(to_, r.x + r.width - radius, r.y + r.height - radius, radius, 0, quarter);
    cairo_arc(to_, r.x + radius, r.y + r.height - radius, radius, quarter, 2 * quarter);
    cairo_arc(to_, r.x + radius, r.y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(to_);
  }

  void hatch(const Rectangle& r) {
    constexpr double step = 4 * 1.4142135623730951;
    for (double x = r.x - r.height; x < r.x + r.width; x += step) {
      // From the lower edge up to the right, cut to the rectangle.
      const double from = std::max(x, r.x), to = std::min(x + r.height, r.x + r.width);
      if (to <= from) continue;
      cairo_move_to(to_, from, r.y + r.height - (from - x));
      cairo_line_to(to_, to, r.y + r.height - (to - x));
    }
    cairo_set_line_width(to_, 0.6);
    set_colour(to_, palette_[look_.edge], look_.fill_opacity);
    cairo_stroke(to_);
  }

  void draw(const Line& l) {
    look_.dashed = look_.dashed || l.dashed;
    if (lines_ && (lines_->edge != look_.edge || lines_->width != look_.width || lines_->dashed != look_.dashed)) stroke_lines();
    lines_ = look_;
    cairo_move_to(to_, l.x1, l.y1);
    cairo_line_to(to_, l.x2, l.y2);
    crossing_.push_back({std::min(l.x1, l.x2), std::min(l.y1, l.y2), std::max(l.x1, l.x2), std::max(l.y1, l.y2)});
  }

  void draw(const Polygon& p) {
    cairo_new_sub_path(to_);  // wherever the pen was before
    Box around{1e9, 1e9, -1e9, -1e9};
    for (const auto& [x, y] : p.points) {
      cairo_line_to(to_, x, y);
      around = {std::min(around.left, x), std::min(around.top, y), std::max(around.right, x), std::max(around.bottom, y)};
    }
    crossing_.push_back(around);
    cairo_close_path(to_);
    fill_and_stroke();
  }

  void fill_and_stroke() {
    if (look_.fill != Ink::none) {
      set_colour(to_, palette_[look_.fill], look_.fill_opacity);
      cairo_fill_preserve(to_);
    }
    stroke(look_);
    cairo_new_path(to_);
  }

  void stroke(const Look& look) {
    if (look.edge == Ink::none || look.width <= 0) return;
    constexpr double dashes[] = {3, 2};
    cairo_set_dash(to_, dashes, look.dashed ? 2 : 0, 0);
    cairo_set_line_width(to_, look.width);
    set_colour(to_, palette_[look.edge]);
    cairo_stroke_preserve(to_);
    cairo_set_dash(to_, nullptr, 0, 0);
  }

  // Whether anything drawn so far runs through the place.
  bool is_crossed(const Box& place) const {
    return std::ranges::any_of(crossing_, [&](const Box& box) { return box.meets(place); }) ||
           std::ranges::any_of(edges_, [&](const Box& box) { return box.meets(place) && !box.holds(place); });
  }

  void draw(const Label& l) {
    const LayoutPtr layout = lettering_.line(l.text, {.size = l.size, .bold = role_ == Role::text_strong});
    const double wide = width_of(layout.get());
    const double x = l.anchor == Anchor::middle ? l.x - wide / 2 : l.anchor == Anchor::end ? l.x - wide : l.x;
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
    // A rim of paper, so that a line behind the lettering does not strike it through; it costs an outline of every letter.
    if (is_crossed({x - 1, l.y - l.size, x + wide + 1, l.y + 0.35 * l.size})) {
      cairo_move_to(to_, x, l.y);
      pango_cairo_layout_line_path(to_, line);
      cairo_set_line_width(to_, 2);
      cairo_set_line_join(to_, CAIRO_LINE_JOIN_ROUND);
      set_colour(to_, palette_[Ink::paper]);
      cairo_stroke(to_);
      cairo_set_line_join(to_, CAIRO_LINE_JOIN_MITER);
    }
    cairo_move_to(to_, x, l.y);
    set_colour(to_, palette_[look_.fill]);
    pango_cairo_show_layout_line(to_, line);
    cairo_new_path(to_);
  }

  cairo_t* to_;
  const Lettering& lettering_;
  const Palette& palette_;
  Role role_ = Role::text;
  Look look_;
  std::optional<Look> lines_;  // whose path is open
  std::vector<Box> crossing_, edges_;
};

}  // namespace

void set_colour(cairo_t* to, Colour colour, double opacity) {
  cairo_set_source_rgba(to, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
}

void paint(const Scene& scene, cairo_t* to, const Lettering& lettering, const Palette& palette) {
  cairo_save(to);
  Painter painter(to, lettering, palette);
  for (const Shape& shape : scene.shapes) painter.paint(shape);
  painter.stroke_lines();
  cairo_restore(to);
}

}  // namespace accord
