#pragma once
// What `forecast` and `scenario` have in common: options, the run with its progress bar, the two views of each goal.
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/session/forecast_views.hpp"

namespace accord::cli {

void add_simulation_options(boost::program_options::options_description& add);
// Trials, seed, threads (as many as the computer has), correlation, mitigation, convergence. Codes: usage.value.
Result<ForecastOptions> simulation_options(const Arguments& arguments);

// The code of a stage or a risk that moves a goal.
std::string code_of_driver(RecordId record, bool is_risk, const Dossier& dossier);

// Shows a bar on stderr where that is a terminal.
Result<ForecastViews> views_with_progress(const Dossier& dossier, const ScheduleOptions& schedule,
                                          const ForecastOptions& options, const ReferenceClass& reference, Io& io);
Result<ForecastResult> quick_forecast_with_progress(const Outlook& outlook, const ReferenceClass& reference,
                                                    const ForecastOptions& options, Io& io);

}  // namespace accord::cli
