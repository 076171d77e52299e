#pragma once
// A forecast for people and for programs.
#include "app/cli/forecast_run.hpp"

namespace accord::cli {

Json forecast_json(const ForecastViews& views);
Rows forecast_rows(const ForecastViews& views);
// Goals with both views, then the milestones ahead; `backtest` says how far history may be trusted.
void print_forecast(Io& io, const ForecastViews& views);

}  // namespace accord::cli
