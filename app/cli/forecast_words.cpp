#include "app/cli/forecast_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/reference_rows.hpp"
#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/progress/quality.hpp"

namespace accord::cli {
namespace {

std::string iso(const std::optional<Day>& day) { return day ? to_iso(*day) : "never seen"; }

Json share_json(const std::optional<Proportion>& share) { return share ? Json(share->value) : Json(nullptr); }

Json outside_json(const std::optional<OutsideView>& view) {
  if (!view || !view->probability) return nullptr;
  return {{"probability", view->probability->value}, {"n", view->curve.n}, {"events", view->curve.events}};
}

std::string code_of(RecordId record, bool is_risk, const Dossier& dossier) {
  return dossier.code_of(is_risk ? Kind::risk : Kind::milestone, record);
}

void print_outside(Io& io, const GoalForecast& goal, const OutsideView& view, const Mandate& mandate) {
  for (const std::string& sentence : outside_in_words(view, mandate)) say_item(io, "  •", sentence);
  say_item(io, "  •", cases_in_words(view));
  say_item(io, "  •", backtest_in_words(backtest(view.cases)));
  if (const std::string gap = gap_in_words(goal, view); !gap.empty()) say_item(io, "  •", gap);
}

void print_drivers(Io& io, const std::vector<ForecastDriver>& drivers, const Dossier& dossier) {
  if (drivers.empty()) return;
  Rows rows{{"Driver", "", "Rank correlation", "On the way", "Days at P10", "Days at P90"}, {}};
  const auto days = [](std::optional<int> n) { return n ? fmt::format("{:+}", *n) : std::string("–"); };
  for (const ForecastDriver& driver : drivers) {
    const std::string code = code_of(driver.record, driver.is_risk, dossier);
    const auto* risk = driver.is_risk ? dossier.find(Id<Risk>(driver.record)) : nullptr;
    rows.cells.push_back({code, risk ? risk->title : dossier.find(Id<Milestone>(driver.record))->title,
                          fmt::format("{:.2f}", driver.rank_correlation), percent(driver.criticality),
                          days(driver.at_p10), days(driver.at_p90)});
  }
  print_table(io, rows);
  say(io,
      "The last two columns: by how many days the day with an 80 % chance moves when the driver takes its P10, or "
      "its P90 (a risk: when it is ruled out).");
}

void print_goal(Io& io, const ForecastViews& views, std::size_t g) {
  const GoalForecast& goal = views.inside.goals[g];
  const Mandate& mandate = *views.dossier.find(goal.mandate);
  const Milestone& milestone = *views.dossier.find(goal.milestone);
  io.out << '\n';
  say(io, painted(io, Colour::strong, fmt::format("{} {} within {}", milestone.code, milestone.title, mandate.title)));
  if (goal.reached) {
    say_item(io, "  •", fmt::format("Reached on {}.", iso(goal.dates.percentile(0.5))));
    return;
  }
  for (const std::string& sentence : inside_in_words(goal, mandate)) say_item(io, "  •", sentence);
  if (views.outside[g]) print_outside(io, goal, *views.outside[g], mandate);
  else
    say_item(io, "  •",
             "No history to compare with: neither this milestone nor an earlier one reached has a reference class.");
  if (const auto* own = views.inside.find(goal.milestone)) say_item(io, "  •", planned_chance(*own));
  print_drivers(io, goal.drivers, views.dossier);
}

void print_milestones(Io& io, const ForecastViews& views) {
  Rows rows{{"Code", "Milestone", "Plan", "P10", "P50", "P80", "P90", "On the way"}, {}};
  for (const MilestoneForecast& m : views.inside.milestones) {
    const ScheduledMilestone* scheduled = views.plan.find(m.milestone);
    if (!scheduled || scheduled->finished || m.dates.empty()) continue;
    const Milestone& record = *views.dossier.find(m.milestone);
    rows.cells.push_back({record.code, record.title, m.planned ? to_iso(*m.planned) : "", iso(m.dates.percentile(0.1)),
                          iso(m.dates.percentile(0.5)), iso(m.dates.percentile(0.8)), iso(m.dates.percentile(0.9)),
                          percent(m.criticality)});
  }
  if (rows.cells.empty()) return;
  io.out << '\n';
  print_table(io, rows);
  const std::string target =
      views.inside.target ? views.dossier.code_of(Kind::milestone, *views.inside.target) : "the plan's end";
  say(io, fmt::format("“On the way” is the share of trials in which the milestone decides the date of {}.", target));
}

void print_findings(Io& io, const ForecastViews& views) {
  for (const Diagnostic& finding : views.inside.findings) say_item(io, "  !", finding.message);
  Diagnostics quality = check_plan(views.dossier, views.plan);
  std::erase_if(quality, [](const Diagnostic& d) { return d.severity == Severity::note; });
  if (quality.empty()) return;
  io.out << '\n';
  say(io, fmt::format("The quality of the plan itself: {} (\"accord check FILE --plan\" lists all).",
                      counted(std::ssize(quality), "finding")));
  constexpr std::size_t most = 5;
  for (std::size_t i = 0; i < std::min(most, quality.size()); ++i) say_item(io, "  •", quality[i].message);
}

}  // namespace

Json forecast_json(const ForecastViews& views) {
  const Dossier& dossier = views.dossier;
  Json milestones = Json::array(), goals = Json::array(), drivers = Json::array();
  for (const MilestoneForecast& m : views.inside.milestones)
    milestones.push_back({{"code", dossier.code_of(Kind::milestone, m.milestone)},
                          {"p10", json_day(m.dates.percentile(0.1))},
                          {"p50", json_day(m.dates.percentile(0.5))},
                          {"p80", json_day(m.dates.percentile(0.8))},
                          {"p90", json_day(m.dates.percentile(0.9))},
                          {"mean_day", json_number(m.dates.mean_day())},
                          {"sd_days", json_number(m.dates.sd_days())},
                          {"criticality", m.criticality}});
  const auto add_drivers = [&](const Json& goal, const std::vector<ForecastDriver>& of) {
    for (const ForecastDriver& driver : of)
      drivers.push_back({{"goal", goal},
                         {"code", code_of(driver.record, driver.is_risk, dossier)},
                         {"rank_correlation", driver.rank_correlation},
                         {"p80_swing_days", json_number(driver.swing())}});
  };
  for (std::size_t g = 0; g < views.inside.goals.size(); ++g) {
    const GoalForecast& goal = views.inside.goals[g];
    goals.push_back({{"mandate", dossier.code_of(Kind::mandate, goal.mandate)},
                     {"milestone", dossier.code_of(Kind::milestone, goal.milestone)},
                     {"probability", share_json(goal.probability)},
                     {"std_error", goal.probability ? Json(goal.probability->std_error) : Json(nullptr)},
                     {"probability_if_earliest", share_json(goal.if_earliest)},
                     {"probability_if_latest", share_json(goal.if_latest)},
                     {"p50", json_day(goal.dates.percentile(0.5))},
                     {"p80", json_day(goal.dates.percentile(0.8))},
                     {"outside", outside_json(views.outside[g])}});
    add_drivers(dossier.code_of(Kind::milestone, goal.milestone), goal.drivers);
  }
  add_drivers(nullptr, views.inside.plan_drivers);
  return {{"schema", "accord.forecast/1"},       {"seed", views.inside.seed}, {"trials", views.inside.trials},
          {"milestones", std::move(milestones)}, {"goals", std::move(goals)}, {"drivers", std::move(drivers)}};
}

Rows forecast_rows(const ForecastViews& views) {
  Rows rows{{"code", "plan", "p10", "p50", "p80", "p90", "mean_day", "sd_days", "criticality"}, {}};
  const auto day = [](std::optional<Day> d) { return d ? to_iso(*d) : std::string(); };
  const auto number = [](std::optional<double> n) { return n ? number_text(*n) : std::string(); };
  for (const MilestoneForecast& m : views.inside.milestones)
    rows.cells.push_back({views.dossier.code_of(Kind::milestone, m.milestone), day(m.planned),
                          day(m.dates.percentile(0.1)), day(m.dates.percentile(0.5)), day(m.dates.percentile(0.8)),
                          day(m.dates.percentile(0.9)), number(m.dates.mean_day()), number(m.dates.sd_days()),
                          number_text(m.criticality)});
  return rows;
}

void print_forecast(Io& io, const ForecastViews& views) {
  say(io, painted(io, Colour::strong,
                  fmt::format("{}: forecast as of {}", views.dossier.info().title,
                              to_iso(views.plan.status_date.value_or(views.plan.today)))));
  say(io, fmt::format("The plan was played through {} times (seed {}).", views.inside.trials, views.inside.seed));
  for (std::size_t g = 0; g < views.inside.goals.size(); ++g) print_goal(io, views, g);
  if (views.inside.goals.empty()) {
    io.out << '\n';
    say(io, "No mandate has a goal: \"accord add FILE goal mandate=M.X milestone=A.1\" sets one.");
    say(io, fmt::format("The plan ends by {} in half of the trials, by {} in four of five.",
                        iso(views.inside.plan_end.percentile(0.5)), iso(views.inside.plan_end.percentile(0.8))));
  }
  if (!views.inside.plan_drivers.empty()) print_drivers(io, views.inside.plan_drivers, views.dossier);
  print_milestones(io, views);
  print_findings(io, views);
}

}  // namespace accord::cli
