#pragma once
// The two views of every goal side by side: the plan played through, and what comparable agreements took.
#include <optional>
#include <string>
#include <vector>

#include "app/session/outlook.hpp"
#include "core/forecast/outside_view.hpp"

namespace accord {

struct ForecastViews {
  Dossier dossier;
  Schedule plan;
  ForecastResult inside;
  std::vector<std::optional<OutsideView>> outside;  // per goal of `inside`
};

// Codes: run_forecast()'s.
Result<ForecastViews> forecast_views(const Dossier& dossier, const ScheduleOptions& schedule,
                                     const ForecastOptions& options, const ReferenceClass& reference,
                                     const Job& job = {});

// Whether a report or a picture plays the plan through unasked: its dates are not withheld, and it is no larger than a
// negotiation's.
bool can_be_foreseen(const Outlook& outlook);
// Of the outlook's plan, without drivers. Codes: run_forecast()'s.
Result<ForecastResult> quick_forecast(const Outlook& outlook, const ReferenceClass& reference, ForecastOptions options,
                                      const Job& job = {});

// "M.SIMKIC → VFA.10".
std::string goal_name(const GoalForecast& goal, const Dossier& dossier);

// A plan as it is, or as a scenario would have it. The same random numbers, and as many of them, are used for all, so that
// the differences are the scenarios'; a run that goes on until it has converged is the plan's.
struct Variant {
  Id<Scenario> scenario;  // none = the plan as it is
  std::string title;
  ForecastResult result;  // empty where there are problems
  Diagnostics problems;   // why the scenario cannot be laid over the plan
};

// In reading order of their codes.
std::vector<Id<Scenario>> scenarios_of(const Dossier& dossier);

// The plan first, then these scenarios of it. Stops where it is told to; what was not reached is left out.
std::vector<Variant> compare_scenarios(const Dossier& dossier, const std::vector<Id<Scenario>>& scenarios,
                                       const ScheduleOptions& schedule, ForecastOptions options, const Job& job = {});

// The dossier with the scenario's changes, checked as an edit would be. Codes: with_scenario()'s.
Result<Dossier> as_scenario(const Dossier& dossier, Id<Scenario> scenario, const ScheduleOptions& schedule);

}  // namespace accord
