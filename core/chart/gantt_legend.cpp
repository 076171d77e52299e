#include <array>

#include "core/chart/gantt_drawing.hpp"

namespace accord::chart {
namespace gantt {
namespace {

struct Sign {
  Role role;
  enum class Form { bar, diamond, thin, tick, dot, line, triangle } form;
  std::string_view name;
};

using Form = Sign::Form;
constexpr std::array signs{
    Sign{Role::done, Form::bar, message("done")},
    Sign{Role::running, Form::bar, message("running")},
    Sign{Role::planned, Form::bar, message("planned")},
    Sign{Role::critical, Form::bar, message("critical path")},
    Sign{Role::dropped, Form::bar, message("dropped")},
    Sign{Role::mark_done, Form::diamond, message("event that happened")},
    Sign{Role::mark_planned, Form::diamond, message("event")},
    Sign{Role::mark_critical, Form::diamond, message("event on the critical path")},
    Sign{Role::imprecise, Form::bar, message("not known to the day")},
    Sign{Role::latest, Form::tick, message("latest date for the goal")},
    Sign{Role::late, Form::thin, message("too late for it")},
    Sign{Role::deadline, Form::triangle, message("deadline")},
    Sign{Role::baseline, Form::thin, message("baseline")},
    Sign{Role::entry, Form::dot, message("round, visit or meeting")},
    Sign{Role::session, Form::line, message("session")},
    Sign{Role::window, Form::bar, message("mandate")},
    Sign{Role::window_uncertain, Form::bar, message("may have ended")},
};

// Which signs occur at all, wherever one looks in the picture.
bool occurs(const Gantt& gantt, const GanttLook& look, Role role) {
  const auto any_row = [&](auto holds) { return std::any_of(gantt.rows.begin(), gantt.rows.end(), holds); };
  const auto kind_and_state = [&](bool event, GanttState state) {
    return any_row([=](const GanttRow& row) {
      return (row.kind == GanttKind::event) == event && (event || row.kind == GanttKind::stage) && row.state == state;
    });
  };
  switch (role) {
    case Role::done:
      return kind_and_state(false, GanttState::done) || kind_and_state(false, GanttState::running);
    case Role::running:
      return any_row([](const GanttRow& row) {
        return row.state == GanttState::running && !row.critical && row.kind == GanttKind::stage;
      });
    case Role::planned:
      return any_row([](const GanttRow& row) {
        return row.state == GanttState::planned && !row.critical && row.kind == GanttKind::stage;
      });
    case Role::critical:
      return any_row([](const GanttRow& row) { return row.critical && row.kind == GanttKind::stage; });
    case Role::dropped:
      return any_row([](const GanttRow& row) { return row.state == GanttState::dropped; });
    case Role::mark_done:
      return kind_and_state(true, GanttState::done);
    case Role::mark_planned:
      return any_row([](const GanttRow& row) {
        return row.state == GanttState::planned && !row.critical && row.kind == GanttKind::event;
      });
    case Role::mark_critical:
      return any_row([](const GanttRow& row) { return row.critical && row.kind == GanttKind::event; });
    case Role::imprecise:
      return any_row([](const GanttRow& row) { return row.start_between || row.finish_between; });
    case Role::latest:
      return look.latest && any_row([](const GanttRow& row) { return row.latest.has_value(); });
    case Role::late:
      return look.latest &&
             any_row([](const GanttRow& row) { return row.latest && row.finish && *row.finish > row.latest->day; });
    case Role::deadline:
      return any_row([](const GanttRow& row) { return row.deadline.has_value(); });
    case Role::baseline:
      return look.baseline && any_row([](const GanttRow& row) { return row.baseline_finish || row.baseline_start; });
    case Role::entry:
      return any_row([](const GanttRow& row) { return !row.marks.empty(); });
    case Role::session:
      return look.sessions && any_row([](const GanttRow& row) { return row.sessions != nullptr; });
    case Role::window:
      return !gantt.bands.empty();
    case Role::window_uncertain:
      return std::any_of(gantt.bands.begin(), gantt.bands.end(),
                         [](const GanttBand& band) { return band.end.first != band.end.last || !band.end.first; });
    default:
      return false;
  }
}

struct Placed {
  const Sign* sign;
  double x;
  std::size_t line;
};

double sign_width(const GanttLook& look) { return look.text * 2.2; }

std::vector<Placed> place(const Gantt& gantt, const GanttLook& look, double width, const TextMetrics& metrics) {
  std::vector<Placed> placed;
  double x = look.text * 0.6;
  std::size_t line = 0;
  for (const Sign& sign : signs) {
    if (!occurs(gantt, look, sign.role)) continue;
    const double wide = sign_width(look) + look.text * 0.4 + metrics.width(gantt.tongue(sign.name), look.text) + look.text * 1.6;
    if (x + wide > width && x > look.text) x = look.text * 0.6, ++line;
    placed.push_back({&sign, x, line});
    x += wide;
  }
  return placed;
}

void draw_sign(Drawing& d, const Sign& sign, double x, double y) {
  const double text = d.look().text, wide = sign_width(d.look()), h = text * 0.95, middle = x + wide / 2;
  switch (sign.form) {
    case Form::bar:
      return d.put(sign.role, Rectangle{x, y - h / 2, wide, h, 2});
    case Form::diamond:
      return d.put(
          sign.role,
          Polygon{{{middle, y - h * 0.6}, {middle + h * 0.6, y}, {middle, y + h * 0.6}, {middle - h * 0.6, y}}});
    case Form::thin:
      return d.put(sign.role, Rectangle{x, y - h * 0.15, wide, h * 0.3});
    case Form::tick:
      d.put(sign.role, Line{x + 2, y, x + wide - 2, y});
      return d.put(sign.role, Line{middle, y - h * 0.6, middle, y + h * 0.6});
    case Form::dot:
      return d.put(sign.role, Rectangle{middle - h * 0.3, y - h * 0.3, h * 0.6, h * 0.6, h * 0.3});
    case Form::line:
      for (const double at : {-0.5, 0.0, 0.5})
        d.put(sign.role, Line{middle + at * wide * 0.5, y - h * 0.2, middle + at * wide * 0.5, y + h * 0.2});
      return;
    case Form::triangle:
      return d.put(
          sign.role,
          Polygon{{{middle - h * 0.4, y - h * 0.35}, {middle + h * 0.4, y - h * 0.35}, {middle, y + h * 0.45}}});
  }
}

}  // namespace

void draw_legend(Drawing& d) {
  const auto placed = place(d.gantt, d.look(), d.scene.width, d.metrics);
  const double line = d.look().line_height(), text = d.look().text;
  d.put(Role::surface, Rectangle{0, d.bottom, d.scene.width, d.scene.height - d.bottom});
  d.put(Role::axis, Line{0, d.bottom, d.scene.width, d.bottom});
  for (const Placed& one : placed) {
    const double y = d.bottom + line * (static_cast<double>(one.line) + 0.75);
    draw_sign(d, *one.sign, one.x, y);
    d.put(Role::text,
          Label{one.x + sign_width(d.look()) + text * 0.4, y + text * 0.35, d.tongue()(one.sign->name), text});
  }
}

}  // namespace gantt

double foot_height(const Gantt& gantt, const GanttLook& look, double width, const TextMetrics& metrics) {
  const auto placed = gantt::place(gantt, look, width, metrics);
  return placed.empty() ? 0 : (static_cast<double>(placed.back().line) + 1.5) * look.line_height();
}

}  // namespace accord::chart
