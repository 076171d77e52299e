#pragma once
// A forecast for a planning meeting.
#include <span>

#include "core/base/spoken.hpp"
#include "core/forecast/forecast.hpp"
#include "core/forecast/outside_view.hpp"
#include "core/forecast/what_it_takes.hpp"
#include "core/report/document.hpp"

namespace accord {

struct ForecastReportInput {
  const Dossier& dossier;
  const Schedule& plan;
  const ForecastResult& inside;
  std::span<const std::optional<OutsideView>> outside;  // in the order of the goals
  struct Variant {
    std::string title;
    ForecastResult result;  // of the same goals with the same random numbers
  };
  std::vector<Variant> scenarios = {};
  std::vector<std::pair<Id<Goal>, Taking>> takings = {};
};

// Distributions, chances with their error, inside and outside view with the cases, tornado, scenarios side by side, what it
// would take. The provenance names seed and trials.
Document build_forecast(const ForecastReportInput& input, const Provenance& made_from, const Tongue& tongue = spoken());

}  // namespace accord
