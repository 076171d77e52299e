// What makes a plan impossible to schedule, all at once.
#include "core/schedule/schedule.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

Diagnostic first_error(const PlanBuilder& plan) {
  return schedule(plan.build(), {.today = day("2026-01-01")}).errors().at(0);
}

}  // namespace

TEST_CASE("a cycle is spelled whole, from its smallest code on") {
  const Diagnostic error = first_error(PlanBuilder("2026-03-02")
                                           .stage("VFA.4", "1d")
                                           .stage("VFA.2", "1d")
                                           .stage("VFA.1", "1d")
                                           .link("VFA.1>VFA.4")
                                           .link("VFA.4>VFA.2")
                                           .link("VFA.2>VFA.4:SS"));
  CHECK(error.code == "link.cycle");
  CHECK(error.message.find("VFA.2 → VFA.4 → VFA.2") != std::string::npos);
  CHECK(error.place.record == "VFA.2");
}

TEST_CASE("every cycle is told, also through groups") {
  PlanBuilder p("2026-03-02");
  p.group("G");
  const auto g = p.id("G");
  p.stage("M", "1d", [g](Milestone& m) { m.parent = g; }).stage("A", "1d").stage("X", "1d").stage("Y", "1d");
  p.link("A>G").link("M>A").link("X>Y").link("Y>X");
  const Diagnostics errors = schedule(p.build(), {.today = day("2026-01-01")}).errors();
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].message.find("A → G → M → A") != std::string::npos);
  CHECK(errors[1].message.find("X → Y → X") != std::string::npos);
}

TEST_CASE("a link from a milestone to itself is a cycle") {
  CHECK(first_error(PlanBuilder("2026-03-02").stage("A", "1d").link("A>A")).message.find("A → A") != std::string::npos);
}

TEST_CASE("links that hold a group's finish or tie a member to its own group are refused, together with all else") {
  PlanBuilder p("2026-03-02");
  p.group("G", [](Milestone& m) { m.constraint = Constraint::must_start_on, m.constraint_date = day("2026-03-02"); });
  const auto g = p.id("G");
  p.stage("A", "1d", [g](Milestone& m) { m.parent = g, m.calendar = "uE"; }).stage("B", "1d", [](Milestone& m) {
    m.constraint = Constraint::finish_no_later_than, m.sessions = "counsil";
  });
  p.link("B>G:FF").link("G>A:SS");
  const Diagnostics errors = schedule(p.build(), {.today = day("2026-01-01")}).errors();
  std::string codes;
  for (const Diagnostic& d : errors) codes += d.code + " ";
  CHECK(codes == "calendar.unknown constraint.group constraint.date sessions.unknown link.group_finish link.ancestor ");
  CHECK(errors[3].advice == "did you mean council?");
  CHECK(errors[3].place.record == "B");
}

TEST_CASE("dates beyond the range of years name the milestone that leaves it") {
  CHECK(errors_of(
            PlanBuilder("2199-12-01").stage("A", "10d").stage("B", "30d").stage("C", "1d").link("A>B").link("B>C")) ==
        "day.range");
  CHECK(first_error(
            PlanBuilder("2199-12-01").stage("A", "10d").stage("B", "30d").stage("C", "1d").link("A>B").link("B>C"))
            .place.record == "B");
  CHECK(errors_of(PlanBuilder("2190-01-01").stage("A", "900mo")) == "day.range");
  const auto rule = [](Milestone& m) { m.rule = DateRule::parse("+1200mo").value(); };
  CHECK(errors_of(PlanBuilder("2190-01-01").event("A", rule)) == "day.range");
}

TEST_CASE("a calendar based on itself is an error, not an endless search") {
  PlanBuilder p("2026-03-02");
  p.add<Calendar>("MINE", [](Calendar& c) { c.title = "Mine", c.base = "MINE"; });
  p.stage("A", "1d", [](Milestone& m) { m.calendar = "MINE"; });
  CHECK(errors_of(p) == "calendar.loop");
}
