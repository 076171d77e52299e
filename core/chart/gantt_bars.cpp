#include <fmt/format.h>

#include "core/chart/date_labels.hpp"
#include "core/chart/gantt_drawing.hpp"

namespace accord::chart::gantt {
namespace {

// The heights of a row's parts, as shares of it.
constexpr double spread_middle = 0.08, spread_reach = 0.06;
constexpr double bar_top = 0.17, bar_height = 0.52, bar_middle = bar_top + bar_height / 2;
constexpr double below_top = 0.74, below_height = 0.12;
constexpr double session_top = 0.86;

Polygon diamond(double x, double y, double r) { return {{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}}; }

// One row of the drawing.
class RowDrawing {
 public:
  RowDrawing(Drawing& drawing, std::size_t at)
      : d_(drawing), row_(drawing.row(at)), y_(drawing.y(at)), h_(drawing.row_height()), bar_(drawing.extent(row_)) {
    // A folded row shows the events of its members.
    const std::uint32_t place = d_.view.shown[at];
    if (place + 1 < d_.gantt.rows.size() && d_.gantt.rows[place + 1].depth > row_.depth &&
        d_.view.closed.contains(row_.code))
      members_from_ = place + 1;
  }

  void draw() {
    if (d_.look().sessions && row_.state != GanttState::done) draw_sessions();
    if (!row_.finish && !row_.start) {
      draw_marks();
      say_why_empty();
      return;
    }
    if (d_.look().baseline) draw_baseline();
    switch (row_.kind) {
      case GanttKind::track:
      case GanttKind::group:
        draw_bracket();
        break;
      case GanttKind::stage:
        draw_bar();
        break;
      case GanttKind::event:
        draw_event();
        break;
    }
    if (d_.look().latest) draw_latest();
    if (d_.look().spread) draw_spread();
    draw_deadline();
    draw_marks();
    draw_label();
  }

 private:
  double at(double share) const { return y_ + h_ * share; }
  bool outside(double x1, double x2) const { return x2 < d_.left || x1 > d_.right; }
  void take(double x1, double x2) { occupied_.take(x1 - 3, x2 + 3); }
  // What may lie on the bar itself.
  void take_on_bar(double x1, double x2) { take(x1, x2), on_bar_.take(x1 - 3, x2 + 3); }

  void draw_bracket() {
    const double foot = h_ * 0.2, top = at(0.3), thick = h_ * 0.2;
    const double x1 = std::max(bar_.x1, d_.left - 12), x2 = std::min(bar_.x2, d_.right + 12);
    if (x2 <= x1) return;
    const double slope = std::min(foot, (x2 - x1) / 2);
    d_.put(Role::group,
           Polygon{{{x1, top},
                    {x2, top},
                    {x2, top + thick + foot},
                    {x2 - slope, top + thick},
                    {x1 + slope, top + thick},
                    {x1, top + thick + foot}}},
           row_.code, Part::body);
    if (members_from_) draw_members();
  }

  void draw_members() {
    for (std::size_t i = *members_from_; i < d_.gantt.rows.size() && d_.gantt.rows[i].depth > row_.depth; ++i) {
      const GanttRow& member = d_.gantt.rows[i];
      if (member.kind != GanttKind::event || !member.finish) continue;
      const double x = d_.x_middle(*member.finish), r = d_.mark_radius();
      if (outside(x - r, x + r)) continue;
      d_.put(mark_role(member), diamond(x, at(bar_middle), r), member.code, Part::body);
      take(x - r, x + r);
    }
  }

  Role bar_role() const {
    if (row_.state == GanttState::dropped) return Role::dropped;
    if (row_.critical) return Role::critical;
    return row_.state == GanttState::running ? Role::running : Role::planned;
  }

  static Role mark_role(const GanttRow& row) {
    if (row.state == GanttState::dropped) return Role::mark_dropped;
    if (row.state == GanttState::done) return Role::mark_done;
    return row.critical ? Role::mark_critical : Role::mark_planned;
  }

