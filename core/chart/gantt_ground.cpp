#include "core/chart/gantt_drawing.hpp"
#include "core/chart/time_axis.hpp"

namespace accord::chart::gantt {
namespace {

void draw_stripes(Drawing& d) {
  for (std::size_t i = d.port().first_row(); i < d.port().end_row(); ++i) {
    const GanttRow& row = d.row(i);
    const double y = d.y(i), width = d.right - d.left;
    if (row.kind == GanttKind::track) d.put(Role::track, Rectangle{d.left, y, width, d.row_height()});
    if (row.code == d.view.selected) d.put(Role::selection, Rectangle{d.left, y, width, d.row_height()});
    else if (row.code == d.view.hovered) d.put(Role::hover, Rectangle{d.left, y, width, d.row_height()});
    d.put(Role::touch, Rectangle{d.left, y, width, d.row_height()}, row.code, Part::row);
  }
}

// Where a closed day is too narrow to be seen, shading would only grey the picture.
void shade_closed_days(Drawing& d) {
  if (!d.gantt.calendar || d.port().px_per_day() * 7 < d.look().text * 2.6) return;
  const Day last = d.port().day_at(d.port().width());
  for (Day day = d.port().day_at(0); day <= last; day += date::days{1}) {
    if (d.gantt.calendar->works(day)) continue;
    Day end = day;
    while (end < last && !d.gantt.calendar->works(end + date::days{1})) end += date::days{1};
    d.put_bar(Role::closed, d.x(day), d.x_after(end), d.top, d.bottom - d.top);
    day = end;
  }
}

void draw_limits(Drawing& d) {
  for (const GanttBand& band : d.gantt.bands) {
    if (!band.limits) continue;
    if (band.end.first && band.end.last && band.end.first != band.end.last)
      d.put_bar(Role::limit_zone, d.x_after(*band.end.first), d.x_after(*band.end.last), d.top, d.bottom - d.top);
    for (const auto& end : {band.end.first, band.end.last}) {
      if (!end) continue;
      const double x = d.x_after(*end);
      if (x >= d.left && x <= d.right) d.put(Role::limit, Line{x, d.top, x, d.bottom, true});
      if (band.end.first == band.end.last) break;
    }
  }
}

void draw_grid(Drawing& d) {
  const AxisUnits units = axis_units(d.port().px_per_day(), d.look().text);
  const Day first = d.port().day_at(0), last = d.port().day_at(d.port().width());
  for (const auto& [unit, role] : {std::pair{units.lower, Role::grid}, std::pair{units.upper, Role::grid_major}}) {
    if (unit == AxisUnit::day) continue;  // a line for every day would hide the bars
    for (const AxisCell& cell : axis_cells(unit, first, last)) {
      const double x = d.x(cell.first);
      if (x > d.left && x < d.right) d.put(role, Line{x, d.top, x, d.bottom});
    }
  }
  for (std::size_t i = d.port().first_row(); i < d.port().end_row(); ++i)
    d.put(Role::grid, Line{d.left, d.y(i) + d.row_height(), d.right, d.y(i) + d.row_height()});
}

void draw_flag_line(Drawing& d, Role role, Day day) {
  const double x = d.x_middle(day);
  if (x >= d.left && x <= d.right) d.put(role, Line{x, d.top - 2, x, d.bottom, role == Role::status});
}

// On a ground of their own, where the pointer does not cover them.
void put_words(Drawing& d, const GanttPull& pull, double x, double y) {
  const double line = d.look().text * 1.6, pad = d.look().text * 0.5;
  const double wide = std::max(d.wide(pull.words) * 1.1, d.wide(pull.effect)),
               high = pull.effect.empty() ? line : 2 * line;
  const double from = std::clamp(x, d.left + pad, std::max(d.left + pad, d.right - wide - pad));
  if (y + high > d.bottom) y -= high + d.row_height() + 4;
  const Rectangle ground{from - pad, y, wide + 2 * pad, high + pad, 3};
  d.labels.push_back({Role::surface, ground});
  d.labels.push_back({Role::ghost, ground});
  d.labels.push_back({Role::text_strong, Label{from, d.baseline(y + pad / 2, line), pull.words, d.look().text}});
  if (!pull.effect.empty())
    d.labels.push_back({Role::text, Label{from, d.baseline(y + pad / 2 + line, line), pull.effect, d.look().text}});
}

void draw_pull(Drawing& d, const GanttPull& pull) {
  for (std::size_t i = d.port().first_row(); i < d.port().end_row(); ++i) {
    const GanttRow& row = d.row(i);
    if (row.code != pull.code) continue;
    const Extent bar = d.extent(row);
    const double y = d.y(i), h = d.row_height();
    if (pull.finish) {
      const double x = d.x_after(*pull.finish);
      d.put_bar(Role::ghost, bar.x1, x, y + h * 0.12, h * 0.62, {}, Part::none, 2);
      put_words(d, pull, x + 6, y + h + 2);
    }
    if (pull.link_to) {
      const auto& [to_x, to_y] = *pull.link_to;
      d.labels.push_back({Role::link_critical, Line{bar.x2, y + h * 0.43, to_x, to_y, true}});
      put_words(d, pull, to_x + 12, to_y + 14);
    }
  }
}

}  // namespace

void draw_ground(Drawing& drawing) {
  draw_stripes(drawing);
  shade_closed_days(drawing);
  draw_grid(drawing);
  draw_limits(drawing);
}

void draw_lines(Drawing& drawing) {
  if (drawing.gantt.status_day) draw_flag_line(drawing, Role::status, *drawing.gantt.status_day);
  draw_flag_line(drawing, Role::today, drawing.gantt.today);
  if (drawing.view.pull) draw_pull(drawing, *drawing.view.pull);
}

}  // namespace accord::chart::gantt
