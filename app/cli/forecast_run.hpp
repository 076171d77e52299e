#pragma once
// What `forecast` and `scenario` have in common: options, the run with its progress bar, the two views of each goal.
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/forecast/outside_view.hpp"

namespace accord::cli {

void add_simulation_options(boost::program_options::options_description& add);
// Trials, seed, threads (as many as the computer has), correlation, mitigation, convergence. Codes: usage.value.
Result<ForecastOptions> simulation_options(const Arguments& arguments);

// Shows a bar on stderr where that is a terminal.
Result<ForecastResult> run_with_progress(const Dossier& dossier, const ScheduleOptions& schedule,
                                         const ForecastOptions& options, Io& io);

// A dossier, its forecast, and what history says of each of its goals (in the order of the forecast's).
struct Views {
  Dossier dossier;
  Schedule plan;
  ForecastResult inside;
  std::vector<std::optional<OutsideView>> outside;
};
Result<Views> forecast_views(const Dossier& dossier, const ScheduleOptions& schedule, const ForecastOptions& options,
                             const ReferenceClass& reference, Io& io);

}  // namespace accord::cli
