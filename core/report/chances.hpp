#pragma once
// What a forecast says of each goal, in words.
#include "core/base/spoken.hpp"
#include "core/forecast/outside_view.hpp"
#include "core/report/standing.hpp"

namespace accord {

// "38 %"; "under 1 %" and "over 99 %" where rounding would say never or always.
std::string share_in_words(double share, const Tongue& tongue);
// "38 % (±1)", so many points on either side being 95 % sure; a fact has no error.
std::string chance_in_words(const Proportion& share, const Tongue& tongue);
// Of a share that may lie off by so much on either side.
std::string chance_in_words(double share, double half_width, const Tongue& tongue);
// "42 % (95 % sure: 17 % to 79 %)", of a class.
std::string chance_in_words(const ClassShare& share, const Tongue& tongue);
// That ±: whole points, at least one.
long points_off(double half_width);

// Fills GoalStanding::chance of every open goal that the forecast knows: the chance inside the mandate, for both ends of an
// uncertain one, and the days that half and four fifths of the trials come to. `dossier` is what both were computed from.
void add_chances(Standing& standing, const ForecastResult& forecast, const Dossier& dossier, const Tongue& tongue = spoken());

}  // namespace accord
