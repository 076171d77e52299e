#pragma once
// Forecasts as a report.
#include "app/cli/arguments.hpp"
#include "app/cli/io.hpp"
#include "app/session/session.hpp"
#include "core/report/document.hpp"

namespace accord::cli {

// What is forecast: a dossier as its edition shows it.
struct ForecastOf {
  DossierSession& session;
  const Outlook& outlook;
  const Tongue& tongue;
};

// The forecast report with every scenario of the dossier, and with what it would take where --take asks for it. Codes:
// usage.value, forecast.withheld, run_forecast()'s.
Result<Document> forecast_document(const ForecastOf& of, const Arguments& arguments, Provenance made_from, Io& io);

}  // namespace accord::cli
