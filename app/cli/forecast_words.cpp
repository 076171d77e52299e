#include "app/cli/forecast_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/reference_rows.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/progress/quality.hpp"

namespace accord::cli {
namespace {

std::string iso(const std::optional<Day>& day) { return day ? to_iso(*day) : say("not reached"); }

void print_outside(Io& io, const GoalForecast& goal, const OutsideView& view, const Mandate& mandate) {
  for (const std::string& sentence : outside_in_words(view, mandate)) tell_item(io, "  •", sentence);
  tell_item(io, "  •", cases_in_words(view));
  tell_item(io, "  •", backtest_in_words(backtest(view.cases)));
  if (const std::string gap = gap_in_words(goal, view); !gap.empty()) tell_item(io, "  •", gap);
}

struct Driven {
  const std::vector<ForecastDriver>& drivers;
  const DayCounts& dates;  // of what they drive
};

void print_drivers(Io& io, const Driven& driven, const ForecastViews& views) {
  if (driven.drivers.empty()) return;
  const Dossier& dossier = views.dossier;
  Rows rows{{say("Driver"), "", say("Rank correlation"), say("On the way"), say("Sensitivity"), say("Days at P10"),
             say("Days at P90")},
            {}};
  for (const ForecastDriver& driver : driven.drivers) {
    const std::string code = code_of_driver(driver.record, driver.is_risk, dossier);
    const auto* risk = driver.is_risk ? dossier.find(Id<Risk>(driver.record)) : nullptr;
    rows.cells.push_back({code, risk ? risk->title : dossier.find(Id<Milestone>(driver.record))->title,
                          fmt::format("{:.2f}", driver.rank_correlation), percent(driver.criticality),
                          driven.dates.sd_days() ? fmt::format("{:.2f}", driver.sensitivity_index) : "–",
                          days_moved(driver.at_p10, driver.p10_error), days_moved(driver.at_p90, driver.p90_error)});
  }
  print_table(io, rows);
  tell(
      io,
      say("Rank correlation: 1 where the date is late whenever the driver is long, 0 where the two have nothing to do "
          "with "
          "each other. On the way: in how many trials it decides the date (a risk: strikes). Sensitivity: that share, "
          "times "
          "the driver's spread against the date's (schedule sensitivity index). Days: by how many the day with an 80 % "
          "chance moves when the driver takes its P10, or its P90, the lengths that one in ten is below, or above (a "
          "risk: "
          "when it is ruled out)."));
  tell(io, driver_errors(driven.dates, views.inside));
}

void print_goal(Io& io, const ForecastViews& views, std::size_t g) {
  const GoalForecast& goal = views.inside.goals[g];
  const Mandate& mandate = *views.dossier.find(goal.mandate);
  const Milestone& milestone = *views.dossier.find(goal.milestone);
  io.out << '\n';
  tell(io, painted(io, Colour::strong, say("{} {} within {}", milestone.code, milestone.title, mandate.title)));
  for (const std::string& sentence : inside_in_words(goal, mandate)) tell_item(io, "  •", sentence);
  if (goal.reached) return;
  if (views.outside[g]) print_outside(io, goal, *views.outside[g], mandate);
  else
    tell_item(
        io, "  •",
        say("No history to compare with: neither this milestone nor an earlier one reached has a reference class."));
  if (const auto* own = views.inside.find(goal.milestone)) tell_item(io, "  •", planned_chance(*own));
  print_drivers(io, {goal.drivers, goal.dates}, views);
}

void print_milestones(Io& io, const ForecastViews& views, const ForecastShown& shown) {
  Rows rows{{say("Code"), say("Milestone"), say("Plan"), "P10", "P50", "P80", "P90", say("On the way")}, {}};
  Rows others{{say("Code"), "P5", "P25", "P75", "P95"}, {}};
  std::vector<const MilestoneForecast*> never;  // of these some trials never get there
  for (const MilestoneForecast& m : views.inside.milestones) {
    const ScheduledMilestone* scheduled = views.plan.find(m.milestone);
    if (!scheduled || scheduled->finished || m.dates.empty()) continue;
    const Milestone& record = *views.dossier.find(m.milestone);
    if (m.dates.never() > 0) never.push_back(&m);
    rows.cells.push_back({record.code, record.title, m.planned ? to_iso(*m.planned) : "", iso(m.dates.percentile(0.1)),
                          iso(m.dates.percentile(0.5)), iso(m.dates.percentile(0.8)), iso(m.dates.percentile(0.9)),
                          percent(m.criticality)});
    others.cells.push_back({record.code, iso(m.dates.percentile(0.05)), iso(m.dates.percentile(0.25)),
                            iso(m.dates.percentile(0.75)), iso(m.dates.percentile(0.95))});
  }
  if (rows.cells.empty()) return;
  io.out << '\n';
  print_table(io, rows);
  tell(io,
       views.inside.target
           ? say("P10 to P90: the days by which so many per cent of the trials are there. “On the way” is the share "
                 "of trials in which the milestone decides the date of {}.",
                 views.dossier.code_of(Kind::milestone, *views.inside.target))
           : say("P10 to P90: the days by which so many per cent of the trials are there. “On the way” is the share "
                 "of trials in which the milestone decides the date of the plan's end."));
  tell(io, table_errors(views.inside));
  if (shown.all_percentiles) {
    io.out << '\n';
    print_table(io, others);
  }
  for (const MilestoneForecast* m : never)
    tell_item(io, "  •",
              fmt::format("{}: {}", views.dossier.code_of(Kind::milestone, m->milestone), never_in_words(m->dates)));
}

void print_quality(Io& io, const ForecastViews& views) {
  Diagnostics quality = check_plan(views.dossier, views.plan);
  std::erase_if(quality, [](const Diagnostic& d) { return d.severity == Severity::note; });
  if (quality.empty()) return;
  io.out << '\n';
  tell(io, say_plural("How far the plan itself can be trusted: {} finding (\"accord check FILE --plan\" lists all).",
                      "How far the plan itself can be trusted: {} findings (\"accord check FILE --plan\" lists all).",
                      std::ssize(quality)));
  constexpr std::size_t most = 5;
  for (std::size_t i = 0; i < std::min(most, quality.size()); ++i) tell_item(io, "  •", quality[i].message);
}

}  // namespace

void print_forecast(Io& io, const ForecastViews& views, const ForecastShown& shown) {
  tell(io, painted(io, Colour::strong,
                   say("{}: forecast as of {}", views.dossier.info().title,
                       to_iso(views.plan.status_date.value_or(views.plan.today)))));
  tell(io, errors_explained(views.inside.trials, views.inside.seed));
  print_quality(io, views);
  for (std::size_t g = 0; g < views.inside.goals.size(); ++g) print_goal(io, views, g);
  if (views.inside.goals.empty()) {
    io.out << '\n';
    tell(io, say("No mandate has a goal: \"accord add FILE goal mandate=M.X milestone=A.1\" sets one."));
    tell(io, dates_in_words(views.inside.plan_end, see_the_plan_end));
  }
  print_drivers(io, {views.inside.plan_drivers, views.inside.plan_end}, views);
  print_milestones(io, views, shown);
  for (const Diagnostic& finding : views.inside.findings) tell_item(io, "  !", finding.message);
  for (const Diagnostic& warning : views.plan.warnings)
    if (warning.code == "clock.behind") tell_item(io, "  !", warning.message);
}

}  // namespace accord::cli
