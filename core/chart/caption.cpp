#include "core/chart/caption.hpp"

namespace accord::chart {
namespace {

constexpr double title_size = 11, about_size = 8, source_size = 7, line_height = 1.35, gap = 7;
constexpr double strong = 1.1;  // by how much strong lettering is wider than what the metrics know

struct Shift {
  double x, y;

  void operator()(Rectangle& r) const { r.x += x, r.y += y; }
  void operator()(Line& l) const { l.x1 += x, l.x2 += x, l.y1 += y, l.y2 += y; }
  void operator()(Polygon& p) const {
    for (auto& [px, py] : p.points) px += x, py += y;
  }
  void operator()(Label& l) const { l.x += x, l.y += y; }
};

std::vector<std::string> broken(std::string_view text, double width, double size, const TextMetrics& metrics) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string word(text.substr(0, space));
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    const std::string longer = lines.empty() ? word : lines.back() + " " + word;
    if (lines.empty() || metrics.width(longer, size) > width) lines.push_back(word);
    else lines.back() = longer;
  }
  return lines;
}

}  // namespace

Scene with_caption(Scene picture, const Caption& caption, const TextMetrics& metrics) {
  Scene scene;
  scene.title = std::move(picture.title);
  scene.description = std::move(picture.description);
  scene.width = picture.width + 2 * caption_margin;
  double y = caption_margin;
  const auto write = [&](Role role, const std::string& text, double size) {
    const double width = picture.width / (role == Role::text_strong ? strong : 1.0);
    for (const std::string& line : broken(text, width, size, metrics)) {
      scene.shapes.push_back({role, Label{caption_margin, y + size, line, size}});
      y += size * line_height;
    }
  };
  write(Role::text_strong, caption.title, title_size);
  for (const std::string& line : caption.about) write(Role::text, line, about_size);
  y += gap;
  for (Shape& shape : picture.shapes) {
    std::visit(Shift{caption_margin, y}, shape.form);
    scene.shapes.push_back(std::move(shape));
  }
  y += picture.height + gap;
  write(Role::text_muted, caption.source, source_size);
  scene.height = y + caption_margin;
  return scene;
}

}  // namespace accord::chart
