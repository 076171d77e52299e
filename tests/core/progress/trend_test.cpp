// A baseline and a trend that can be worked out by hand.
#include "core/progress/trend.hpp"

#include "core/progress/milestone_lights.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;

// Ten days, then five; every day is a working day. The first began three days late.
SmallDossier late_by_three() {
  SmallDossier d;
  d.info({{"calendar", "every-day"}, {"plan_start", "2026-03-01"}});
  d.stage("A", "10ed", {{"actual_start", "2026-03-04"}});
  d.stage("B", "5ed");
  d.link("A", "B");
  return d;
}

std::string line(const SmallDossier& d, const char* code, const char* start, const char* finish) {
  return std::to_string(d.id<Milestone>(code).number) + " " + start + " " + finish;
}

Schedule plan_of(const Dossier& dossier, const char* today) { return schedule(dossier, {.today = day(today)}).value(); }

TEST_CASE("a baseline says by how many days each milestone slipped") {
  SmallDossier d = late_by_three();
  const auto base = parse_baseline(line(d, "A", "2026-03-01", "2026-03-10") + "; " +
                                   line(d, "B", "2026-03-11", "2026-03-15") + "; 999 2026-03-01 2026-03-02")
                        .value();
  d.stage("C", "1ed");
  const Dossier dossier = d.build();
  const BaselineComparison c = compare_with_baseline(dossier, base, plan_of(dossier, "2026-03-05"));
  REQUIRE(c.rows.size() == 2);
  CHECK(c.rows[0].start_slip == 3);
  CHECK(c.rows[0].finish_slip == 3);
  CHECK(c.rows[1].finish == day("2026-03-18"));
  CHECK(c.rows[1].finish_slip == 3);
  CHECK(c.added == std::vector<Id<Milestone>>{d.id<Milestone>("C")});
  CHECK(c.gone == 1);
  CHECK(c.sentences[0] == "Of 2 milestones 2 later than in the baseline, 0 earlier, 0 unchanged.");
  CHECK(c.sentences[1] == "The plan ended on 15 March 2026; it now ends on 18 March 2026, 3 days later.");
}

TEST_CASE("baselines and the plan of today make the trend, and what kept forecasts gave even chances stands apart") {
  SmallDossier d = late_by_three();
  d.add(Kind::baseline, "BL.1",
        {{"title", "First"}, {"made", "2026-02-01"}, {"dates", line(d, "B", "2026-03-11", "2026-03-15")}});
  d.add(Kind::forecast, "F.1",
        {{"title", "Simulated"},
         {"made", "2026-02-15"},
         {"results", "milestone " + std::to_string(d.id<Milestone>("B").number) +
                         " B 2026-03-14 2026-03-20 2026-03-25 2026-03-30"}});
  d.add(Kind::baseline, "BL.2",
        {{"title", "Not made yet"}, {"made", "2027-01-01"}, {"dates", line(d, "B", "2026-03-11", "2027-03-15")}});
  const Dossier dossier = d.build();
  const auto trends = milestone_trends(dossier, plan_of(dossier, "2026-03-05"));
  REQUIRE(trends.size() == 1);
  REQUIRE(trends[0].points.size() == 2);
  CHECK(trends[0].points[0].forecast == day("2026-03-15"));
  CHECK(trends[0].points[1].made == day("2026-03-05"));
  CHECK(trends[0].points[1].forecast == day("2026-03-18"));
  REQUIRE(trends[0].saved.size() == 1);
  CHECK(trends[0].saved[0].forecast == day("2026-03-20"));
  CHECK(trends[0].saved[0].from == "Simulated (P50)");
  CHECK(trends[0].moved_days == 3);
  CHECK(trends[0].sentence == "B Stage B is planned for 18 March 2026, 3 days later than what was planned on 1 February 2026. The forecast kept on 15 February 2026 gave it a chance of 50 % by 20 March 2026.");
  CHECK(newest_baseline(dossier, day("2026-03-05"))->code == "BL.1");
  CHECK(baseline_named(dossier, "first").value()->code == "BL.1");
  CHECK(baseline_named(dossier, "frist").errors().front().code == "baseline.unknown");
}

TEST_CASE("two baselines are compared with one another, and nothing is said of now") {
  SmallDossier d = late_by_three();
  const auto first = parse_baseline(line(d, "B", "2026-03-11", "2026-03-15")), second = parse_baseline(line(d, "B", "2026-03-11", "2026-03-20"));
  const auto compared = compare_baselines(d.build(), *first, *second);
  REQUIRE(compared.sentences.size() >= 2);
  CHECK(compared.sentences[1] == "The plan ended on 15 March 2026; in the other baseline it ends on 20 March 2026, 5 days later.");
}

TEST_CASE("what was kept after a milestone was reached is no forecast of it") {
  SmallDossier d = late_by_three();
  d.set("A", {{"actual_finish", "2026-03-12"}});
  d.add(Kind::baseline, "BL.1", {{"title", "Before"}, {"made", "2026-02-01"}, {"dates", line(d, "A", "2026-03-01", "2026-03-10")}});
  d.add(Kind::baseline, "BL.2", {{"title", "After"}, {"made", "2026-03-20"}, {"dates", line(d, "A", "2026-03-04", "2026-03-12") + "; " + line(d, "B", "2026-03-20", "2026-03-25")}});
  const Dossier dossier = d.build();
  const auto trends = milestone_trends(dossier, plan_of(dossier, "2026-03-22"));
  REQUIRE(trends.size() == 2);
  CHECK(trends[0].points.size() == 2);
  CHECK(trends[0].sentence == "A Stage A was reached on 12 March 2026, 2 days later than what was planned on 1 February 2026.");
  SmallDossier only_after = late_by_three();
  only_after.set("A", {{"actual_finish", "2026-03-12"}});
  only_after.add(Kind::baseline, "BL.2", {{"title", "After"}, {"made", "2026-03-12"}, {"dates", line(d, "A", "2026-03-04", "2026-03-12")}});
  const Dossier told_late = only_after.build();
  CHECK(milestone_trends(told_late, plan_of(told_late, "2026-03-22")).empty());
}

TEST_CASE("a milestone's light knows deadline, baseline, silence and the hand") {
  SmallDossier d = late_by_three();
  d.set("A", {{"deadline", "2026-03-12"}});
  d.set("B", {{"light", "red"}, {"light_why", "The minister has resigned."}});
  const Dossier dossier = d.build();
  const auto lights =
      milestone_lights(dossier, plan_of(dossier, "2026-03-05"), measure_silence(dossier, day("2026-03-05")));
  REQUIRE(lights.size() == 2);
  CHECK(lights[0].light.rule == "It is forecast for 13 March 2026, after its deadline of 12 March 2026.");
  CHECK(lights[1].light.colour == Colour::red);
  CHECK(lights[1].light.rule.starts_with("Set by hand: The minister has resigned. By its rule it would be grey:"));
}

}  // namespace
}  // namespace accord
