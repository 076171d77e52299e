#pragma once
// A forecast for people and for programs.
#include "app/cli/forecast_run.hpp"

namespace accord::cli {

Json forecast_json(const Views& views);
Rows forecast_rows(const Views& views);
// Goals with both views, then the milestones ahead; `backtest` says how far history may be trusted.
void print_forecast(Io& io, const Views& views);
// "M.SIMKIC → VFA.10".
std::string goal_name(const GoalForecast& goal, const Dossier& dossier);

}  // namespace accord::cli
