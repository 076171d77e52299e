// Earned schedule against worked values, and the progress of plans that can be followed by hand.
#include "core/progress/earned_schedule.hpp"

#include <rapidcheck.h>

#include <nlohmann/json.hpp>

#include "core/progress/value_progress.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;
using Json = nlohmann::json;

std::optional<Json> oracle() {
  const auto path = test::shared("oracles/worked/earned_schedule.json");
  if (path.empty()) return std::nullopt;
  return Json::parse(test::read_file(path));
}

std::vector<double> numbers(const Json& json) { return json.get<std::vector<double>>(); }

TEST_CASE("earned schedule gives the worked values period by period") {
  const auto worked = oracle();
  if (!worked) return;
  const auto planned = numbers((*worked)["input"]["PV_cumulative"]),
             earned = numbers((*worked)["input"]["EV_cumulative"]);
  const double duration = (*worked)["input"]["PD"];
  for (const Json& row : (*worked)["expected"]) {
    const double at = row["AT"];
    CAPTURE(at);
    const EarnedSchedule es = earned_schedule(planned, earned[static_cast<std::size_t>(at) - 1], at, duration);
    CHECK(es.earned_time == doctest::Approx(row["ES"].get<double>()).epsilon(1e-12));
    CHECK(es.variance == doctest::Approx(row["SV_t"].get<double>()).epsilon(1e-12));
    CHECK(*es.index == doctest::Approx(row["SPI_t"].get<double>()).epsilon(1e-12));
    CHECK(*es.forecast == doctest::Approx(row["IEAC_t"].get<double>()).epsilon(1e-12));
  }
}

TEST_CASE("a plan that ends late keeps an index below one to the end") {
  const auto worked = oracle();
  if (!worked) return;
  const Json& late = (*worked)["late_finish"];
  const auto planned = numbers(late["PV"]), earned = numbers(late["EV"]);
  const EarnedSchedule es =
      earned_schedule(planned, earned.back(), static_cast<double>(earned.size()), static_cast<double>(planned.size()));
  CHECK(es.earned_time == late["expected_final"]["ES"].get<double>());
  CHECK(*es.index == doctest::Approx(late["expected_final"]["SPI_t"].get<double>()));
  CHECK(es.variance == late["expected_final"]["SV_t"].get<double>());
}

TEST_CASE("other programs' values come out the same") {
  const auto worked = oracle();
  if (!worked) return;
  for (const Json& row : (*worked)["third_party_test_values"]["cases"]) {
    CAPTURE(row.dump());
    if (row.contains("PV"))
      CHECK(earned_time(numbers(row["PV"]), row["EV"]) == doctest::Approx(row["ES"].get<double>()));
  }
}

TEST_CASE("nothing earned has no forecast, and no time passed no index") {
  const std::vector<double> planned{1, 2};
  CHECK_FALSE(earned_schedule(planned, 0, 1, 2).forecast);
  CHECK_FALSE(earned_schedule(planned, 0, 0, 2).index);
}

TEST_CASE("earned time rises with what is earned and stays inside the plan") {
  rc::check([] {
    std::vector<double> planned;
    double sum = 0;
    for (const unsigned step : *rc::gen::nonEmpty(rc::gen::arbitrary<std::vector<unsigned char>>()))
      planned.push_back(sum += step);
    const double less = *rc::gen::inRange(0, 2000), more = less + *rc::gen::inRange(0, 500);
    const double a = earned_time(planned, less), b = earned_time(planned, more);
    RC_ASSERT(a <= b);
    RC_ASSERT(a >= 0);
    RC_ASSERT(b <= static_cast<double>(planned.size()));
  });
}

struct Planned {
  Dossier dossier;
  Schedule plan;
};

Planned scheduled(const SmallDossier& d, const char* today) {
  Planned out{d.build(), {}};
  out.plan = schedule(out.dossier, {.today = day(today)}).value();
  return out;
}

