#include "core/chart/gantt_drawing.hpp"

#include <cmath>
#include <optional>

namespace accord::chart::gantt {
namespace {

constexpr double bar_middle = 0.43;

struct LinkEnd {
  double x, y;
};

bool is_selected(const Drawing& d, const GanttLink& link) {
  return !link.code.empty() && d.view.selected == link.code;
}

class LinkDrawing {
 public:
  LinkDrawing(Drawing& drawing, const GanttLink& link) : d_(drawing), link_(link) {}

  // Away from the bar, down (or up) to the border of the successor's row, along it, and in: no line runs where labels
  // stand.
  void draw(LinkEnd from, LinkEnd to) {
    const double gap = d_.row_height() * 0.28, down = to.y > from.y ? 1 : -1;
    const double out = from.x + (link_.from_finish ? gap : -gap);
    line(from.x, from.y, out, from.y);
    // A successor that begins after its predecessor has ended is entered from above or below.
    if (link_.from_finish && link_.to_start && to.x + 3 >= out) {
      const double edge = to.y - down * d_.row_height() * 0.27, between = to.y - down * d_.row_height() * 0.45;
      const double x = to.x + 3 - out < 4 ? out : to.x + 3;
      if (x == out) {
        line(out, from.y, out, edge);
      } else {
        line(out, from.y, out, between);
        line(out, between, x, between);
        line(x, between, x, edge);
      }
      head(x, edge, 0, down);
      return;
    }
    const double between = to.y - down * d_.row_height() * 0.45, in = to.x + (link_.to_start ? -gap : gap);
    line(out, from.y, out, between);
    line(out, between, in, between);
    line(in, between, in, to.y);
    line(in, to.y, to.x, to.y);
    head(to.x, to.y, link_.to_start ? 1 : -1, 0);
  }

 private:
  Role role() const { return link_.critical ? Role::link_critical : Role::link; }

  // Cut to the area, for lines that lead far away.
  void line(double x1, double y1, double x2, double y2) {
    const auto cut_x = [&](double x) { return std::clamp(x, d_.left - 20, d_.right + 20); };
    const auto cut_y = [&](double y) { return std::clamp(y, d_.top - 20, d_.bottom + 20); };
    if ((x1 == x2 && cut_x(x1) != x1) || (y1 == y2 && cut_y(y1) != y1)) return;
    const Line cut{cut_x(x1), cut_y(y1), cut_x(x2), cut_y(y2)};
    if (is_selected(d_, link_)) {
      constexpr double halo = 3;
      d_.put(Role::selection, Rectangle{std::min(cut.x1, cut.x2) - halo, std::min(cut.y1, cut.y2) - halo,
                                        std::abs(cut.x2 - cut.x1) + 2 * halo, std::abs(cut.y2 - cut.y1) + 2 * halo, halo});
    }
    d_.put(role(), cut, link_.code, Part::body);
  }

  // The tip at (x, y), pointing along (dx, dy).
  void head(double x, double y, double dx, double dy) {
    if (x < d_.left - 20 || x > d_.right + 20 || y < d_.top - 20 || y > d_.bottom + 20) return;
    const double length = d_.row_height() * 0.2, half = length * 0.55;
    const double back_x = x - dx * length, back_y = y - dy * length;
    d_.put(role(),
           Polygon{{{x, y}, {back_x - dy * half, back_y + dx * half}, {back_x + dy * half, back_y - dx * half}}},
           link_.code, Part::body);
  }

  Drawing& d_;
  const GanttLink& link_;
};

// For each row the line that stands for it: its own, or that of the folded row above it; absent for what is on another sheet.
std::vector<std::optional<std::uint32_t>> lines_of_rows(const Drawing& d) {
  const auto& rows = d.gantt.rows;
  std::vector<std::optional<std::uint32_t>> lines(rows.size());
  const auto shown = d.view.shown;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::size_t end = i + 1 < shown.size() ? shown[i + 1] : lines.size();
    lines[shown[i]] = static_cast<std::uint32_t>(i);
    for (std::size_t row = shown[i] + 1; row < end && rows[row].depth > rows[shown[i]].depth; ++row) lines[row] = lines[shown[i]];
  }
  return lines;
}

}  // namespace

void draw_links(Drawing& d) {
  if (d.gantt.links.empty() || d.view.shown.empty()) return;
  const auto lines = lines_of_rows(d);
  const std::size_t first = d.port().first_row(), end = d.port().end_row();
  const auto in_sight = [&](std::uint32_t line) { return line >= first && line < end; };
  const auto has_date = [&](std::uint32_t row) { return d.gantt.rows[row].start || d.gantt.rows[row].finish; };
  // The critical ones later, so that they lie on top, and the selected one on top of all.
  const auto layer = [&](const GanttLink& link) { return is_selected(d, link) ? 2 : link.critical ? 1 : 0; };
  for (const int painted : {0, 1, 2}) {
    for (const GanttLink& link : d.gantt.links) {
      if (layer(link) != painted) continue;
      if (!lines[link.from] || !lines[link.to]) continue;
      const std::uint32_t a = *lines[link.from], b = *lines[link.to];
      // What only passes by tells nothing.
      if (a == b || (!in_sight(a) && !in_sight(b)) || !has_date(link.from) || !has_date(link.to)) continue;
      const Extent from = d.extent(d.gantt.rows[link.from]), to = d.extent(d.gantt.rows[link.to]);
      if (std::max(from.x2, to.x2) < d.left || std::min(from.x1, to.x1) > d.right) continue;
      const double middle = d.row_height() * bar_middle;
      LinkDrawing(d, link).draw({link.from_finish ? from.x2 : from.x1, d.y(a) + middle},
                                {link.to_start ? to.x1 : to.x2, d.y(b) + middle});
    }
  }
}

}  // namespace accord::chart::gantt
