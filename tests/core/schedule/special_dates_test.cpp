// Date rules, sessions, constraints and deadlines. 2026-03-02 is a Monday.
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

PlanBuilder::Edit constrained(Constraint constraint, std::string_view date = {}) {
  return [constraint, date](Milestone& m) {
    m.constraint = constraint;
    if (!date.empty()) m.constraint_date = day(date);
  };
}

// A list of sessions under the code LIST.
void add_list(PlanBuilder& p, std::initializer_list<std::string_view> days) {
  const auto list = p.add<SessionCalendarRecord>("LIST", [](SessionCalendarRecord& s) { s.title = "List"; });
  for (const std::string_view d : days)
    p.add<SessionRecord>("S" + std::string(d), [&](SessionRecord& s) { s.session_calendar = list, s.day = day(d); });
}

}  // namespace

TEST_CASE("a date rule takes effect on the morning of its day") {
  const auto rule = [](Milestone& m) {
    m.rule = DateRule::parse("first-of-month+2").value(), m.calendar = "every-day";
  };
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "3d")
                      .event("E", rule)
                      .stage("B", "1d", [](Milestone& m) { m.calendar = "every-day"; })
                      .link("A>E")
                      .link("E>B"));
  CHECK(a.early("E") == "2026-05-01 2026-05-01");
  CHECK(a.early("B") == "2026-05-01 2026-05-01");
  CHECK(a.driver("E") == "rule A");
  CHECK(a.late("A") == "2026-03-27 2026-03-31");  // any day of March gives the same first of May
  CHECK(a.total("A") == 19);
  CHECK(a.free("A") == 19);
}

TEST_CASE("a rule's result on a closed day lands on the next working day") {
  const auto rule = [](Milestone& m) { m.rule = DateRule::parse("first-of-month+1").value(); };
  const Answers a(PlanBuilder("2026-07-06").event("E", rule));
  CHECK(a.early("E") == "2026-08-03 2026-08-03");
}

TEST_CASE("a session takes its day: what comes first is done by the evening before") {
  PlanBuilder p("2026-03-02");
  add_list(p, {"2026-03-05", "2026-03-08", "2026-03-20"});
  const auto in_session = [](Milestone& m) { m.sessions = "LIST"; };
  p.stage("A", "3d")
      .event("X", in_session)
      .stage("B", "4d")
      .event("Y", in_session)
      .stage("C", "1d")
      .link("A>X")
      .link("B>Y")
      .link("Y>C");
  const Answers a(p);
  CHECK(a.early("X") == "2026-03-05 2026-03-05");
  CHECK(a.early("Y") == "2026-03-08 2026-03-08");  // a Sunday: a session's day stands as it is
  CHECK(a.early("C") == "2026-03-09 2026-03-09");
  CHECK(a.driver("Y") == "session B");
}

TEST_CASE("late finish is the last session before the limit, not the limit") {
  PlanBuilder p("2026-03-02");
  add_list(p, {"2026-03-05", "2026-03-12", "2026-03-20"});
  p.stage("A", "2d")
      .event("X", [](Milestone& m) { m.sessions = "LIST", m.deadline = day("2026-03-18"); })
      .stage("C", "30d")
      .link("A>X");
  const Answers a(p);
  CHECK(a.late("X") == "2026-03-12 2026-03-12");
  CHECK(a.late("A") == "2026-03-10 2026-03-11");
  CHECK(a.total("X") == 5);
}

TEST_CASE("sessions by rule are marked, a published list replaces them for the days that it covers") {
  PlanBuilder p("2026-03-02");
  const auto list = p.add<SessionCalendarRecord>("COLLEGE.2026", [](SessionCalendarRecord& s) {
    s.title = "Published", s.sessions = "college", s.covers_from = day("2026-03-01"), s.covers_to = day("2026-03-31");
  });
  p.add<SessionRecord>("S1", [&](SessionRecord& s) { s.session_calendar = list, s.day = day("2026-03-19"); });
  const auto college = [](Milestone& m) { m.sessions = "college"; };
  p.event("A", college).event("B", college).stage("W", "25d").link("W>B");
  const Answers a(p);
  CHECK(a.early("A") == "2026-03-19 2026-03-19");  // no Wednesday before it: the list says so
  CHECK_FALSE(a.of("A").extrapolated);
  CHECK(a.early("B") == "2026-04-08 2026-04-08");
  CHECK(a.of("B").extrapolated);
  CHECK(a.warned("session.extrapolated", "B") == 1);
  CHECK(a.warned("session.extrapolated", "A") == 0);
}

