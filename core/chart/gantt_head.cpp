#include <fmt/format.h>

#include "core/calendar/presidencies.hpp"
#include "core/chart/date_labels.hpp"
#include "core/chart/gantt_drawing.hpp"
#include "core/chart/time_axis.hpp"

namespace accord::chart::gantt {
namespace {

class HeadDrawing {
 public:
  explicit HeadDrawing(Drawing& drawing)
      : d_(drawing), line_(drawing.look().line_height()), text_(drawing.look().text) {}

  void draw() {
    d_.put(Role::surface, Rectangle{0, 0, d_.scene.width, d_.top});
    const AxisUnits units = axis_units(d_.port().px_per_day(), text_);
    draw_axis(units.upper, Role::text_strong);
    draw_axis(units.lower, Role::text_muted);
    if (shows_presidencies(d_.gantt, d_.look())) draw_presidencies();
    for (const GanttBand& band : d_.gantt.bands) draw_band(band);
    draw_flags();
    d_.put(Role::axis, Line{0, d_.top, d_.right, d_.top});
    // What reached over from the right is covered; the column's own lettering stands on it.
    d_.put(Role::surface, Rectangle{0, 0, d_.left, d_.top});
    std::move(names_.begin(), names_.end(), std::back_inserter(d_.scene.shapes));
    d_.put(Role::axis, Line{d_.left, 0, d_.left, d_.bottom});
  }

 private:
  // In the left column, for the line that is being drawn.
  void name(std::string_view text, Role role, const std::string& code = {}) {
    const double pad = text_ * 0.6;
    names_.push_back({role,
                      Label{pad, d_.baseline(y_, line_), fitted(text, d_.left - 2 * pad, text_, d_.metrics), text_},
                      code, Part::body});
  }

  void draw_axis(AxisUnit unit, Role role) {
    const Day first = d_.port().day_at(0), last = d_.port().day_at(d_.port().width());
    for (const AxisCell& cell : axis_cells(unit, first, last, d_.tongue())) {
      const double x1 = std::max(d_.x(cell.first), d_.left), x2 = std::min(d_.x_after(cell.last), d_.right);
      if (x1 > d_.left) d_.put(Role::axis, Line{x1, y_, x1, y_ + line_});
      const double pad = text_ * 0.35, room = x2 - x1 - pad;
      for (const std::string& text : {cell.name, cell.short_name}) {
        // Strong lettering is wider than what the metrics know.
        if (text.empty() || d_.wide(text) * (role == Role::text_strong ? 1.1 : 1.0) > room - pad) continue;
        d_.put(role, Label{x1 + pad, d_.baseline(y_, line_), text, text_});
        break;
      }
    }
    y_ += line_;
    d_.put(Role::grid, Line{d_.left, y_, d_.right, y_});
  }

  void draw_presidencies() {
    const Tongue& t = d_.tongue();
    name(t("Presidency of the Council"), Role::text_muted);
    for (const Presidency& one : council_presidencies()) {
      const double x1 = std::max(d_.x(one.first()), d_.left), x2 = std::min(d_.x_after(one.last()), d_.right);
      if (x2 <= x1) continue;
      const bool sits = one.first() <= d_.gantt.today && d_.gantt.today <= one.last();
      d_.put(Role::presidency, Rectangle{x1, y_ + 1.5, x2 - x1, line_ - 3});
      const double room = x2 - x1 - text_ * 0.4;
      for (const std::string& text : {t(one.country), std::string(one.code)}) {
        if (d_.wide(text) * (sits ? 1.1 : 1.0) > room) continue;
        d_.put(sits ? Role::text_strong : Role::text_muted,
               Label{(x1 + x2) / 2, d_.baseline(y_, line_), text, text_, Anchor::middle});
        break;
      }
    }
    y_ += line_;
  }

  // What certainly belongs to the mandate is solid; what may, hatched.
  void draw_band(const GanttBand& band) {
    name(band.label, Role::text, band.code);
    const double top = y_ + line_ * 0.2, height = line_ * 0.6;
    const double begin = band.start.first ? d_.x(*band.start.first) : d_.left;
    const double certain_from = band.start.last ? d_.x(*band.start.last) : begin;
    // An unknown end: it holds until today, for all that is known.
    const double now = std::max(d_.x_after(d_.gantt.today), certain_from);
    const double certain_to = band.end.first ? std::max(d_.x_after(*band.end.first), certain_from) : now;
    const double end =
        band.end.last ? std::max(d_.x_after(*band.end.last), certain_to) : std::max(d_.right, certain_to);
    // Nothing of it stands out of the frame.
    const auto put = [&](Role role, double x1, double x2) { d_.put_bar(role, x1, std::min(x2, d_.right), top, height, band.code, Part::body); };
    put(Role::window_uncertain, begin, certain_from);
    put(Role::window, certain_from, certain_to);
    put(Role::window_uncertain, certain_to, end);
    label_end(band, certain_from, certain_to, end);
    y_ += line_;
  }

