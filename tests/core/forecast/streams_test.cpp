// The same seed gives the same bytes, whoever computes them.
#include <array>

#include "core/forecast/forecast.hpp"
#include "core/forecast/random_stream.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::PlanBuilder;

const ScheduleOptions options{.today = test::day("2026-01-05")};

PlanBuilder small_plan() {
  PlanBuilder builder("2026-01-05");
  builder.track("T");
  const auto stage = [&](const std::string& code, std::string_view estimate) {
    builder.stage(code, "5d", [&](Milestone& m) {
      m.estimate = Estimate::parse(estimate).value();
      m.track = builder.track_id("T");
    });
  };
  stage("A", "triangular:5,8,17d");
  stage("B", "pert:5,10,30d");
  stage("C", "lognormal:10,30d");
  builder.link("A>C").link("B>C");
  builder.add<Risk>("R", [&](Risk& risk) {
    risk.probability = 0.25;
    risk.delay = Estimate::parse("uniform:5,15ed").value();
    risk.milestones = {builder.id("B")};
  });
  const auto mandate = builder.add<Mandate>("M", [](Mandate& m) { m.end = FuzzyDate::parse("2026-01-26..2026-02-20").value(); });
  builder.add<Goal>("G", [&](Goal& goal) { goal.mandate = mandate, goal.milestone = builder.id("C"); });
  return builder;
}

}  // namespace

TEST_CASE("one, two and eight threads give the same result") {
  const Dossier dossier = small_plan().build();
  const auto one = run_forecast(dossier, options, {.trials = 5'001, .threads = 1});
  const auto two = run_forecast(dossier, options, {.trials = 5'001, .threads = 2});
  const auto eight = run_forecast(dossier, options, {.trials = 5'001, .threads = 8});
  CHECK(one->plan_ends.size() == 5'001);
  REQUIRE(one->goals.at(0).drivers.size() == 4);
  CHECK(*one == *two);
  CHECK(*one == *eight);
  auto other = run_forecast(dossier, options, {.trials = 5'001, .seed = 2}).value();
  other.seed = one->seed;
  CHECK(other.plan_ends != one->plan_ends);
  CHECK(other.goals != one->goals);
  CHECK(other.milestones != one->milestones);
}

TEST_CASE("more trials begin with the same ones, and an unrelated milestone changes nothing else") {
  PlanBuilder builder = small_plan();
  const auto few = run_forecast(builder.build(), options, {.trials = 1'000});
  const auto more = run_forecast(builder.build(), options, {.trials = 3'000});
  CHECK(std::equal(few->plan_ends.begin(), few->plan_ends.end(), more->plan_ends.begin()));
  builder.stage("Z", "1d", [](Milestone& m) { m.estimate = Estimate::parse("uniform:1,3d").value(); });
  auto beside = run_forecast(builder.build(), options, {.trials = 1'000}).value();
  REQUIRE(beside.milestones.size() == few->milestones.size() + 1);
  std::erase_if(beside.milestones, [&](const MilestoneForecast& m) { return m.milestone == builder.id("Z"); });
  beside.revision = few->revision;
  CHECK(beside == *few);
}

TEST_CASE("draws are those of Philox 4x32-10, keyed by seed and counted by trial, purpose and record") {
  std::array<std::int32_t, 8> all{};
  std::array<std::int32_t, 4> second{};
  const simulation::Stream stream{7, simulation::Purpose::duration, RecordId{42}};
  simulation::draw(stream, 100, all);
  simulation::draw(stream, 104, second);
  CHECK(std::equal(second.begin(), second.end(), all.begin() + 4));
  for (const std::int32_t u : all) CHECK(u >= 0);
  simulation::draw({7, simulation::Purpose::risk_delay, RecordId{42}}, 104, second);
  CHECK_FALSE(std::equal(second.begin(), second.end(), all.begin() + 4));
}

TEST_CASE("what cannot be run is refused in words") {
  const Dossier dossier = small_plan().build();
  const auto code = [&](const ForecastOptions& how) {
    const auto result = run_forecast(dossier, options, how);
    return result ? std::string() : result.errors().front().code;
  };
  CHECK(code({.trials = 0}) == "forecast.trials");
  CHECK(code({.trials = 1'000'000'000}) == "forecast.trials");
  CHECK(code({.threads = 0}) == "forecast.threads");
  CHECK(code({.correlation = 1.5}) == "correlation.range");
  CHECK(code({.correlation = -0.1}) == "correlation.range");
  CHECK(code({.converge_days = 0}) == "forecast.converge");
  std::stop_source stop;
  stop.request_stop();
  CHECK(run_forecast(dossier, options, {}, {stop.get_token(), {}}).errors().front().code == "forecast.cancelled");
}

TEST_CASE("a run goes on until the day with an 80 % chance is known well enough") {
  PlanBuilder builder("2026-01-05");
  builder.stage("A", "1d", [](Milestone& m) { m.estimate = Estimate::parse("uniform:0,400d").value(); });
  const auto result = run_forecast(builder.build(), options, {.trials = 100, .converge_days = 7});
  CHECK(result->trials > 100);
  const DayInterval interval = result->plan_end.interval(0.8);
  CHECK(days_between(*interval.low, *interval.high) <= 7);
}

}  // namespace accord