TEST_CASE("each constraint moves what it may and nothing else") {
  struct Row {
    Constraint constraint;
    std::string date, early, late;
  };
  // B, three days, after A, which ends on Friday 6 March; the plan's end is 20 March by C.
  const Row rows[] = {
      {Constraint::as_soon_as_possible, "", "2026-03-09 2026-03-11", "2026-03-18 2026-03-20"},
      {Constraint::as_late_as_possible, "", "2026-03-18 2026-03-20", "2026-03-18 2026-03-20"},
      {Constraint::start_no_earlier_than, "2026-03-11", "2026-03-11 2026-03-13", "2026-03-18 2026-03-20"},
      {Constraint::start_no_later_than, "2026-03-12", "2026-03-09 2026-03-11", "2026-03-12 2026-03-16"},
      {Constraint::finish_no_earlier_than, "2026-03-13", "2026-03-11 2026-03-13", "2026-03-18 2026-03-20"},
      {Constraint::finish_no_later_than, "2026-03-13", "2026-03-09 2026-03-11", "2026-03-11 2026-03-13"},
      {Constraint::must_start_on, "2026-03-11", "2026-03-11 2026-03-13", "2026-03-11 2026-03-13"},
      {Constraint::must_finish_on, "2026-03-13", "2026-03-11 2026-03-13", "2026-03-11 2026-03-13"},
      // In conflict with A: logic stands, the late dates carry the wish.
      {Constraint::must_start_on, "2026-03-04", "2026-03-09 2026-03-11", "2026-03-04 2026-03-06"},
      {Constraint::finish_no_later_than, "2026-03-06", "2026-03-09 2026-03-11", "2026-03-04 2026-03-06"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.date);
    CAPTURE(static_cast<int>(row.constraint));
    const Answers a(PlanBuilder("2026-03-02")
                        .stage("A", "5d")
                        .stage("B", "3d", constrained(row.constraint, row.date))
                        .stage("C", "15d")
                        .link("A>B"));
    CHECK(a.early("B") == row.early);
    CHECK(a.late("B") == row.late);
    CHECK(a.warned("constraint.conflict") == (row.early > row.late ? 1 : 0));
  }
}

TEST_CASE("a conflict names both sides and hands its negative float on") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "5d")
                      .stage("B", "3d", constrained(Constraint::finish_no_later_than, "2026-03-06"))
                      .link("A>B"));
  CHECK(a.total("B") == -3);
  CHECK(a.total("A") == -3);
  CHECK(a.warning("constraint.conflict") ==
        "B must finish no later than 2026-03-06, but it can finish only on 2026-03-11, because A comes first.");
}

TEST_CASE("as late as possible uses only its own free float, successors first") {
  const auto alap = constrained(Constraint::as_late_as_possible);
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "2d", alap)
                      .stage("B", "3d", alap)
                      .stage("C", "10d")
                      .stage("D", "1d")
                      .link("A>B")
                      .link("B>D")
                      .link("C>D"));
  CHECK(a.early("B") == "2026-03-11 2026-03-13");
  CHECK(a.early("A") == "2026-03-09 2026-03-10");
  CHECK(a.total("A") == 0);
  CHECK(a.driver("A") == "constraint");
}

TEST_CASE("a deadline caps late dates, but warns only when it is missed") {
  const auto by = [](std::string_view date) { return [date](Milestone& m) { m.deadline = day(date); }; };
  const Answers kept(PlanBuilder("2026-03-02").stage("A", "5d", by("2026-03-10")).stage("B", "10d"));
  CHECK(kept.total("A") == 2);
  CHECK(kept.warned("deadline.missed") == 0);
  const Answers missed(PlanBuilder("2026-03-02").stage("A", "5d", by("2026-03-04")).stage("B", "10d"));
  CHECK(missed.early("A") == "2026-03-02 2026-03-06");
  CHECK(missed.total("A") == -2);
  CHECK(missed.warning("deadline.missed") == "A is forecast for 2026-03-06, 2 days after its deadline of 2026-03-04.");
}

TEST_CASE("Microsoft's dates let a constraint pull work before its predecessor's end") {
  const PlanBuilder p = PlanBuilder("2026-03-02")
                            .stage("A", "5d")
                            .stage("B", "3d", constrained(Constraint::must_start_on, "2026-03-04"))
                            .link("A>B");
  const Answers a(p, {.today = day("2026-01-01"), .microsoft_dates = true});
  CHECK(a.early("B") == "2026-03-04 2026-03-06");
  CHECK(a.total("B") == 0);
  CHECK(a.driver("B") == "constraint");
}
