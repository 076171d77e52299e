#include "app/session/forecast_views.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/scenario.hpp"
#include "core/model/validate.hpp"

namespace accord {

Result<ForecastViews> forecast_views(const Dossier& dossier, const ScheduleOptions& schedule_options,
                                     const ForecastOptions& options, const ReferenceClass& reference, const Job& job) {
  auto plan = schedule(dossier, schedule_options);
  if (!plan) return plan.errors();
  auto inside = run_forecast(dossier, schedule_options, options, job);
  if (!inside) return inside.errors();
  ForecastViews views{dossier, std::move(plan).value(), std::move(inside).value(), {}};
  for (const GoalForecast& goal : views.inside.goals)
    views.outside.push_back(outside_view(dossier, *dossier.find(goal.goal), views.plan, reference));
  return views;
}

bool can_be_foreseen(const Outlook& outlook) {
  constexpr std::size_t most_milestones = 2'000;
  return !outlook.plan.dates_withheld && outlook.dossier.all<Milestone>().size() <= most_milestones;
}

Result<ForecastResult> quick_forecast(const Outlook& outlook, const ReferenceClass& reference, ForecastOptions options, const Job& job) {
  ScheduleOptions schedule_options = outlook.options;
  schedule_options.reference = reference.lookup_for(outlook.dossier, schedule_options.today, schedule_options.status_date);
  options.most_drivers = 0;
  return run_forecast(outlook.dossier, schedule_options, options, job);
}

std::string goal_name(const GoalForecast& goal, const Dossier& dossier) {
  return fmt::format("{} → {}", dossier.code_of(Kind::mandate, goal.mandate),
                     dossier.code_of(Kind::milestone, goal.milestone));
}

std::vector<Id<Scenario>> scenarios_of(const Dossier& dossier) {
  std::vector<const Scenario*> scenarios;
  for (const Scenario& scenario : dossier.all<Scenario>()) scenarios.push_back(&scenario);
  std::ranges::sort(scenarios,
                    [](const Scenario* a, const Scenario* b) { return LessIgnoringCase{}(a->code, b->code); });
  std::vector<Id<Scenario>> out;
  for (const Scenario* scenario : scenarios) out.emplace_back(scenario->id);
  return out;
}

Result<Dossier> as_scenario(const Dossier& dossier, Id<Scenario> scenario, const ScheduleOptions& schedule_options) {
  ValidateOptions checks{.status_date = status_date_of(dossier, schedule_options.today)};
  if (schedule_options.reference)
    checks.class_known = [lookup = schedule_options.reference](const Dossier&, const std::string& reference) {
      const auto curve = lookup(reference);
      return curve && !curve->empty();
    };
  return with_scenario(dossier, *dossier.find(scenario), checks);
}

std::vector<Variant> compare_scenarios(const Dossier& dossier, const std::vector<Id<Scenario>>& scenarios,
                                       const ScheduleOptions& schedule_options, ForecastOptions options,
                                       const Job& job) {
  options.most_drivers = 0;
  std::vector<Variant> out;
  const auto add = [&](Id<Scenario> scenario, std::string title, const Result<Dossier>& changed) {
    if (job.stop.stop_requested()) return;
    Variant variant{.scenario = scenario, .title = std::move(title), .result = {}, .problems = changed.errors()};
    if (changed) {
      auto result = run_forecast(*changed, schedule_options, options, job);
      if (job.stop.stop_requested()) return;
      if (result) variant.result = std::move(result).value();
      else variant.problems = result.errors();
    }
    out.push_back(std::move(variant));
  };
  add({}, say("The plan as it is"), dossier);
  // What the plan needed to converge is enough for all: with other trials the differences would not be the scenarios'.
  if (!out.empty() && options.converge_days && out.front().problems.empty()) {
    options.trials = out.front().result.trials;
    options.converge_days.reset();
  }
  for (const Id<Scenario> scenario : scenarios)
    add(scenario, dossier.find(scenario)->title, as_scenario(dossier, scenario, schedule_options));
  return out;
}

}  // namespace accord
