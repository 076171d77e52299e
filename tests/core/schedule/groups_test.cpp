// Groups as ends of links. 2026-03-02 is a Monday.
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// A before the group G of B (3d) and C (5d, within the inner group H), D after it.
PlanBuilder grouped(std::string_view into = "A>G", std::string_view out = "G>D") {
  PlanBuilder p("2026-03-02");
  p.group("G");
  const auto g = p.id("G");
  p.group("H", [g](Milestone& m) { m.parent = g; });
  const auto h = p.id("H");
  p.stage("A", "2d")
      .stage("B", "3d", [g](Milestone& m) { m.parent = g; })
      .stage("C", "5d", [h](Milestone& m) { m.parent = h; })
      .stage("D", "1d");
  if (!into.empty()) p.link(into);
  if (!out.empty()) p.link(out);
  return p;
}

}  // namespace

TEST_CASE("a link into a group holds every member, one out of it waits for the last") {
  const Answers a(grouped());
  CHECK(a.early("B") == "2026-03-04 2026-03-06");
  CHECK(a.early("C") == "2026-03-04 2026-03-10");
  CHECK(a.early("G") == "2026-03-04 2026-03-10");
  CHECK(a.early("H") == "2026-03-04 2026-03-10");
  CHECK(a.early("D") == "2026-03-11 2026-03-11");
  CHECK(a.driver("D") == "predecessor G");
  CHECK(a.path() == "A C D");
}

TEST_CASE("a group's total float is the least of its members'") {
  const Answers a(grouped());
  CHECK(a.total("B") == 2);
  CHECK(a.total("C") == 0);
  CHECK(a.total("G") == 0);
  CHECK(a.of("G").critical);
  CHECK(a.free("B") == 2);
}

TEST_CASE("a link from a group's start counts from its first member and limits only that one") {
  const Answers a(grouped("A>C", "G>D:SS+4d"));
  CHECK(a.early("B") == "2026-03-02 2026-03-04");
  CHECK(a.early("C") == "2026-03-04 2026-03-10");
  CHECK(a.early("D") == "2026-03-06 2026-03-06");
  CHECK(a.late("B") == "2026-03-04 2026-03-06");  // D may be as late as 10 March
  CHECK(a.total("C") == 0);
}

TEST_CASE("an empty group has no dates and passes them through") {
  const Answers a(PlanBuilder("2026-03-02").stage("A", "2d").group("G").stage("B", "1d").link("A>G:FS+1d").link("G>B"));
  CHECK(a.early("G") == "- -");
  CHECK(a.early("B") == "2026-03-05 2026-03-05");
  CHECK(a.total("A") == 0);
}

TEST_CASE("dropped members do not stretch a group") {
  PlanBuilder p("2026-03-02");
  p.group("G");
  const auto g = p.id("G");
  p.stage("A", "5d")
      .stage("B", "2d", [g](Milestone& m) { m.parent = g; })
      .stage("X", "9d", [g](Milestone& m) { m.parent = g, m.state = MilestoneState::dropped; })
      .link("A>B");
  const Answers a(p);
  CHECK(a.early("G") == "2026-03-09 2026-03-10");
}

TEST_CASE("start no earlier, finish no later and deadlines on a group are its members'") {
  PlanBuilder p("2026-03-02");
  p.group("G", [](Milestone& m) {
    m.constraint = Constraint::start_no_earlier_than, m.constraint_date = day("2026-03-10"),
    m.deadline = day("2026-03-11");
  });
  const auto g = p.id("G");
  p.stage("A", "3d", [g](Milestone& m) { m.parent = g; });
  const Answers a(p);
  CHECK(a.early("A") == "2026-03-10 2026-03-12");
  CHECK(a.driver("A") == "constraint");
  CHECK(a.late("A") == "2026-03-09 2026-03-11");
  CHECK(a.total("A") == -1);
  CHECK(a.warned("deadline.missed", "A") == 1);
}

TEST_CASE("a running member is held only by unfinished predecessors of its group") {
  PlanBuilder p("2026-03-02");
  p.status("2026-03-06").group("G");
  const auto g = p.id("G");
  p.stage("A", "10d", [](Milestone& m) { m.actual_start = FuzzyDate(day("2026-03-02")); });
  p.stage("S", "1d", [](Milestone& m) {
    m.constraint = Constraint::start_no_earlier_than, m.constraint_date = day("2026-06-01");
  });
  p.stage("B", "5d", [g](Milestone& m) { m.parent = g, m.actual_start = FuzzyDate(day("2026-03-05")); });
  p.stage("C", "5d", [g](Milestone& m) { m.parent = g; });
  p.link("A>G").link("S>G:SS");
  const Answers a(p);
  CHECK(a.of("A").early_finish == day("2026-03-13"));
  CHECK(a.early("B") == "2026-03-05 2026-03-18");  // three days left, after A
  CHECK(a.early("C") == "2026-06-01 2026-06-05");
}
