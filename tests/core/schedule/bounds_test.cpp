// Corners of bounds and limits that a walk over random plans brought to light.
#include "tests/support/doctest.hpp"

#include "tests/core/schedule/plan_builder.hpp"

namespace accord::test {
namespace {

const auto on_every_day = [](Milestone& m) { m.calendar = "every-day"; };

}  // namespace

TEST_CASE("work of two months does not end on a day on which it cannot end") {
  PlanBuilder plan("2026-01-05");
  plan.stage("A", "2mo", [](Milestone& m) {
    m.calendar = "every-day";
    m.constraint = Constraint::finish_no_earlier_than;
    m.constraint_date = day("2026-04-29");  // begun on 1 March it ends on 28 April, begun a day later on 1 May
  });
  const Answers answers(plan);
  CHECK(answers.early("A") == "2026-03-02 2026-05-01");
  CHECK(answers.of("A").total_float == 0);
}

TEST_CASE("a late start on a closed day of the successor's calendar keeps the successor's limit") {
  PlanBuilder plan("2026-02-02");
  plan.stage("A", "10ed", on_every_day);
  plan.event("B", [](Milestone& m) {
    m.constraint = Constraint::finish_no_later_than;
    m.constraint_date = day("2026-02-25");
  });
  plan.stage("C", "40d");  // so that the end of the track is far
  plan.link("A>B:SS-2d");
  // Begun on Saturday 28 February, two working days before that is Thursday the 26th.
  CHECK(Answers(plan).of("A").late_start == day("2026-02-27"));
}

TEST_CASE("a milestone that must happen on a session day happens in that session") {
  PlanBuilder plan("2026-02-02");
  plan.event("A", [](Milestone& m) {
    m.sessions = "college";
    m.constraint = Constraint::must_finish_on;
    m.constraint_date = day("2026-03-11");  // a Wednesday
  });
  CHECK(Answers(plan).early("A") == "2026-03-11 2026-03-11");
}

TEST_CASE("a date rule that keeps the day of the predecessor does not put its milestone before it") {
  PlanBuilder plan("2026-01-26");
  plan.stage("A", "5d");
  plan.event("B", [](Milestone& m) { m.rule = DateRule::parse("last-workday-of-month").value(); });
  plan.stage("C", "1d");
  plan.link("A>B").link("B>C");
  const Answers answers(plan);
  CHECK(answers.early("B") == "2026-01-30 2026-01-30");
  CHECK(answers.early("C") == "2026-02-02 2026-02-02");
  CHECK(answers.of("A").total_float == 0);
}

TEST_CASE("a dropped milestone that nothing follows limits nothing") {
  PlanBuilder plan("2026-03-02");
  plan.stage("A", "5d");
  plan.stage("B", "5d", [](Milestone& m) { m.state = MilestoneState::dropped; });
  plan.link("A>B:FS+10ed");
  const Answers answers(plan);
  CHECK(answers.of("A").total_float == 0);
  CHECK(answers.of("A").free_float == 0);
  CHECK_FALSE(answers.of("B").late_finish);
}

TEST_CASE("running work waits for unfinished work before a group without members") {
  PlanBuilder plan("2026-03-02");
  plan.status("2026-03-06");
  plan.stage("A", "10d");
  plan.group("G");
  plan.stage("B", "2d", [](Milestone& m) { m.actual_start = FuzzyDate(day("2026-03-05")); });
  plan.link("A>G").link("G>B");
  CHECK(Answers(plan).early("B") == "2026-03-05 2026-03-23");
}

}  // namespace accord::test