  // What is done is solid; what is not known to the day is hatched at that end.
  void draw_bar() {
    const double top = at(bar_top), height = h_ * bar_height,
                 now = d_.x_after(d_.gantt.status_day.value_or(d_.gantt.today));
    double from = bar_.x1, to = bar_.x2;
    if (row_.start_between && row_.start_between->last) from = std::clamp(d_.x(*row_.start_between->last), from, to);
    if (row_.finish_between && row_.finish_between->first)
      to = std::clamp(d_.x_after(*row_.finish_between->first), from, to);
    if (row_.finish_between && !row_.finish_between->first) to = from;
    const double split = row_.state == GanttState::done      ? to
                         : row_.state == GanttState::running ? std::clamp(now, from, to)
                                                             : from;
    d_.put_bar(bar_role(), split, to, top, height, row_.code, Part::body, 2);
    d_.put_bar(Role::done, from, split, top, height, row_.code, Part::body, 2);
    draw_uncertain_ends(from, to);
    take(std::min(bar_.x1, from), std::max(bar_.x2, to));
    if (row_.stretchable)
      d_.put_bar(Role::touch, std::max(bar_.x2 - 4, bar_.x1), bar_.x2 + 5, top - 2, height + 4, row_.code,
                 Part::handle);
  }

  // An open side fades out over a short stretch: how far it reaches, nobody knows.
  void draw_uncertain_ends(double from, double to) {
    const double top = at(bar_top), height = h_ * bar_height, open = h_;
    if (const auto& start = row_.start_between) {
      const double begin = start->first ? d_.x(*start->first) : from - open;
      d_.put_bar(Role::imprecise, std::min(begin, from), from, top, height, row_.code, Part::body);
      take(std::min(begin, from), from);
    }
    if (const auto& finish = row_.finish_between) {
      const double end = finish->last ? d_.x_after(*finish->last) : std::max(bar_.x2, to) + open;
      d_.put_bar(Role::imprecise, to, std::max(end, to), top, height, row_.code, Part::body);
      take(to, std::max(end, to));
    }
  }

  void draw_event() {
    if (const auto& between = row_.finish_between) {
      const double x1 = between->first ? d_.x(*between->first) : bar_.x1 - h_;
      const double x2 = between->last ? d_.x_after(*between->last) : bar_.x2 + h_;
      d_.put_bar(Role::imprecise, x1, x2, at(bar_top + 0.1), h_ * (bar_height - 0.2), row_.code, Part::body);
      take(x1, x2);
    }
    if (!outside(bar_.x1, bar_.x2))
      d_.put(mark_role(row_), diamond((bar_.x1 + bar_.x2) / 2, at(bar_middle), d_.mark_radius()), row_.code,
             Part::body);
    take(bar_.x1, bar_.x2);
  }

  void draw_baseline() {
    if (!row_.baseline_finish && !row_.baseline_start) return;
    const Day finish = row_.baseline_finish.value_or(*row_.baseline_start),
              start = row_.baseline_start.value_or(finish);
    if (row_.kind == GanttKind::event) {
      const double x = d_.x_middle(finish), r = d_.mark_radius() * 0.6;
      if (!outside(x - r, x + r)) d_.put(Role::baseline, diamond(x, at(below_top), r), row_.code, Part::body);
    } else {
      d_.put_bar(Role::baseline, d_.x(start), d_.x_after(finish), at(below_top), h_ * below_height, row_.code,
                 Part::body);
    }
  }

