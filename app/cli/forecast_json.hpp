#pragma once
// A forecast for programs: JSON and rows.
#include "app/cli/forecast_run.hpp"
#include "core/forecast/saved.hpp"
#include "core/forecast/what_it_takes.hpp"

namespace accord::cli {

Json forecast_json(const ForecastViews& views);
Rows forecast_rows(const ForecastViews& views);
Json taking_json(const Taking& taking, const GoalForecast& goal, const Dossier& dossier);
Json track_record_json(const TrackRecord& record, const Dossier& dossier);
Rows track_record_rows(const TrackRecord& record, const Dossier& dossier);

}  // namespace accord::cli
