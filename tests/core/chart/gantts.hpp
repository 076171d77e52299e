#pragma once
// Plans for the tests of the timeline.
#include <fmt/format.h>

#include "core/chart/gantt.hpp"

namespace accord::chart::test {

inline Day on(int year, unsigned month, unsigned day) {
  return date::sys_days{date::year{year} / date::month{month} / date::day{day}};
}

// One track with one of each: done, running, planned, critical, an event of each kind, a group.
inline Gantt one_of_each() {
  Gantt gantt;
  gantt.title = "Timeline";
  gantt.description = "One of each.";
  gantt.today = on(2026, 11, 22);
  const auto row = [&](const char* code, GanttKind kind, int depth, GanttState state, Day start,
                       Day finish) -> GanttRow& {
    GanttRow one;
    one.code = code;
    one.title = fmt::format("Milestone {}", code);
    one.kind = kind;
    one.depth = depth;
    one.state = state;
    one.start = start;
    one.finish = finish;
    gantt.rows.push_back(one);
    return gantt.rows.back();
  };
  row("T", GanttKind::track, 0, GanttState::planned, on(2026, 1, 5), on(2027, 10, 20));
  row("T.1", GanttKind::stage, 1, GanttState::done, on(2026, 1, 5), on(2026, 6, 30));
  row("T.2", GanttKind::stage, 1, GanttState::running, on(2026, 7, 1), on(2027, 2, 26)).stretchable = true;
  row("T.G", GanttKind::group, 1, GanttState::planned, on(2027, 3, 1), on(2027, 10, 20));
  row("T.3", GanttKind::stage, 2, GanttState::planned, on(2027, 3, 1), on(2027, 5, 28)).stretchable = true;
  GanttRow& critical = row("T.4", GanttKind::stage, 2, GanttState::planned, on(2027, 3, 1), on(2027, 9, 30));
  critical.critical = critical.stretchable = true;
  critical.latest = GanttLatest{on(2027, 8, 2), on(2027, 6, 1), on(2027, 11, 1)};
  row("T.5", GanttKind::event, 2, GanttState::planned, on(2027, 10, 20), on(2027, 10, 20)).critical = true;
  row("T.6", GanttKind::event, 1, GanttState::done, on(2026, 3, 3), on(2026, 3, 3)).finish_between =
      UncertainDay{on(2026, 3, 1), on(2026, 3, 31)};
  gantt.rows.back().date_words = "March 2026";
  gantt.links = {{.code = "T.1>T.2:FS", .from = 1, .to = 2},
                 {.code = "T.4>T.5:FS", .from = 5, .to = 6, .critical = true}};
  gantt.bands = {{.code = "M",
                  .label = "Her term",
                  .start = {on(2024, 9, 1), on(2024, 9, 1)},
                  .end = {on(2027, 8, 1), on(2027, 12, 31)},
                  .limits = true}};
  return gantt;
}

// So many stages and events, one after another, on four tracks.
inline Gantt many(int milestones) {
  Gantt gantt;
  gantt.title = "Timeline";
  gantt.today = on(2026, 11, 22);
  const Day begin = on(2025, 1, 6);
  for (int i = 0; i < milestones; ++i) {
    if (i * 4 / milestones != (i - 1) * 4 / milestones || i == 0) {
      GanttRow track;
      track.code = fmt::format("T{}", i * 4 / milestones);
      track.title = fmt::format("Track {}", i * 4 / milestones);
      track.kind = GanttKind::track;
      gantt.rows.push_back(track);
    }
    GanttRow row;
    row.code = fmt::format("T{}.{}", i * 4 / milestones, i);
    row.title = fmt::format("A step of the negotiation with the number {}", i);
    row.depth = 1;
    row.kind = i % 3 == 2 ? GanttKind::event : GanttKind::stage;
    row.start = begin + date::days{i * 37 % 1200};
    row.finish = row.kind == GanttKind::event ? *row.start : *row.start + date::days{i * 13 % 150};
    row.state = *row.finish < gantt.today ? GanttState::done : GanttState::planned;
    row.critical = i % 5 == 0 && row.state == GanttState::planned;
    if (i % 7 == 0)
      row.latest =
          GanttLatest{*row.finish + date::days{20}, *row.finish - date::days{30}, *row.finish + date::days{90}};
    if (i % 11 == 0) row.marks.push_back({fmt::format("E.{}", i), "Round", *row.start + date::days{2}});
    if (i > 0)
      gantt.links.push_back({.code = fmt::format("L{}", i),
                             .from = static_cast<std::uint32_t>(gantt.rows.size() - 1),
                             .to = static_cast<std::uint32_t>(gantt.rows.size()),
                             .critical = false});
    gantt.rows.push_back(row);
  }
  for (GanttLink& link : gantt.links)
    link.to = std::min<std::uint32_t>(link.to, static_cast<std::uint32_t>(gantt.rows.size() - 1));
  gantt.bands = {{.code = "M",
                  .label = "Her term",
                  .start = {on(2024, 9, 1), on(2024, 9, 30)},
                  .end = {on(2027, 8, 1), on(2027, 12, 31)},
                  .limits = true},
                 {.code = "N", .label = "His term", .start = {{}, on(2025, 10, 28)}, .end = {{}, {}}}};
  return gantt;
}

}  // namespace accord::chart::test
