// Late dates, floats, ends of tracks, the critical path, and warnings about open ends. 2026-03-02 is a Monday.
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

PlanBuilder::Edit on_track(Id<Track> track) {
  return [track](Milestone& m) { m.track = track; };
}

}  // namespace

TEST_CASE("total and free float on a small network") {
  const Answers a(PlanBuilder("2026-03-02")
                      .stage("A", "2d")
                      .stage("B", "8d")
                      .stage("C", "3d")
                      .stage("D", "1d")
                      .stage("E", "1d")
                      .link("A>B")
                      .link("A>C")
                      .link("C>D")
                      .link("B>E")
                      .link("D>E"));
  CHECK(a.path() == "A B E");
  CHECK(a.total("A") == 0);
  CHECK(a.total("C") == 4);
  CHECK(a.free("C") == 0);
  CHECK(a.total("D") == 4);
  CHECK(a.free("D") == 4);
  CHECK(a.late("C") == "2026-03-10 2026-03-12");
  CHECK(a.of("B").critical);
  CHECK_FALSE(a.of("C").critical);
}

TEST_CASE("critical means a total float up to the dossier's threshold") {
  PlanBuilder p("2026-03-02");
  p.info([](DossierInfo& info) { info.critical_threshold = 3; }).stage("A", "10d").stage("B", "7d").stage("C", "6d");
  const Answers a(p);
  CHECK(a.of("B").critical);
  CHECK_FALSE(a.of("C").critical);
}

TEST_CASE("each track ends with its own last milestone, or with the one that it names") {
  PlanBuilder p("2026-03-02");
  p.track("X").track("Y");
  const auto x = on_track(p.track_id("X")), y = on_track(p.track_id("Y"));
  p.stage("X1", "3d", x).stage("X2", "5d", x).stage("Y1", "2d", y).stage("Y2", "10d", y).stage("N", "1d");
  CHECK(Answers(p).total("X1") == 2);
  CHECK(Answers(p).total("Y1") == 8);
  CHECK(Answers(p).total("N") == 0);
  PlanBuilder ended("2026-03-02");
  ended.stage("E1", "4d");
  const auto end = ended.id("E1");
  ended.track("E", [end](Track& t) { t.end = end; });
  const auto e = on_track(ended.track_id("E"));
  ended.stage("E2", "2d", e).stage("E3", "9d", e);
  CHECK(Answers(ended).total("E2") == 2);
  CHECK(Answers(ended).total("E3") == -5);
}

TEST_CASE("a link between tracks limits its predecessor by the successor alone") {
  PlanBuilder p("2026-03-02");
  p.track("X").track("Y");
  p.stage("X1", "1d", on_track(p.track_id("X")))
      .stage("Y1", "1d", on_track(p.track_id("Y")))
      .stage("Y2", "9d", on_track(p.track_id("Y")))
      .link("X1>Y1");
  CHECK(Answers(p).late("X1") == "2026-03-11 2026-03-11");
}

TEST_CASE("an event without float is late on its early day") {
  const Answers a(PlanBuilder("2026-03-02").stage("A", "5d").event("E").stage("B", "1d").link("A>E").link("E>B"));
  CHECK(a.total("E") == 0);
  CHECK(a.late("E") == a.early("E"));
}

TEST_CASE("float towards one milestone counts only what is on the way to it") {
  const PlanBuilder p = PlanBuilder("2026-03-02")
                            .stage("A", "2d")
                            .stage("B", "3d")
                            .stage("C", "1d")
                            .stage("D", "20d")
                            .link("A>B")
                            .link("A>C");
  const Answers by_date(p, {.today = day("2026-01-01"), .towards = p.id("B"), .limit = day("2026-03-10")});
  CHECK(by_date.total("B") == 2);
  CHECK(by_date.total("A") == 2);
  CHECK_FALSE(by_date.of("C").total_float);
  CHECK(by_date.late("D") == "- -");
  const Answers by_itself(p, {.today = day("2026-01-01"), .towards = p.id("B")});
  CHECK(by_itself.total("A") == 0);
  CHECK(by_itself.of("B").critical);
}

TEST_CASE("what nothing depends on is told, but for goals and ends") {
  PlanBuilder p("2026-03-02");
  p.stage("A", "1d").stage("B", "1d").stage("C", "9d").stage("G", "1d").stage("H", "1d").link("A>B");
  const auto goal = p.id("G");
  p.add<Goal>("GOAL", [goal](Goal& g) { g.milestone = goal; });
  const Answers a(p);
  CHECK(a.warned("milestone.dangling", "A") == 0);
  CHECK(a.warned("milestone.dangling", "B") == 1);
  CHECK(a.warned("milestone.dangling", "C") == 0);  // the last of all
  CHECK(a.warned("milestone.dangling", "G") == 0);
  CHECK(a.warned("milestone.dangling", "H") == 1);
}

TEST_CASE("milestones come in outline order and are found by id") {
  const PlanBuilder p = PlanBuilder("2026-03-02")
                            .stage("B", "1d", [](Milestone& m) { m.position = 2; })
                            .stage("A", "1d", [](Milestone& m) { m.position = 1; });
  const Answers a(p);
  CHECK(a.plan().milestones.front().milestone == p.id("A"));
  CHECK(a.of("B").milestone == p.id("B"));
  CHECK(a.plan().find(Id<Milestone>(999)) == nullptr);
}
