#pragma once
// The steps of make_inputs(). Internal to core/forecast.
#include "core/forecast/inputs.hpp"
#include "core/model/about.hpp"

namespace accord::simulation {

struct Making {
  const Dossier& dossier;
  const ScheduleOptions& options;
  const Assumptions& assumptions;
  Inputs inputs;
  Diagnostics errors;
};

void add_correlations(Making& making);
void add_stages(Making& making);
void add_risks(Making& making);
void add_goals(Making& making);

}  // namespace accord::simulation
