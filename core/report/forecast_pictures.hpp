#pragma once
// A forecast's results as pictures, each with a description of what it says.
#include "core/base/spoken.hpp"
#include "core/chart/forecast_charts.hpp"
#include "core/forecast/outside_view.hpp"

namespace accord {

// On which days the goal's milestone is reached, with the mandate's end and the plan's own date.
chart::Scene picture_of_dates(const GoalForecast& goal, const ForecastResult& forecast, const Dossier& dossier,
                              chart::Size size, const Tongue& tongue = spoken());
// What moves the goal's date most; `width` in the scene's units.
chart::Scene picture_of_drivers(const GoalForecast& goal, const Dossier& dossier, double width,
                                const Tongue& tongue = spoken());
// How long comparable agreements took, and how far this one has come.
chart::Scene picture_of_history(const OutsideView& view, const Dossier& dossier, Id<Mandate> mandate, chart::Size size,
                                const Tongue& tongue = spoken());

}  // namespace accord
