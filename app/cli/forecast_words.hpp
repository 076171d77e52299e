#pragma once
// A forecast for people.
#include "app/cli/forecast_run.hpp"

namespace accord::cli {

// Goals with both views, then the milestones ahead; `backtest` says how far history may be trusted.
void print_forecast(Io& io, const ForecastViews& views);

}  // namespace accord::cli
