#pragma once
// The timeline of a plan as a picture: a row per milestone on a time axis, with mandates, presidencies and what limits
// the dates. Only what is in sight is built, so that it costs the same for ten milestones and for ten thousand.
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/session_calendar.hpp"
#include "core/calendar/work_calendar.hpp"
#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"
#include "core/chart/viewport.hpp"

namespace accord::chart {

enum class GanttKind { track, group, stage, event };
enum class GanttState { planned, running, done, dropped };

// A date that is not known to the day: it lies in first … last, both included; an absent side is open.
struct UncertainDay {
  std::optional<Day> first, last;
};

// The latest day that still reaches a goal: for the expected end of its mandate, and for both ends where that is
// uncertain.
struct GanttLatest {
  Day day;
  std::optional<Day> if_earliest, if_latest;
};

// Something that happened on a row: a round, a visit.
struct GanttMark {
  std::string code, title;
  Day day;
};

struct GanttRow {
  std::string code, title;  // the record's
  GanttKind kind = GanttKind::stage;
  int depth = 0;  // 0 for tracks; members of a row follow it and are deeper
  GanttState state = GanttState::planned;
  bool critical = false;
  bool stretchable = false;          // its end may be pulled
  std::optional<Day> start, finish;  // both included; absent for what is empty
  std::optional<UncertainDay> start_between, finish_between;
  std::string date_words;  // what is known of an uncertain finish: "April 2025"; empty = the finish as a date
  std::optional<UncertainDay> spread;  // P10 to P90 of the forecast's finish; an absent side was never reached
  std::optional<GanttLatest> latest;
  std::optional<Day> deadline;
  std::optional<Day> baseline_start, baseline_finish;
  SessionsPtr sessions;  // the days on which it can happen at all; null = any
  std::vector<GanttMark> marks;
};

// A mandate. It certainly holds between the two inner days; an absent outer day is not known.
struct GanttBand {
  std::string code, label;
  UncertainDay start, end;
  bool limits = false;  // an open goal depends on it: its end is drawn through all rows
};

// By places in Gantt::rows.
struct GanttLink {
  std::string code;
  std::uint32_t from = 0, to = 0;
  bool from_finish = true, to_start = true;
  bool critical = false;
};

struct Gantt {
  std::string title;
  std::string description;  // in whole sentences, for people who cannot see it
  Day today;
  std::optional<Day> status_day;  // where it is not today
  std::vector<GanttRow> rows;
  std::vector<GanttBand> bands;
  std::vector<GanttLink> links;
  CalendarPtr calendar;  // whose closed days are shaded when days are wide enough; may be null
  Tongue tongue = {};    // of the axis, the labels and the legend
};

// Lengths in the scene's unit, and what is to be seen.
struct GanttLook {
  double text = 8;         // size of the lettering; everything else follows it
  double header = 190;     // width of the column with codes and titles
  double code_column = 0;  // as code_column() gives it
  bool presidencies = true, sessions = true, links = true, baseline = true, latest = true, spread = true;
  bool legend = false;

  double row_height() const { return text * 2.1; }
  double line_height() const { return text * 1.7; }
};

// The width that the longest code needs.
double code_column(const Gantt& gantt, const GanttLook& look, const TextMetrics& metrics);
// What stands over the rows (axis, presidencies, mandates, the names of the vertical lines) and below them (the
// legend).
double head_height(const Gantt& gantt, const GanttLook& look);
double foot_height(const Gantt& gantt, const GanttLook& look, double width,
                   const TextMetrics& metrics = estimated_metrics());

// Rows in sight when the members of `closed` rows are folded away: places in Gantt::rows, ascending.
std::vector<std::uint32_t> shown_rows(const Gantt& gantt, const std::set<std::string>& closed);

// The first and last day worth seeing. std::nullopt where nothing has a date.
std::optional<std::pair<Day, Day>> days_of(const Gantt& gantt);

// Something being pulled with the pointer: a bar's end to a day, or a link to a point.
struct GanttPull {
  std::string code;
  std::optional<Day> finish = {};
  std::optional<std::pair<double, double>> link_to = {};
  std::string words;  // what letting go would do: "60 working days instead of 45"
  std::string effect = {};  // what would follow from it; "" = not known yet
};

struct GanttView {
  const Viewport& viewport;  // of the area right of the header and below the head
  GanttLook look;
  std::span<const std::uint32_t> shown;  // as shown_rows() gives them
  const std::set<std::string>& closed;
  std::string selected = {}, hovered = {};  // codes
  std::optional<GanttPull> pull = {};
};

// The whole picture: header, head, rows and foot, viewport.width() + look.header wide.
Scene draw_gantt(const Gantt& gantt, const GanttView& view, const TextMetrics& metrics = estimated_metrics());

// The picture of all rows at a width, for paper; as high as it must be.
Scene draw_whole_gantt(const Gantt& gantt, const GanttLook& look, double width,
                       const TextMetrics& metrics = estimated_metrics());

}  // namespace accord::chart