  void draw_latest() {
    if (!row_.latest || row_.state == GanttState::done) return;
    const GanttLatest& latest = *row_.latest;
    const double x = d_.x_after(latest.day);
    const double x1 = d_.x_after(latest.if_earliest.value_or(latest.day)),
                 x2 = d_.x_after(latest.if_latest.value_or(latest.day));
    if (bar_.x2 > x + 0.5 && row_.finish && *row_.finish > latest.day)
      d_.put_bar(Role::late, x, bar_.x2, at(below_top), h_ * below_height, row_.code, Part::body);
    if (outside(x1, x2)) return;
    // Below the bar: how the tick would move with the mandate's end.
    const double reach = at(below_top + below_height / 2), cap = h_ * 0.08;
    if (x2 > x1) {
      d_.put(Role::latest, Line{std::max(x1, d_.left), reach, std::min(x2, d_.right), reach});
      for (const double end : {x1, x2}) d_.put(Role::latest, Line{end, reach - cap, end, reach + cap});
    }
    d_.put(Role::latest, Line{x, at(bar_top - 0.05), x, at(bar_top + bar_height + 0.05)});
    // The tick's foot tells it from the grid.
    d_.put(Role::latest, Line{x - h_ * 0.12, at(bar_top - 0.05), x, at(bar_top - 0.05)});
    d_.put(Role::latest, Line{x - h_ * 0.12, at(bar_top + bar_height + 0.05), x, at(bar_top + bar_height + 0.05)});
    take_on_bar(x - h_ * 0.12, x);
  }

  // Above the bar, so that neither the bar's own end nor its date is hidden. What has no P90 goes on to the edge.
  void draw_spread() {
    if (!row_.spread || !row_.spread->first || row_.state == GanttState::done) return;
    const double x1 = d_.x_after(*row_.spread->first), y = at(spread_middle), reach = h_ * spread_reach;
    const double x2 = row_.spread->last ? d_.x_after(*row_.spread->last) : std::max(d_.right, x1);
    if (outside(x1, x2)) return;
    d_.put(Role::spread, Line{std::max(x1, d_.left), y, std::min(x2, d_.right), y});
    for (const double end : {x1, row_.spread->last ? x2 : x1})
      if (!outside(end, end)) d_.put(Role::spread, Line{end, y - reach, end, y + reach});
  }

  void draw_deadline() {
    if (!row_.deadline) return;
    const double x = d_.x_after(*row_.deadline), r = h_ * 0.17;
    if (outside(x - r, x + r)) return;
    d_.put(Role::deadline, Polygon{{{x - r, at(0.08)}, {x + r, at(0.08)}, {x, at(0.42)}}}, row_.code, Part::body);
    take_on_bar(x - r, x + r);
  }

  // From today on, and only where each can be told from the next.
  void draw_sessions() {
    if (!row_.sessions) return;
    const Day first = std::max(d_.port().day_at(0), d_.gantt.today), last = d_.port().day_at(d_.port().width());
    std::vector<Line> ticks;
    for (const Session* session = row_.sessions->first_on_or_after(first); session && session->day <= last;
         session = row_.sessions->first_on_or_after(session->day + date::days{1})) {
      const double x = d_.x_middle(session->day);
      if (!ticks.empty() && x < ticks.back().x1 + 5 && session->day > last_of_block_ + date::days{1}) return;
      last_of_block_ = session->day;
      ticks.push_back({x, at(session_top), x, at(0.98)});
    }
    for (const Line& tick : ticks) d_.put(Role::session, tick);
  }

  void draw_marks() {
    const bool summary = row_.kind == GanttKind::track || row_.kind == GanttKind::group;
    const double r = h_ * 0.13, y = at(summary ? 0.72 : bar_middle);
    for (const GanttMark& mark : row_.marks) {
      const double x = d_.x_middle(mark.day);
      if (outside(x - r, x + r)) continue;
      d_.put(Role::entry, Rectangle{x - r, y - r, 2 * r, 2 * r, r}, mark.code, Part::body);
      take_on_bar(x - r, x + r);
    }
  }

  void say_why_empty() {
    const Tongue& t = d_.tongue();
    const std::string words = row_.state == GanttState::done  ? t("done, day not known")
                              : row_.kind == GanttKind::track ? t("no milestones yet")
                                                              : t("no date");
    const double x = d_.left + d_.look().text, wide = d_.wide(words);
    if (!occupied_.is_free(x, x + wide)) return;
    put_grounded(Role::text_muted, x, words);
  }

