// Step by step what a milestone does with its bounds. 2026-03-02 is a Monday.
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

PlanBuilder::Edit with_calendar(const std::string& code) {
  return [code](Milestone& m) { m.calendar = code; };
}

}  // namespace

TEST_CASE("one working day starts and finishes on the same date") {
  const Answers a(PlanBuilder("2026-03-02").stage("A", "1d"));
  CHECK(a.early("A") == "2026-03-02 2026-03-02");
}

TEST_CASE("working days jump over weekends and start on the first working day") {
  const Answers a(PlanBuilder("2026-03-01").stage("A", "5d").stage("B", "1d").link("A>B"));
  CHECK(a.early("A") == "2026-03-02 2026-03-06");
  CHECK(a.early("B") == "2026-03-09 2026-03-09");
}

TEST_CASE("calendar days start the morning after the bound, on any day, and roll forward to a working day") {
  struct Row {
    std::string duration, calendar, early;
  };
  const Row rows[] = {
      {"7ed", "weekdays", "2026-03-07 2026-03-13"},   // Saturday to Friday
      {"1ed", "weekdays", "2026-03-07 2026-03-09"},   // ends on Saturday, rolls to Monday
      {"1ed", "every-day", "2026-03-07 2026-03-07"},  // never rolls
      {"1mo", "weekdays", "2026-03-07 2026-04-06"},   // 6 March + 1 month
  };
  for (const Row& row : rows) {
    CAPTURE(row.duration);
    CAPTURE(row.calendar);
    const Answers a(
        PlanBuilder("2026-03-02").stage("A", "5d").stage("B", row.duration, with_calendar(row.calendar)).link("A>B"));
    CHECK(a.early("B") == row.early);
  }
}

TEST_CASE("months end with the month") {
  const Answers a(PlanBuilder("2026-01-30")
                      .stage("A", "2ed", with_calendar("every-day"))
                      .stage("B", "1mo", with_calendar("every-day"))
                      .link("A>B"));
  CHECK(a.early("A") == "2026-01-30 2026-01-31");
  CHECK(a.early("B") == "2026-02-01 2026-02-28");
}

TEST_CASE("an event happens on its predecessor's finish date, and a stage after it starts the next day") {
  const Answers a(PlanBuilder("2026-03-02").stage("A", "3d").event("E").stage("B", "1d").link("A>E").link("E>B"));
  CHECK(a.early("E") == "2026-03-04 2026-03-04");
  CHECK(a.early("B") == "2026-03-05 2026-03-05");
}

TEST_CASE(
    "an event that falls on a closed day lands on the next working morning, and what follows may start that day") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "6ed", with_calendar("every-day"))
                      .event("E")
                      .stage("B", "1d")
                      .link("A>E")
                      .link("E>B"));
  CHECK(a.early("A") == "2026-03-02 2026-03-07");
  CHECK(a.early("E") == "2026-03-09 2026-03-09");
  CHECK(a.early("B") == "2026-03-09 2026-03-09");
}

TEST_CASE("a stage without length behaves as an event and asks for an estimate") {
  const Answers a(PlanBuilder("2026-03-02").stage("A", "3d").stage("B", "").link("A>B"));
  CHECK(a.early("B") == "2026-03-04 2026-03-04");
  CHECK(a.warned("estimate.missing", "B") == 1);
}

TEST_CASE("where a finish bound decides, work starts as late as gives that finish") {
  SUBCASE("working days") {
    const Answers a(PlanBuilder("2026-03-02").stage("A", "10d").stage("B", "3d").link("A>B:FF"));
    CHECK(a.early("B") == "2026-03-11 2026-03-13");
    CHECK(a.driver("B") == "predecessor A");
  }
  SUBCASE("calendar days") {
    const Answers a(PlanBuilder("2026-03-02").stage("A", "6d").stage("B", "3ed").link("A>B:FF"));
    CHECK(a.early("B") == "2026-03-07 2026-03-09");  // Monday the 9th is held by A
  }
}

TEST_CASE("an estimate counts rather than a duration: its deterministic value") {
  struct Row {
    std::string estimate, early;
  };
  const Row rows[] = {
      {"fixed:3", "2026-03-02 2026-03-04"},
      {"triangular:1,5,9", "2026-03-02 2026-03-06"},
      {"uniform:2,4", "2026-03-02 2026-03-04"},
      {"fixed:1mo", "2026-03-02 2026-04-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.estimate);
    const Answers a(PlanBuilder("2026-03-02").stage("A", "20d", [&](Milestone& m) {
      m.estimate = Estimate::parse(row.estimate).value();
    }));
    CHECK(a.early("A") == row.early);
  }
}

TEST_CASE("a dropped milestone takes no time and passes its predecessors' dates on") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "3d")
                      .stage("B", "10d", [](Milestone& m) { m.state = MilestoneState::dropped; })
                      .stage("C", "1d")
                      .link("A>B")
                      .link("B>C"));
  CHECK(a.early("C") == "2026-03-05 2026-03-05");
  CHECK(a.of("B").dropped);
  CHECK_FALSE(a.of("B").critical);
}

TEST_CASE("a dropped milestone on a closed day is not shown late before it is shown early") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "5d")
                      .stage("B", "10d", [](Milestone& m) { m.state = MilestoneState::dropped; })
                      .stage("C", "1d")
                      .link("A>B:FS+1ed")
                      .link("B>C"));
  CHECK(a.early("B") == "2026-03-07 2026-03-07");  // a Saturday
  CHECK(a.late("B") == "2026-03-07 2026-03-07");
  CHECK(a.early("C") == "2026-03-09 2026-03-09");
  CHECK(a.of("B").total_float == 0);
}

TEST_CASE("without milestones the plan finishes on its start") {
  const Answers a(PlanBuilder("2026-03-02"));
  CHECK(a.plan().finish == day("2026-03-02"));
  CHECK(a.path().empty());
}
