#pragma once
// Everything that a page about forecasts shows, from one run over a snapshot.
#include "app/session/forecast_views.hpp"
#include "core/forecast/saved.hpp"

namespace accord {

struct StudyRequest {
  Id<Scenario> scenario;  // none = the plan as it is
  std::int64_t trials = 10'000;
  std::uint64_t seed = 1;
  int threads = 1;
};

struct ForecastStudy {
  Id<Scenario> scenario;          // that was asked for; none = the plan as it is
  ForecastViews views;            // of it
  std::vector<Variant> variants;  // the plan and every scenario; only the plan where there is none
  Diagnostics quality;            // of the plan itself: what makes its dates doubtful
  TrackRecord record;             // of earlier forecasts that were kept
};

// Codes: run_forecast()'s, as_scenario()'s.
Result<ForecastStudy> study_forecast(const Dossier& dossier, const ScheduleOptions& schedule,
                                     const ReferenceClass& reference, const StudyRequest& request, const Job& job);

// What is always in sight: the chance of one goal by the plan and by history, with their errors; "" where nothing can
// be said. `mandate` and `milestone` are codes.
std::string chance_in_words(const ForecastViews& views, const std::string& mandate, const std::string& milestone);

}  // namespace accord