  void label_end(const GanttBand& band, double certain_from, double certain_to, double end) {
    const Tongue& t = d_.tongue();
    const std::string text = !band.end.first || !band.end.last ? t("end not known")
                             : *band.end.first == *band.end.last
                                 ? t("ends {}", short_date(*band.end.last, t))
                                 : t("ends {}", short_span(*band.end.first, *band.end.last, t));
    const double wide = d_.wide(text), gap = text_ * 0.5, baseline = d_.baseline(y_, line_);
    if (end >= d_.left && end + gap + wide < d_.right)
      d_.put(Role::text_muted, Label{end + gap, baseline, text, text_});
    else if (const double to = std::min(certain_to, d_.right); to - gap - wide > std::max(certain_from, d_.left))
      d_.put(Role::text_muted, Label{to - gap - wide, baseline, text, text_});
  }

  // The names of the vertical lines, kept apart.
  void draw_flags() {
    const Tongue& t = d_.tongue();
    name(t("Milestone"), Role::text_muted);
    Occupied occupied;
    const auto flag = [&](Day day, const std::string& words, Role role) {
      const double x = d_.x_middle(day);
      if (x < d_.left || x > d_.right) return;
      const double wide = d_.wide(words) * 1.1,
                   from = std::clamp(x - wide / 2, d_.left + 2, std::max(d_.left + 2, d_.right - wide - 2));
      if (!occupied.is_free(from - 4, from + wide + 4)) return;
      occupied.take(from, from + wide);
      d_.put(role, Label{from, d_.baseline(y_, line_) - 1, words, text_});
    };
    flag(d_.gantt.today, t("today, {}", short_date(d_.gantt.today, t)), Role::text_strong);
    if (d_.gantt.status_day)
      flag(*d_.gantt.status_day, t("status date, {}", short_date(*d_.gantt.status_day, t)), Role::text_muted);
  }

  Drawing& d_;
  double line_, text_, y_ = 0;
  std::vector<Shape> names_;
};

void draw_row_name(Drawing& d, std::size_t at) {
  const GanttRow& row = d.row(at);
  const double y = d.y(at), h = d.row_height(), text = d.look().text, pad = text * 0.6;
  const Rectangle area{0, y, d.left, h};
  if (row.kind == GanttKind::track) d.put(Role::track, area);
  if (row.code == d.view.selected) d.put(Role::selection, area);
  else if (row.code == d.view.hovered) d.put(Role::hover, area);
  d.put(Role::touch, area, row.code, Part::row);
  const double fold = text * 1.2, indent = row.depth * text * 0.9;
  const bool folds = d.view.shown[at] + 1 < d.gantt.rows.size() && d.gantt.rows[d.view.shown[at] + 1].depth > row.depth;
  const double baseline = d.baseline(y, h);
  double x = pad;
  if (folds) {
    const double size = text * 0.32, cx = pad + indent + size, cy = y + h / 2;
    const bool open = !d.view.closed.contains(row.code);
    d.put(Role::axis, open ? Polygon{{{cx - size, cy - size * 0.6}, {cx + size, cy - size * 0.6}, {cx, cy + size}}}
                           : Polygon{{{cx - size * 0.6, cy - size}, {cx + size, cy}, {cx - size * 0.6, cy + size}}});
    d.put(Role::touch, Rectangle{pad + indent - size, y, fold + size, h}, row.code, Part::fold);
  }
  x += indent + fold;
  const bool heading = row.kind == GanttKind::track;
  if (!heading) {
    d.put(Role::text_muted,
          Label{x, baseline, fitted(row.code, d.look().code_column - text * 0.5, text, d.metrics), text});
    x += d.look().code_column;
  }
  const bool strong = heading || row.kind == GanttKind::group;
  const double room = (d.left - pad - x) / (strong ? 1.1 : 1.0);
  d.put(strong                                                                 ? Role::text_strong
        : row.state == GanttState::planned || row.state == GanttState::running ? Role::text
                                                                               : Role::text_muted,
        Label{x, baseline, fitted(row.title, room, text, d.metrics), text});
  d.put(Role::grid, Line{0, y + h, d.left, y + h});
}

}  // namespace

void draw_header(Drawing& d) {
  d.put(Role::surface, Rectangle{0, d.top, d.left, d.bottom - d.top});
  for (std::size_t i = d.port().first_row(); i < d.port().end_row(); ++i) draw_row_name(d, i);
}

void draw_head(Drawing& d) { HeadDrawing(d).draw(); }

}  // namespace accord::chart::gantt
