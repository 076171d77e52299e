// Links of every type, with lags of every kind. 2026-03-02 is a Monday.
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("each link type holds its end of the successor, with its lag") {
  struct Row {
    std::string link, early;
  };
  // A: Monday 2 to Friday 13 March, ten working days; B: three.
  const Row rows[] = {
      {"A>B", "2026-03-16 2026-03-18"},        {"A>B:FS+2d", "2026-03-18 2026-03-20"},
      {"A>B:FS-2d", "2026-03-12 2026-03-16"},  {"A>B:FS+1ed", "2026-03-16 2026-03-18"},  // Saturday evening
      {"A>B:FS+3ed", "2026-03-17 2026-03-19"},                                           // Monday evening
      {"A>B:FS+1mo", "2026-04-14 2026-04-16"},                                           // 13 April, evening
      {"A>B:FS+50%", "2026-03-23 2026-03-25"},                                           // five of ten working days
      {"A>B:FS+25%", "2026-03-19 2026-03-23"},  // two and a half, rounded up to three
      {"A>B:SS", "2026-03-02 2026-03-04"},     {"A>B:SS+3d", "2026-03-05 2026-03-09"},
      {"A>B:FF", "2026-03-11 2026-03-13"},     {"A>B:FF+1d", "2026-03-12 2026-03-16"},
      {"A>B:SF+5d", "2026-03-04 2026-03-06"},  // the morning of the sixth working day is the evening of the fifth
  };
  for (const Row& row : rows) {
    CAPTURE(row.link);
    const Answers a(PlanBuilder("2026-03-02").stage("A", "10d").stage("B", "3d").link(row.link));
    CHECK(a.early("B") == row.early);
    CHECK(a.of("A").early_finish == day("2026-03-13"));
  }
}

TEST_CASE("no link pulls anything before the plan's start") {
  const Answers a(
      PlanBuilder("2026-03-02").stage("A", "1d").stage("B", "5d").stage("C", "2d").link("A>B:SF").link("A>C:FS-10d"));
  CHECK(a.early("B") == "2026-03-02 2026-03-06");
  CHECK(a.early("C") == "2026-03-02 2026-03-03");
}

TEST_CASE("a lag in working days counts on the successor's calendar") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "5d")
                      .stage("B", "1d", [](Milestone& m) { m.calendar = "every-day"; })
                      .link("A>B:FS+2d"));
  CHECK(a.early("B") == "2026-03-09 2026-03-09");  // Saturday and Sunday are the lag
}

TEST_CASE("a share of calendar days is calendar days, and of months thirty days each") {
  const auto every_day = [](Milestone& m) { m.calendar = "every-day"; };
  const Answers a(PlanBuilder("2026-03-01")
                      .stage("A", "10ed", every_day)
                      .stage("B", "2mo", every_day)
                      .event("C", every_day)
                      .event("D", every_day)
                      .link("A>C:FS+50%")
                      .link("B>D:FS+10%"));
  CHECK(a.early("C") == "2026-03-15 2026-03-15");  // 10 March + 5
  CHECK(a.early("D") == "2026-05-04 2026-05-04");  // 28 February + 2 months, clamped to 28 April, + 6
}

TEST_CASE("the driver is the link that decided, the smallest code among equals") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("B", "3d")
                      .stage("A", "3d")
                      .stage("C", "2d")
                      .stage("D", "1d")
                      .link("B>D")
                      .link("A>D")
                      .link("C>D"));
  CHECK(a.driver("D") == "predecessor A");
  CHECK(a.driver("A") == "start");
  CHECK(a.path() == "A D");
}

TEST_CASE("a predecessor on another calendar that finishes over the weekend still decides") {
  // 17:00 on Friday and Monday morning are one moment to the successor: the later tick must not hide the equal one.
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "5d")
                      .stage("B", "7ed", [](Milestone& m) { m.calendar = "every-day"; })
                      .stage("C", "1d")
                      .link("A>C")
                      .link("B>C"));
  CHECK(a.early("C") == "2026-03-09 2026-03-09");
  CHECK(a.driver("C") == "predecessor A");
}
