#pragma once
// Probabilities and what stands behind them, in words for people who do not calculate.
#include <string>
#include <vector>

#include "core/forecast/forecast.hpp"

namespace accord {

// "38 %"; "under 1 %" and "over 99 %" where rounding would say never or always.
std::string percent(double share);
// "38 % (95 % sure: 37 to 39 %)"; of a fact "yes" or "no".
std::string in_words(const Proportion& proportion);
// "38 % (±1)": half of what is 95 % sure, in points, at least one; of a fact "yes" or "no".
std::string with_error(const Proportion& proportion);
// "The plan's date, 2027-10-19, has a 39 % chance."; empty where there is no planned date.
std::string planned_chance(const MilestoneForecast& forecast);
// "n = 7: few cases, weak evidence"; "n = 13, of which 9 finished".
std::string evidence_in_words(int n, int events);
// The chance inside the mandate and for its two ends, the days with a half and four fifths of the trials and between
// which days those lie for sure, and how late it is where it is too late.
std::vector<std::string> inside_in_words(const GoalForecast& goal, const Mandate& mandate);

}  // namespace accord
