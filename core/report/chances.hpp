#pragma once
// What a forecast says of each goal, in words.
#include "core/base/spoken.hpp"
#include "core/forecast/forecast.hpp"
#include "core/report/standing.hpp"

namespace accord {

// No light is green by its rule where the chance inside the mandate, averaged over the mandate's uncertain end, is below one
// half: it is amber then, and its rule says why. A light set by hand stays.
void heed_chance(GoalStanding& goal, const GoalForecast& forecast, const Tongue& tongue = spoken());

// Heeds the chance and fills GoalStanding::chance of every open goal that the forecast knows: the chance inside the mandate, for both ends of an
// uncertain one, and the days that half and four fifths of the trials come to. `dossier` is what both were computed from.
void add_chances(Standing& standing, const ForecastResult& forecast, const Dossier& dossier, const Tongue& tongue = spoken());

}  // namespace accord