  // Beside the bar, or on its end, and never where it would read as the date of something else: beyond the latest date it
  // would be taken for that, before a stage for its beginning. Not at all where there is no room.
  void draw_label() {
    if (row_.kind == GanttKind::track || row_.kind == GanttKind::group || !row_.finish) return;
    if (d_.view.pull && d_.view.pull->code == row_.code) return;
    const std::string text = row_.date_words.empty() ? short_date(*row_.finish, d_.tongue()) : row_.date_words;
    if (outside(bar_.x1, bar_.x2)) return point_at(text);
    // An arrow may leave the bar before the label begins.
    const double wide = d_.wide(text), gap = h_ * 0.28 + d_.look().text * 0.5, pad = d_.look().text * 0.4;
    const auto& between = row_.finish_between;
    const double begin = !between ? bar_.x1 : between->first ? std::min(bar_.x1, d_.x(*between->first)) : bar_.x1 - h_;
    const double end = !between ? bar_.x2 : between->last ? std::max(bar_.x2, d_.x_after(*between->last)) : bar_.x2 + h_;
    const auto is_free = [&](double x) { return x >= d_.left + 2 && x + wide <= d_.right - d_.look().text * 0.5 && occupied_.is_free(x, x + wide); };
    if (is_free(end + gap)) return put_label(end + gap, text);
    if (row_.kind == GanttKind::event) {
      if (const double x = begin - gap - wide; is_free(x)) put_label(x, text);
    } else if (bar_.x2 > d_.right) {
      if (d_.right - std::max(bar_.x1, d_.left) > 2 * wide) point_at_end(text);
    } else if (const double x = bar_.x2 - pad - wide; x - pad > std::max(bar_.x1, d_.left) && !between && on_bar_.is_free(x, x + wide)) {
      put_label(x, text);
    } else {
      const std::string words = d_.tongue()("ends {}", text);
      const double from = begin - gap - d_.wide(words);
      if (from >= d_.left + 2 && occupied_.is_free(from, begin - gap)) put_label(from, words);
    }
  }

  void put_label(double x, const std::string& text) {
    const bool muted = row_.state == GanttState::done || row_.state == GanttState::dropped;
    put_grounded(muted ? Role::text_muted : Role::text, x, text);
  }

  // On a ground of its own, so that neither a line nor hatching runs through it.
  void put_grounded(Role role, double x, const std::string& text) {
    const double size = d_.look().text, y = d_.baseline(y_, h_ * 0.86);
    const Rectangle ground{x - 1, y - size * 0.8, d_.wide(text) + 2, size * 1.05};
    d_.labels.push_back({Role::surface, ground, row_.code, Part::row});
    if (row_.kind == GanttKind::track) d_.labels.push_back({Role::track, ground});
    if (row_.code == d_.view.selected) d_.labels.push_back({Role::selection, ground});
    else if (row_.code == d_.view.hovered) d_.labels.push_back({Role::hover, ground});
    d_.labels.push_back({role, Label{x, y, text, size}, row_.code, Part::body});
  }

  // A bar that reaches out of the view: the date of its end stands on it.
  void point_at_end(const std::string& text) {
    const std::string words = text + " ▸";
    const double x = d_.right - d_.look().text - d_.wide(words);
    put_grounded(Role::text, x, words);
  }

  // A bar that lies outside the view: its date at the edge, and which way it lies.
  void point_at(const std::string& text) {
    const bool before = bar_.x2 < d_.left;
    const std::string words = before ? "◂ " + text : text + " ▸";
    const double wide = d_.wide(words), x = before ? d_.left + d_.look().text : d_.right - d_.look().text - wide;
    if (x < d_.left || !occupied_.is_free(x, x + wide)) return;
    put_grounded(Role::text_muted, x, words);
  }

  Drawing& d_;
  const GanttRow& row_;
  double y_, h_;
  Extent bar_;
  std::optional<std::size_t> members_from_;
  Day last_of_block_ = first_day;
  Occupied occupied_, on_bar_;
};

}  // namespace

void draw_bars(Drawing& drawing) {
  for (std::size_t i = drawing.port().first_row(); i < drawing.port().end_row(); ++i) RowDrawing(drawing, i).draw();
}

}  // namespace accord::chart::gantt
