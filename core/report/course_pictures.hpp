#pragma once
// How things went as pictures: trend, progress and benchmarks, each with a description of what it says.
#include "core/base/spoken.hpp"
#include "core/chart/course_charts.hpp"
#include "core/model/dossier.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/progress/trend.hpp"
#include "core/progress/value_progress.hpp"

namespace accord {

// The goals' milestones first, then those whose forecasts moved most; twelve at most. Height 0 where no earlier forecast is
// kept.
chart::Scene picture_of_trends(const Dossier& dossier, const Schedule& plan, chart::Size size, const Tongue& tongue = spoken());

// Against the newest baseline up to the plan's day. Codes: baseline.none, parse_baseline()'s, value_progress()'s.
Result<chart::Scene> picture_of_progress(const Dossier& dossier, const Schedule& plan, chart::Size size, const Tongue& tongue = spoken());

// What is open by block and phase; `width` in the scene's units. Height 0 where there are no benchmarks.
chart::Scene picture_of_benchmarks(const BenchmarkReport& report, double width, const Tongue& tongue = spoken());

}  // namespace accord
