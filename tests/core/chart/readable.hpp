#pragma once
// What makes any picture readable: labels apart from each other and from lines, and every role explained.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"
#include "core/chart/theme.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart::test {

struct Box {
  double x1, y1, x2, y2;
  std::string text;

  bool overlaps(const Box& b) const { return x1 < b.x2 && b.x1 < x2 && y1 < b.y2 && b.y1 < y2; }
  bool holds_across(const Box& b) const { return x1 <= b.x1 && b.x2 <= x2 && y1 <= (b.y1 + b.y2) / 2 && (b.y1 + b.y2) / 2 <= y2; }
};

inline Box box_of(const Label& label, const TextMetrics& metrics = estimated_metrics()) {
  const double wide = metrics.width(label.text, label.size);
  const double x = label.anchor == Anchor::middle ? label.x - wide / 2 : label.anchor == Anchor::end ? label.x - wide : label.x;
  return {x, label.y - label.size * 0.72, x + wide, label.y + label.size * 0.1, label.text};
}

inline Box box_of(const Rectangle& r) { return {r.x, r.y, r.x + r.width, r.y + r.height, {}}; }

// Whether a line runs through a box, a little inside its edges.
inline bool crosses(const Line& line, const Box& box) {
  constexpr int steps = 200;
  constexpr double inside = 0.5;
  for (int i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    const double x = line.x1 + share * (line.x2 - line.x1), y = line.y1 + share * (line.y2 - line.y1);
    if (x > box.x1 + inside && x < box.x2 - inside && y > box.y1 + inside && y < box.y2 - inside) return true;
  }
  return false;
}

// The labels that can be seen: what a later surface covers is not.
inline std::vector<Box> seen_labels(const Scene& scene, const TextMetrics& metrics = estimated_metrics()) {
  std::vector<Box> boxes;
  for (const Shape& shape : scene.shapes) {
    if (shape.role == Role::surface) std::erase_if(boxes, [ground = box_of(std::get<Rectangle>(shape.form))](const Box& box) { return ground.holds_across(box); });
    if (const auto* label = std::get_if<Label>(&shape.form); label && !label->text.empty()) boxes.push_back(box_of(*label, metrics));
  }
  return boxes;
}

inline void check_labels_apart(const Scene& scene, const TextMetrics& metrics = estimated_metrics()) {
  const std::vector<Box> boxes = seen_labels(scene, metrics);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = i + 1; k < boxes.size(); ++k)
      if (boxes[i].overlaps(boxes[k])) FAIL_CHECK("“" << boxes[i].text << "” lies on “" << boxes[k].text << "”");
}

// No line of these roles runs through a label, unless a ground between the two keeps it away.
inline void check_labels_clear(const Scene& scene, const std::set<Role>& roles, const TextMetrics& metrics = estimated_metrics()) {
  for (std::size_t i = 0; i < scene.shapes.size(); ++i) {
    const auto* label = std::get_if<Label>(&scene.shapes[i].form);
    if (!label || label->text.empty()) continue;
    const Box box = box_of(*label, metrics);
    std::size_t ground = 0;  // what was painted before it does not show through
    for (std::size_t k = 0; k < i; ++k)
      if (scene.shapes[k].role == Role::surface && box_of(std::get<Rectangle>(scene.shapes[k].form)).holds_across(box)) ground = k;
    for (std::size_t k = ground; k < scene.shapes.size(); ++k) {
      const auto* line = std::get_if<Line>(&scene.shapes[k].form);
      if (line && roles.contains(scene.shapes[k].role) && crosses(*line, box))
        FAIL_CHECK("a line of role " << static_cast<int>(scene.shapes[k].role) << " runs through “" << label->text << "”");
    }
  }
}

