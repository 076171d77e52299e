// A forecast for a meeting: every number shows its error or its n, and what weakens the plan comes first.
#include "core/report/forecast_report.hpp"

#include <algorithm>

#include "core/report/chances.hpp"
#include "tests/core/report/lines.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::PlanBuilder;

const ScheduleOptions options{.today = day("2026-01-20")};

PlanBuilder plan() {
  PlanBuilder builder("2026-01-01");
  builder.status("2026-01-20");
  const auto estimate = [](std::string_view text) {
    return [text](Milestone& m) {
      m.title = "Stage " + m.code;
      m.duration.reset();
      m.estimate = Estimate::parse(text).value();
    };
  };
  builder.stage("A", "1d", estimate("triangular:10,30,90d")).stage("B", "1d", estimate("uniform:5,40d")).link("A>B");
  builder.stage("LOOSE", "1d", [](Milestone& m) { m.duration.reset(); });  // no estimate, and it leads nowhere
  const auto mandate = builder.add<Mandate>("M", [](Mandate& m) {
    m.title = "Holder's term";
    m.end = FuzzyDate::parse("2026-04-01..2026-06-30").value();
  });
  builder.add<Goal>("G", [&](Goal& goal) { goal.mandate = mandate, goal.milestone = builder.id("B"); });
  builder.add<Risk>("R.1", [&](Risk& risk) {
    risk.probability = 0.5;
    risk.milestones = {builder.id("A")};
  });
  return builder;
}

bool any(const std::vector<std::string>& lines, std::string_view part) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(part) != line.npos; });
}

}  // namespace

TEST_CASE("a forecast report shows the plan's weaknesses, and every figure with its error") {
  const Dossier dossier = plan().build();
  const Schedule schedule_of = schedule(dossier, options).value();
  const ForecastResult inside = run_forecast(dossier, options, {.trials = 2'000}).value();
  const std::vector<std::optional<OutsideView>> outside(inside.goals.size());
  const Document document = build_forecast({.dossier = dossier, .plan = schedule_of, .inside = inside, .outside = outside}, {});
  const std::vector<std::string> said = test::lines_of(document);
  CHECK(any(said, "# How far the plan itself can be trusted"));
  CHECK(any(said, "- LOOSE"));
  CHECK(any(said, "The plan was played through 2\u00a0000 times (seed 1"));
  CHECK(any(said, "By the plan's own estimates and risks: "));
  CHECK(any(said, "Not counted is the risk “R.1” (no delay is given)."));
  CHECK(any(said, "No scenario is kept in the file"));
  CHECK(any(said, "Half of the trials are there by "));
  CHECK(any(said, "The correlations are 95 % sure to"));
  CHECK(any(said, "The days are 95 % sure to ±"));
  const auto row_of = [&](std::string_view start) {
    const auto row = std::ranges::find_if(said, [&](const std::string& line) { return line.starts_with(start); });
    REQUIRE_MESSAGE(row != said.end(), start);
    return *row;
  };
  const auto errors_in = [](const std::string& line) {
    std::size_t n = 0;
    for (std::size_t at = line.find("(±"); at != line.npos; at = line.find("(±", at + 1)) ++n;
    return n;
  };
  CHECK(errors_in(row_of("Stage B (B), Holder's term | ")) == 4);  // both ends, P50 and P80; the chance has its own column
  CHECK(errors_in(row_of("A | Stage A | 0.")) == 2);               // the days at P10 and at P90
}

TEST_CASE("a plan without a goal is told by its end, and one where everything is done has nothing to forecast") {
  const auto said_of = [](const Dossier& dossier) {
    const Schedule plan = schedule(dossier, options).value();
    const ForecastResult inside = run_forecast(dossier, options, {.trials = 200}).value();
    const std::vector<std::optional<OutsideView>> outside(inside.goals.size());
    const Document report = build_forecast({.dossier = dossier, .plan = plan, .inside = inside, .outside = outside}, {});
    std::vector<std::string> out = test::lines_of(report);
    for (const doc::Block& block : report.blocks)
      if (const auto* table = std::get_if<doc::Table>(&block)) out.push_back(table->caption);
    return out;
  };
  PlanBuilder open("2026-01-01");
  open.status("2026-01-20");
  open.stage("A", "30d");
  CHECK(any(said_of(open.build()), "decides when the plan ends"));
  CHECK_FALSE(any(said_of(open.build()), "the goal's date"));
  PlanBuilder done("2026-01-01");
  done.status("2026-01-20");
  done.stage("A", "5d", [](Milestone& m) {
    m.needs_evidence = false;
    m.actual_start = FuzzyDate::parse("2026-01-05").value();
    m.actual_finish = FuzzyDate::parse("2026-01-09").value();
  });
  CHECK(said_of(done.build()) == std::vector<std::string>{"Every milestone of this plan is done or dropped, so there is nothing to forecast."});
}

TEST_CASE("a brief's chance has its errors at both ends of the mandate and at its days") {
  const Dossier dossier = plan().build();
  const ForecastResult inside = run_forecast(dossier, options, {.trials = 2'000}).value();
  Standing standing;
  standing.goals.resize(1);
  standing.goals[0].code = "B";
  standing.goals[0].mandate_code = "M";
  add_chances(standing, inside, dossier);
  const std::string& chance = standing.goals[0].chance;
  CAPTURE(chance);
  CHECK(chance.starts_with("By the estimates and risks of the plan, the chance"));
  CHECK(chance.ends_with(" Not counted is the risk “R.1” (no delay is given)."));
  CHECK(std::ranges::count(chance, ')') == 6);  // the risk, the chance, two ends, P50 and P80
  CHECK(chance.find("(P50, ±") != chance.npos);
}

TEST_CASE("no goal is green by its rule where fewer than half of the trials reach it") {
  const auto light = [](double chance, TrafficLight before) {
    GoalStanding goal;
    goal.light = std::move(before);
    GoalForecast forecast;
    forecast.probability = Proportion{};
    forecast.probability->value = chance;
    heed_chance(goal, forecast);
    return goal.light;
  };
  const TrafficLight green{Colour::green, "Green", "On course.", false};
  CHECK(light(0.5, green).colour == Colour::green);
  CHECK(light(0.49, green).colour == Colour::amber);
  CHECK(light(0.49, green).word == "Amber");
  CHECK(light(0.49, green).rule == "The plan reaches it inside the mandate, but fewer than half of the trials do.");
  CHECK(light(0.04, {Colour::red, "Red", "Late.", false}).colour == Colour::red);
  CHECK(light(0.04, {Colour::green, "Green", "Set by hand.", true}).colour == Colour::green);
}

}  // namespace accord
