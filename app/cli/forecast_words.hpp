#pragma once
// A forecast for people.
#include "app/cli/forecast_run.hpp"

namespace accord::cli {

struct ForecastShown {
  bool all_percentiles = false;  // of the milestones: P5, P25, P75 and P95 too
};
// Goals with both views, then the milestones ahead.
void print_forecast(Io& io, const ForecastViews& views, const ForecastShown& shown);

}  // namespace accord::cli