// Two stages of ten days each, one after the other, from 1 January; half the first was done by the 10th.
SmallDossier ten_and_ten() {
  SmallDossier d;
  d.info({{"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "10ed", {{"actual_start", "2026-01-01"}, {"percent", "50"}});
  d.stage("B", "10ed");
  d.link("A", "B");
  return d;
}

std::vector<BaselineDates> as_planned(const SmallDossier& d) {
  return {{d.id<Milestone>("A"), day("2026-01-01"), day("2026-01-10")},
          {d.id<Milestone>("B"), day("2026-01-11"), day("2026-01-20")}};
}

TEST_CASE("a plan of two stages of ten days, half of the first done after ten") {
  const SmallDossier d = ten_and_ten();
  const Planned p = scheduled(d, "2026-01-10");
  const auto progress = value_progress(p.dossier, p.plan, as_planned(d));
  REQUIRE(progress);
  CHECK(progress->planned == doctest::Approx(0.5));
  CHECK(progress->earned == doctest::Approx(0.25));
  CHECK(*progress->actual == doctest::Approx(0.5));
  CHECK(progress->schedule.earned_time == doctest::Approx(5));
  CHECK(*progress->schedule.index == doctest::Approx(0.5));
  CHECK(progress->forecast_end == day("2026-02-09"));  // forty days instead of twenty
  CHECK(progress->course.back().day == day("2026-01-20"));
  CHECK(progress->course.back().planned == doctest::Approx(1));
  CHECK_FALSE(progress->course.back().earned);
}

TEST_CASE("weights count as people gave them, whatever the length") {
  SmallDossier d = ten_and_ten();
  d.set("A", {{"weight", "3"}});
  d.set("B", {{"weight", "1"}});
  const Planned p = scheduled(d, "2026-01-10");
  const auto progress = value_progress(p.dossier, p.plan, as_planned(d), {.by = WeighBy::weights});
  REQUIRE(progress);
  CHECK(progress->planned == doctest::Approx(0.75));
  CHECK(progress->earned == doctest::Approx(0.375));
  const auto by_benchmarks = value_progress(p.dossier, p.plan, as_planned(d), {.by = WeighBy::benchmarks});
  REQUIRE_FALSE(by_benchmarks);
  CHECK(by_benchmarks.errors().front().code == "progress.nothing_planned");
}

TEST_CASE("benchmarks count each the same, and only on the last rung") {
  SmallDossier d = ten_and_ten();
  d.add(Kind::benchmark, "B.1", {{"title", "Passports"}, {"deadline", "2026-01-05"}, {"ladder", "verified"}});
  d.add(Kind::benchmark, "B.2", {{"title", "Borders"}, {"deadline", "2026-01-08"}, {"ladder", "applied"}});
  d.add(Kind::benchmark, "B.3", {{"title", "Data"}, {"milestone", "B"}});
  d.add(Kind::benchmark, "B.4", {{"title", "No date"}});
  const Planned p = scheduled(d, "2026-01-10");
  const auto progress = value_progress(p.dossier, p.plan, as_planned(d), {.by = WeighBy::benchmarks});
  REQUIRE(progress);
  CHECK(progress->counted == 3);
  CHECK(progress->unplanned == 1);
  CHECK(progress->planned == doctest::Approx(2.0 / 3));
  CHECK(progress->earned == doctest::Approx(1.0 / 3));
  CHECK_FALSE(progress->actual);
}

TEST_CASE("what is done without the evidence that it needs earns nothing") {
  SmallDossier d = ten_and_ten();
  d.set("A", {{"percent", ""}, {"actual_finish", "2026-01-10"}, {"needs_evidence", "yes"}});
  const Planned said = scheduled(d, "2026-01-12");
  const auto without = value_progress(said.dossier, said.plan, as_planned(d));
  CHECK(without->earned == 0);
  CHECK(without->awaiting_evidence == 1);
  d.add(Kind::evidence, "EV.1", {{"title", "The act"}, {"act_number", "C(2026) 1"}, {"milestones", "A"}});
  const Planned shown = scheduled(d, "2026-01-12");
  CHECK(value_progress(shown.dossier, shown.plan, as_planned(d))->earned == doctest::Approx(0.5));
}

TEST_CASE("once everything is earned the clock stands still") {
  SmallDossier d = ten_and_ten();
  d.set("A", {{"percent", ""}, {"actual_finish", "2026-01-15"}});
  d.set("B", {{"actual_start", "2026-01-16"}, {"actual_finish", "2026-01-25"}});
  const Planned p = scheduled(d, "2026-06-01");
  const auto progress = value_progress(p.dossier, p.plan, as_planned(d));
  CHECK(progress->earned == doctest::Approx(1));
  CHECK(progress->schedule.earned_time == doctest::Approx(20));
  CHECK(*progress->schedule.index == doctest::Approx(0.8));  // twenty days in twenty-five
}

}  // namespace
}  // namespace accord
