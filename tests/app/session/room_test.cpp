#include "app/session/room.hpp"

#include "app/data/templates.hpp"
#include "app/session/timeline.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("room is counted towards the goal on whose way a milestone lies, as the timeline's ticks are") {
  const auto outlook = compute_outlook(*sample(), {.today = *parse_day("2026-12-05")});
  REQUIRE(outlook);
  const Outlook& o = **outlook;
  const TightestDates tightest = tightest_dates(o.mandates);
  const chart::Gantt gantt = timeline_of(o, {});
  int towards_goal = 0, towards_end = 0;
  for (const ScheduledMilestone& scheduled : o.plan.milestones) {
    const Room room = room_of(scheduled, tightest);
    if (scheduled.finished || scheduled.dropped) {
      CHECK(room == Room{});
      continue;
    }
    (room.for_goal ? towards_goal : towards_end) += 1;
    if (!room.for_goal) CHECK(room.workdays == scheduled.total_float);
    const std::string& code = o.dossier.find(scheduled.milestone)->code;
    for (const chart::GanttRow& row : gantt.rows)
      if (row.code == code && row.latest) CHECK(room.latest == row.latest->day);
  }
  CHECK(towards_goal > 0);
  CHECK(towards_end > 0);
}
