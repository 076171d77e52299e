#include "core/forecast/what_it_takes.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::PlanBuilder;

const ScheduleOptions options{.today = day("2026-01-01")};

PlanBuilder plan() {
  PlanBuilder builder("2026-01-01");
  builder.info([](DossierInfo& info) { info.calendar = "every-day"; });
  return builder;
}

void stage(PlanBuilder& builder, const std::string& code, std::string_view estimate, const std::string& moves_with = {}) {
  builder.stage(code, "1d", [&](Milestone& m) {
    m.title = "Rounds";
    m.duration.reset();
    m.estimate = Estimate::parse(estimate).value();
    if (!moves_with.empty()) m.moves_with = builder.id(moves_with);
  });
}

Id<Goal> goal(PlanBuilder& builder, const std::string& milestone, std::string_view end) {
  const auto mandate = builder.add<Mandate>("M", [&](Mandate& m) { m.end = FuzzyDate(day(end)); });
  return builder.add<Goal>("G", [&](Goal& g) { g.mandate = mandate, g.milestone = builder.id(milestone); });
}

Taking take(const Dossier& dossier, Id<Goal> goal, double wanted, std::int64_t trials = 2'000) {
  return what_it_takes(dossier, options, {.goal = goal, .wanted = wanted, .trials = trials}).value();
}

bool is_kind(const TakeChange& change, TakeKind kind) { return change.kind == kind; }

// Two agreements negotiated together meet in J; the legal work on each follows its rounds.
PlanBuilder twins() {
  PlanBuilder builder = plan();
  stage(builder, "A.1", "triangular:10,30,90d");
  stage(builder, "B.1", "triangular:10,30,90d", "A.1");
  stage(builder, "A.2", "uniform:5,15d");
  stage(builder, "B.2", "uniform:5,15d", "A.2");
  builder.event("J").link("A.1>A.2").link("B.1>B.2").link("A.2>J").link("B.2>J");
  return builder;
}

}  // namespace

TEST_CASE("stages that move with one another are shortened together, and both are named") {
  PlanBuilder builder = twins();
  const Id<Goal> id = goal(builder, "J", "2026-02-20");
  const Dossier dossier = builder.build();
  const Taking taking = take(dossier, id, 0.99);
  REQUIRE(taking.now.value < 0.9);
  const auto rounds = std::ranges::find_if(taking.singles, [&](const TakeChange& change) {
    return change.kind == TakeKind::shorten && change.parts.front().record == RecordId(builder.id("A.1"));
  });
  REQUIRE(rounds != taking.singles.end());
  REQUIRE(rounds->parts.size() == 2);
  CHECK(rounds->parts[1].record == RecordId(builder.id("B.1")));
  CHECK(rounds->probability.value > 0.95);
  const std::string words = join(in_words(taking, dossier), "\n");
  CAPTURE(words);
  CHECK(words.find("do A.1 and B.1 (Rounds) in") != words.npos);
  CHECK(words.find("begin A.2 together with A.1 and begin B.2 together with B.1") != words.npos);
  CHECK(taking.tried == 3);  // rounds, legal work, and the two side by side
  CHECK(taking.screening_trials == 0);
}

