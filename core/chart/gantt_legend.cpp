#include <array>

#include "core/chart/gantt_drawing.hpp"
#include "core/chart/legend.hpp"

namespace accord::chart {
namespace gantt {
namespace {

struct Meaning {
  Role role;
  Sign::Form form;
  std::string_view name;
};

using Form = Sign::Form;
constexpr std::array meanings{
    Meaning{Role::group, Form::bracket, message("track or group, first to last day")},
    Meaning{Role::done, Form::bar, message("done")},
    Meaning{Role::running, Form::bar, message("running")},
    Meaning{Role::planned, Form::bar, message("planned")},
    Meaning{Role::critical, Form::bar, message("critical path")},
    Meaning{Role::dropped, Form::bar, message("dropped")},
    Meaning{Role::mark_done, Form::diamond, message("event that happened")},
    Meaning{Role::mark_planned, Form::diamond, message("event")},
    Meaning{Role::mark_critical, Form::diamond, message("event on the critical path")},
    Meaning{Role::mark_dropped, Form::diamond, message("event that was dropped")},
    Meaning{Role::imprecise, Form::bar, message("not known to the day")},
    Meaning{Role::spread, Form::whisker, message("forecast, P10 to P90 (four chances in five)")},
    Meaning{Role::latest, Form::tick, message("latest date for the goal")},
    Meaning{Role::late, Form::thin, message("too late for it")},
    Meaning{Role::deadline, Form::triangle, message("deadline")},
    Meaning{Role::baseline, Form::thin, message("baseline")},
    Meaning{Role::entry, Form::dot, message("round, visit or meeting")},
    Meaning{Role::session, Form::ticks, message("session")},
    Meaning{Role::link, Form::link, message("waits for")},
    Meaning{Role::link_critical, Form::link, message("waits for (critical path)")},
    Meaning{Role::window, Form::bar, message("mandate")},
    Meaning{Role::window_uncertain, Form::bar, message("day uncertain")},
    Meaning{Role::limit, Form::upright_dashed, message("end of the mandate")},
    Meaning{Role::limit_zone, Form::bar, message("the mandate may end in these days")},
};

// Which signs occur at all, wherever one looks in the picture.
bool occurs(const Gantt& gantt, const GanttLook& look, Role role) {
  const auto any_row = [&](auto holds) { return std::any_of(gantt.rows.begin(), gantt.rows.end(), holds); };
  const auto any_limit = [&](auto holds) {
    return std::any_of(gantt.bands.begin(), gantt.bands.end(), [&](const GanttBand& band) { return band.limits && holds(band.end); });
  };
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
      return kind_and_state(false, GanttState::dropped);
    case Role::mark_dropped:
      return kind_and_state(true, GanttState::dropped);
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
    case Role::spread:
      return look.spread && any_row([](const GanttRow& row) { return row.spread && row.spread->first && row.state != GanttState::done; });
    case Role::group:
      return any_row([](const GanttRow& row) { return (row.kind == GanttKind::track || row.kind == GanttKind::group) && (row.start || row.finish); });
    case Role::link:
    case Role::link_critical:
      return look.links && std::any_of(gantt.links.begin(), gantt.links.end(), [&](const GanttLink& link) { return link.critical == (role == Role::link_critical); });
    case Role::limit:
      return any_limit([](const UncertainDay& end) { return end.first || end.last; });
    case Role::limit_zone:
      return any_limit([](const UncertainDay& end) { return end.first && end.last && *end.first != *end.last; });
    default:
      return false;
  }
}

Legend legend_of(const Gantt& gantt, const GanttLook& look, double width, const TextMetrics& metrics) {
  std::vector<Sign> signs;
  for (const Meaning& meaning : meanings)
    if (occurs(gantt, look, meaning.role)) signs.push_back({meaning.role, meaning.form, gantt.tongue(meaning.name)});
  return {signs, width, look.text, metrics};
}

}  // namespace

void draw_legend(Drawing& d) {
  d.put(Role::surface, Rectangle{0, d.bottom, d.scene.width, d.scene.height - d.bottom});
  d.put(Role::axis, Line{0, d.bottom, d.scene.width, d.bottom});
  legend_of(d.gantt, d.look(), d.scene.width, d.metrics).draw(d.scene, d.bottom);
}

}  // namespace gantt

double foot_height(const Gantt& gantt, const GanttLook& look, double width, const TextMetrics& metrics) {
  return gantt::legend_of(gantt, look, width, metrics).height();
}

}  // namespace accord::chart
