// Earned schedule against worked values, and the progress of plans that can be followed by hand.
#include "core/progress/earned_schedule.hpp"

#include <rapidcheck.h>

#include "core/progress/trend.hpp"
#include "core/progress/value_progress.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;
// The formulae ES = C + I, SV(t) = ES - AT, SPI(t) = ES / AT, IEAC(t) = PD / SPI(t) are those of W. Lipke, "Schedule is Different",
// The Measurable News, 2003; the values below were worked out by hand from a made-up plan of ten periods.
TEST_CASE("earned schedule gives the worked values period by period") {
  const std::vector<double> planned{10, 25, 45, 70, 100, 135, 165, 185, 195, 200};
  const struct {
    double at, earned, es, index, forecast;
  } rows[] = {{1, 8, 0.8, 0.8, 12.5},
              {2, 20, 1 + 2.0 / 3, 5.0 / 6, 12},
              {3, 36, 2.55, 0.85, 10 / 0.85},
              {4, 55, 3.4, 0.85, 10 / 0.85},
              {5, 80, 4 + 1.0 / 3, 13.0 / 15, 150.0 / 13},
              {6, 108, 5 + 8.0 / 35, 183.0 / 210, 2100.0 / 183},
              {7, 140, 6 + 1.0 / 6, 37.0 / 42, 420.0 / 37}};
  for (const auto& row : rows) {
    CAPTURE(row.at);
    const EarnedSchedule es = earned_schedule(planned, row.earned, row.at, 10);
    CHECK(es.earned_time == doctest::Approx(row.es).epsilon(1e-12));
    CHECK(es.variance == doctest::Approx(row.es - row.at).epsilon(1e-12));
    CHECK(*es.index == doctest::Approx(row.index).epsilon(1e-12));
    CHECK(*es.forecast == doctest::Approx(row.forecast).epsilon(1e-12));
  }
}

// One period late: the index in money would return to 1, the one in time stays at four fifths (W. Lipke, "Earned Schedule", 2009).
TEST_CASE("a plan that ends late keeps an index below one to the end") {
  const std::vector<double> planned{20, 50, 80, 100};
  const EarnedSchedule es = earned_schedule(planned, 100, 5, 4);
  CHECK(es.earned_time == 4);
  CHECK(*es.index == doctest::Approx(0.8));
  CHECK(es.variance == -1);
}

// Values that the tests of two public programs expect; the third earns more than was ever planned.
TEST_CASE("other programs' values come out the same") {
  const std::vector<double> three{100, 200, 300}, two{100, 200};
  CHECK(earned_time(three, 150) == doctest::Approx(1.5));
  CHECK(earned_time(three, 200) == doctest::Approx(2));
  CHECK(earned_time(three, 350) == doctest::Approx(3));
  CHECK(earned_time(two, 50) == doctest::Approx(0.5));
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

TEST_CASE("a baseline kept today and measured today is neither early nor late, where no percent was entered") {
  rc::check([] {
    SmallDossier d;
    d.info({{"calendar", *rc::gen::element<std::string>("every-day", "eu")}, {"plan_start", "2026-01-01"}});
    const int stages = *rc::gen::inRange(1, 7);
    for (int i = 0; i < stages; ++i) {
      SmallDossier::Fields fields;
      const int how = *rc::gen::inRange(0, 4);
      if (how > 0) fields.push_back({"actual_start", to_iso(day("2026-01-01") + date::days(*rc::gen::inRange(0, 150)))});
      if (how == 3) fields.push_back({"actual_finish", to_iso(day("2026-06-01") + date::days(*rc::gen::inRange(0, 40)))});
      d.stage("S" + std::to_string(i), std::to_string(*rc::gen::inRange(1, 400)) + "ed", fields);
      if (i > 0 && *rc::gen::arbitrary<bool>()) d.link("S" + std::to_string(i - 1), "S" + std::to_string(i));
    }
    const Planned p = scheduled(d, "2026-07-15");
    const auto progress = value_progress(p.dossier, p.plan, dates_to_keep(p.plan));
    RC_ASSERT(progress.ok());
    if (progress->earned == 0) return;
    RC_ASSERT(std::abs(progress->planned - progress->earned) < 1e-9);
    RC_ASSERT(std::abs(progress->schedule.index.value_or(0) - 1) < 1e-6 || progress->earned > 1 - 1e-9);
  });
}

TEST_CASE("what has no percent entered is measured by the days that the plan gives it, and that is said") {
  SmallDossier d = ten_and_ten();
  d.set("A", {{"percent", ""}});
  const Planned p = scheduled(d, "2026-01-05");
  const auto progress = value_progress(p.dossier, p.plan, as_planned(d));
  REQUIRE(progress);
  CHECK(progress->without_percent == std::vector<std::string>{"A"});
  CHECK(progress->earned == doctest::Approx(0.25));
  CHECK(progress->sentences[1] == "In time the work is as far as the plan: SPI(t) 1.00; at this pace it ends as planned, on 20 January 2026.");
  CHECK(progress->sentences[2] == "No percent is entered for A: what is earned there is the share of its days in the plan that has passed.");
}

}  // namespace
}  // namespace accord