// Every role that is drawn has its sign, but lettering, scales, grounds and what is named where it stands.
inline void check_explained(const Scene& scene, std::set<Role> named = {}) {
  named.insert({Role::text, Role::text_muted, Role::text_strong, Role::axis, Role::grid, Role::grid_major, Role::surface, Role::touch, Role::track,
                Role::selection, Role::hover, Role::leader});
  std::set<Role> explained;
  for (const Shape& shape : scene.shapes)
    if (shape.part == Part::key) explained.insert(shape.role);
  for (const Shape& shape : scene.shapes)
    if (!named.contains(shape.role) && !explained.contains(shape.role)) {
      FAIL_CHECK("nothing explains role " << static_cast<int>(shape.role));
      return;
    }
}

// Shapes of a role, signs of the legend left out.
inline std::int64_t drawn(const Scene& scene, Role role) {
  return std::ranges::count_if(scene.shapes, [role](const Shape& shape) { return shape.role == role && shape.part != Part::key; });
}

inline bool says(const Scene& scene, std::string_view words) {
  return std::ranges::any_of(scene.shapes, [words](const Shape& shape) {
    const auto* label = std::get_if<Label>(&shape.form);
    return label && label->text.find(words) != std::string::npos;
  });
}

// How dark an ink is where there are no colours, 0 to 1, on the paper that shines through.
inline double shade(Ink ink, double opacity) {
  const auto light = [](Ink of) {
    const Colour c = Palette::light()[of];
    return (0.299 * c.red + 0.587 * c.green + 0.114 * c.blue) / 255;
  };
  return ink == Ink::none ? light(Ink::paper) : opacity * light(ink) + (1 - opacity) * light(Ink::paper);
}

inline bool alike_in_grey(const Look& a, const Look& b) {
  return a.dashed == b.dashed && a.hatched == b.hatched && std::abs(a.width - b.width) < 0.4 && std::abs(shade(a.fill, a.fill_opacity) - shade(b.fill, b.fill_opacity)) < 0.12 &&
         std::abs(shade(a.edge, 1) - shade(b.edge, 1)) < 0.2;
}

// What a sign's form is, wherever it stands; "" for lines, which have their names beside them.
inline std::string outline_of(const Shape& shape) {
  std::string out;
  if (const auto* box = std::get_if<Rectangle>(&shape.form)) out = fmt::format("box {:.1f} {:.1f} {:.1f}", box->width, box->height, box->radius);
  if (const auto* polygon = std::get_if<Polygon>(&shape.form))
    for (const auto& [x, y] : polygon->points) out += fmt::format("{:.1f},{:.1f} ", x - polygon->points.front().first, y - polygon->points.front().second);
  return out;
}

// Signs of one form that mean different things look different in black and white too.
inline void check_without_colours(const Scene& scene) {
  for (const Shape& a : scene.shapes)
    for (const Shape& b : scene.shapes) {
      if (a.part != Part::key || b.part != Part::key || a.role >= b.role || outline_of(a).empty() || outline_of(a) != outline_of(b)) continue;
      CAPTURE(static_cast<int>(a.role));
      CAPTURE(static_cast<int>(b.role));
      CHECK(!alike_in_grey(look_of(a.role), look_of(b.role)));
    }
}

// Of a chart with a plot and a legend: labels whole, apart and clear of lines, lines that can be seen, roles that are explained.
inline void check_readable(const Scene& scene) {
  check_without_colours(scene);
  for (const Shape& shape : scene.shapes) {
    if (std::holds_alternative<Line>(shape.form)) CHECK(look_of(shape.role).edge != Ink::none);
    const auto* label = std::get_if<Label>(&shape.form);
    if (!label) continue;
    const Box box = box_of(*label);
    CAPTURE(label->text);
    CHECK(box.x1 >= -0.01);
    CHECK(box.x2 <= scene.width + 0.01);
    CHECK(box.y1 >= 0);
    CHECK(box.y2 <= scene.height);
  }
  check_labels_apart(scene);
  check_labels_clear(scene, {Role::limit, Role::today, Role::status, Role::link_critical, Role::leader, Role::grid});
  check_explained(scene);
}

}  // namespace accord::chart::test
