// What is drawn for a stage that already runs.
#include "core/forecast/forecast.hpp"
#include "core/forecast/sampler.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::PlanBuilder;

ForecastResult forecast_of(const Dossier& dossier, const ScheduleOptions& options) {
  ForecastOptions how;
  how.trials = 2000;
  return run_forecast(dossier, options, how).value();
}

}  // namespace

TEST_CASE("a stage with a percentage and a spread of one length comes on the plan's day in every trial") {
  for (const char* estimate : {"triangular:11,11,11d", "pert:11,11,11d", "uniform:11,11d", "fixed:11d"})
    for (const double percent : {1.0, 10.0, 33.0, 50.0, 70.0, 90.0, 99.0}) {
      CAPTURE(estimate);
      CAPTURE(percent);
      PlanBuilder plan("2026-11-02");
      plan.stage("A", "1d", [&](Milestone& m) {
        m.estimate = Estimate::parse(estimate).value();
        m.duration.reset();
        m.actual_start = FuzzyDate::parse("2026-11-16").value();
        m.percent = percent;
      });
      plan.status("2026-11-22");
      const Dossier dossier = plan.build();
      const ScheduleOptions options{.today = day("2026-11-22")};
      const auto planned = schedule(dossier, options)->find(plan.id("A"))->early_finish;
      const ForecastResult forecast = forecast_of(dossier, options);
      CHECK(forecast.plan_end.percentile(0.0001) == planned);
      CHECK(forecast.plan_end.percentile(0.9999) == planned);
    }
}

TEST_CASE("with a percentage no trial is rounded below what the scheduler rounds up") {
  // 30 % of 6, 7 and 8 days are 1.8, 2.1 and 2.4: 2, 3 and 3 days.
  const Distribution spread = Distribution::make(Estimate::parse("uniform:6,8d").value()).value();
  const simulation::Sampler left(simulation::share_of_duration(spread, 0.3), simulation::Scale::uniform);
  CHECK(left.lowest() == 2);
  CHECK(left.highest() == 3);
  CHECK(left.quantile(0.24) == 2);  // 6 days: a quarter of the mass
  CHECK(left.quantile(0.26) == 3);
}

TEST_CASE("a class whose last case finished sooner than a stage has run says nothing, and certainly not never") {
  const ReferenceLookup lookup = [](const std::string&) { return std::optional(StepCurve{{100, 0.4}, {300, 0.6}}); };
  for (const bool by_class : {true, false}) {
    CAPTURE(by_class);
    PlanBuilder plan("2024-01-01");
    plan.event("O", [](Milestone& m) {
      m.reference = "visa_facilitation/negotiations_opened";
      m.actual_finish = FuzzyDate::parse("2024-01-01").value();
    });
    plan.stage("A", "1d", [&](Milestone& m) {
      m.estimate = Estimate::parse(by_class ? "class:visa_facilitation/negotiations_opened/signed" : "triangular:10,20,30ed").value();
      m.duration.reset();
      m.reference = "visa_facilitation/signed";
      m.actual_start = FuzzyDate::parse("2024-01-02").value();
    });
    plan.link("O>A").status("2026-11-22");
    const ScheduleOptions options{.today = day("2026-11-22"), .reference = lookup};
    const ForecastResult forecast = forecast_of(plan.build(), options);
    CHECK(forecast.plan_end.percentile(0.99).has_value());
    CHECK(forecast.plan_end.percentile(0.99) < day("2028-01-01"));
  }
}

TEST_CASE("a plan of one stage has a sensitivity index of one, in working days as in calendar days") {
  for (const char* estimate : {"pert:50,100,200d", "pert:50,100,200ed"}) {
    CAPTURE(estimate);
    PlanBuilder plan("2026-11-23");
    plan.stage("A", "1d", [&](Milestone& m) {
      m.estimate = Estimate::parse(estimate).value();
      m.duration.reset();
    });
    const ForecastResult forecast = forecast_of(plan.build(), {.today = day("2026-11-22")});
    REQUIRE(forecast.plan_drivers.size() == 1);
    CHECK(forecast.plan_drivers[0].criticality == 1);
    CHECK(forecast.plan_drivers[0].sensitivity_index == doctest::Approx(1).epsilon(0.01));
  }
}

}  // namespace accord