TEST_CASE("of a plan with more changes than can be played through, the best are found whatever their kind") {
  PlanBuilder builder = plan();
  for (int i = 10; i < 30; ++i) {
    stage(builder, "S." + std::to_string(i), "triangular:8,10,20d");
    if (i > 10) builder.link(fmt::format("S.{}>S.{}", i - 1, i));
  }
  const Id<Goal> id = goal(builder, "S.29", "2026-09-05");
  const Dossier dossier = builder.build();
  const Taking taking = take(dossier, id, 0.999, 1'000);
  REQUIRE(taking.now.value < 0.5);
  CHECK(taking.tried == 39);  // 20 stages, 19 links
  CHECK(taking.screening_trials > 0);
  REQUIRE(taking.singles.size() > 19);
  // To do two stages side by side saves more than to do one of them in its P10.
  CHECK(std::all_of(taking.singles.begin(), taking.singles.begin() + 19,
                    [](const TakeChange& c) { return is_kind(c, TakeKind::overlap); }));
  const std::string words = in_words(taking, dossier).back();
  CHECK(words.starts_with("39 single changes lie on the way to the goal. Each was tried 512 times; the 30 that helped most"));
}

TEST_CASE("stages of fixed length can be done side by side too") {
  PlanBuilder builder = plan();
  builder.stage("A", "20d").stage("B", "20d").link("A>B");
  stage(builder, "C", "uniform:5,15d");
  builder.link("B>C");
  const Id<Goal> id = goal(builder, "C", "2026-02-15");
  const Taking taking = take(builder.build(), id, 0.9);
  CHECK(taking.now.value < 0.2);
  CHECK(taking.tried == 3);  // C shorter, B beside A, C beside B
  CHECK(std::ranges::count_if(taking.singles, [](const TakeChange& c) { return is_kind(c, TakeKind::overlap); }) == 2);
  CHECK(taking.enough);
}

TEST_CASE("a tornado's days are those of the same plan with the stage at its P10, its twin along with it") {
  PlanBuilder builder = twins();
  const Id<Goal> id = goal(builder, "J", "2026-02-20");
  const ForecastOptions how{.trials = 4'000, .tornado_trials = 4'000};
  const ForecastResult result = run_forecast(builder.build(), options, how).value();
  const auto& drivers = result.goals[0].drivers;
  const auto rounds = std::ranges::find(drivers, RecordId(builder.id("A.1")), &ForecastDriver::record);
  REQUIRE(rounds != drivers.end());
  const std::int32_t p10 = simulation::make_inputs(builder.build(), options, {})->samplers[0].quantile(0.1);
  DossierBuilder edit(builder.build());
  for (const char* code : {"A.1", "B.1"}) {
    auto fixed = std::make_shared<Milestone>(*builder.build().find(builder.id(code)));
    fixed->estimate.reset();
    fixed->duration = Duration{p10, DurationUnit::workdays};
    edit.put(Kind::milestone, fixed);
  }
  const ForecastResult rerun = run_forecast(std::move(edit).build(), options, how).value();
  CHECK(rounds->at_p10 == days_between(*result.find(id)->dates.percentile(0.8), *rerun.find(id)->dates.percentile(0.8)));
}

TEST_CASE("the error of a tornado's days is what they differ by from seed to seed") {
  PlanBuilder builder = plan();
  stage(builder, "A", "triangular:10,30,90d");
  stage(builder, "B", "triangular:20,40,160d");
  builder.link("A>B");
  constexpr int seeds = 40;
  double sum = 0, squares = 0, error = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const ForecastResult result = run_forecast(builder.build(), options, {.trials = 1'000, .seed = seed}).value();
    const auto driver = std::ranges::find(result.plan_drivers, RecordId(builder.id("A")), &ForecastDriver::record);
    REQUIRE(driver->p10_error.has_value());
    sum += *driver->at_p10;
    squares += *driver->at_p10 * *driver->at_p10;
    error += *driver->p10_error / seeds;
  }
  const double mean = sum / seeds, sd = std::sqrt((squares / seeds - mean * mean) * seeds / (seeds - 1));
  CAPTURE(mean);
  CAPTURE(sd);
  CAPTURE(error);
  CHECK(error > 0.6 * sd);
  CHECK(error < 1.8 * sd);
  const ForecastResult few = run_forecast(builder.build(), options, {.trials = 100}).value();
  CHECK_FALSE(few.plan_drivers.front().p10_error.has_value());
}

TEST_CASE("risks without figures are named wherever the chance is") {
  PlanBuilder builder = plan();
  stage(builder, "A", "uniform:0.5,100.5d");
  const Id<Goal> id = goal(builder, "A", "2026-01-30");
  for (const char* code : {"R.1", "R.2"})
    builder.add<Risk>(code, [&](Risk& risk) {
      if (risk.code == "R.1") risk.probability = 0.5;
      risk.milestones = {builder.id("A")};
    });
  const Dossier dossier = builder.build();
  const ForecastResult result = run_forecast(dossier, options, {.trials = 1'000}).value();
  const GoalForecast& forecast = *result.find(id);
  REQUIRE(forecast.uncounted.size() == 2);
  CHECK(forecast.uncounted.front().code == "R.1");
  CHECK(uncounted_in_words(forecast) == ", 2 risks not counted");
  CHECK(inside_in_words(forecast, *dossier.find(forecast.mandate)).back() ==
        "Not counted are the risks “R.1” (no delay is given) and “R.2” (no probability is given).");
}

TEST_CASE("a goal that is reached is a fact: inside the mandate, outside it, or nobody can say") {
  PlanBuilder builder = plan();
  builder.status("2026-03-01");
  builder.event("A", [](Milestone& m) { m.actual_finish = FuzzyDate(day("2026-02-10")); });
  const auto mandate = [&](const std::string& code, std::string_view start, std::string_view end) {
    const auto made = builder.add<Mandate>(code, [&](Mandate& m) {
      m.start = FuzzyDate::parse(start).value();
      m.end = FuzzyDate::parse(end).value();
    });
    builder.add<Goal>("G." + code, [&](Goal& g) { g.mandate = made, g.milestone = builder.id("A"); });
  };
  mandate("M1", "2026-01-01", "2026-02-28");
  mandate("M2", "2026-01-01", "unknown");  // it has not ended yet
  mandate("M3", "2025-01-01", "2026-01-31");
  mandate("M4", "2025-01-01", "2026-01-31..2026-02-20");
  const Dossier dossier = builder.build();
  const ForecastResult result = run_forecast(dossier, {.today = day("2026-03-01")}, {.trials = 100}).value();
  const std::vector<std::string> expected{"Reached on 10 February 2026, inside the mandate.",
                                          "Reached on 10 February 2026, inside the mandate.",
                                          "Reached on 10 February 2026, outside the mandate.",
                                          "Reached on 10 February 2026; whether inside the mandate cannot be said."};
  REQUIRE(result.goals.size() == expected.size());
  for (std::size_t g = 0; g < expected.size(); ++g) {
    CAPTURE(g);
    const GoalForecast& one = result.goals[g];
    CHECK(inside_in_words(one, *dossier.find(one.mandate)) == std::vector{expected[g]});
    CHECK(one.probability.has_value() == (g < 3));
  }
  CHECK(result.goals[1].probability->value == 1);
}

}  // namespace accord
