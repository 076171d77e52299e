#pragma once
// Probabilities and what stands behind them, in words for people who do not calculate. “±” is half of what is 95 % sure
// everywhere: so far the figure may lie off because there are not more trials (or cases).
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/forecast/forecast.hpp"

namespace accord {

// "10 000", with spaces that do not break.
std::string grouped(std::int64_t n);
// "38 %"; "under 1 %" and "over 99 %" where rounding would say never or always.
std::string percent(double share, const Tongue& tongue = spoken());
// "38 % (95 % sure: 37.1 to 39.0 %)", "0 % (95 % sure: at most 0.04 %)"; of a fact "yes" or "no".
std::string in_words(const Proportion& proportion, const Tongue& tongue = spoken());
// "38 % (±1)": in points, at least one; of none or all of the trials "0 % (at most 0.04 %)"; of a fact "yes" or "no".
std::string with_error(const Proportion& proportion, const Tongue& tongue = spoken());
// Half of an interval of shares in points: what stands behind “±”, at least 1.
long points_off(double half_width);
// "+46 points (±2 or better)": of one share against another from the same random numbers, which can only lie off less than
// two that have nothing to do with each other.
std::string difference_in_words(const Proportion& share, const Proportion& against, const Tongue& tongue = spoken());
// "The plan's date, 19 October 2027, has a 39 % chance."; empty where there is no planned date.
std::string planned_chance(const MilestoneForecast& forecast, const Tongue& tongue = spoken());
// "n = 7: few cases, weak evidence"; "n = 13, of which 9 finished".
std::string evidence_in_words(int n, int events, const Tongue& tongue = spoken());

// "9 November 2027", or "not reached" where fewer trials than that share ever get there.
std::string day_or_not(const DayCounts& dates, double share, const Tongue& tongue = spoken());
// How far the days of a percentile may lie off: "95 % sure: 3 to 16 November 2027"; "too few trials to say how sure".
std::string day_error(const DayCounts& dates, double share, const Tongue& tongue = spoken());
// Half the width of that in days, the end that lies farther off; nothing where that cannot be said.
std::optional<int> greatest_off(const DayCounts& dates, double share);
// The same in words: "±6 days"; empty where the percentile is not reached or there are too few trials.
std::string days_off(const DayCounts& dates, double share, const Tongue& tongue = spoken());
// "Half of the trials are there by …, four in five by …." with their errors and, where some trials never get there, how
// many these are. `there` is a message, one of these two.
inline constexpr std::string_view are_there = message("are there"), see_the_plan_end = message("see the plan end");
std::string dates_in_words(const DayCounts& dates, std::string_view there, const Tongue& tongue = spoken());
// "In 12 % (±1) of the trials it does not come before the end of 2199."; empty where it always comes.
std::string never_in_words(const DayCounts& dates, const Tongue& tongue = spoken());

// ", 2 risks not counted": to stand behind "by the plan" where there is one line; empty where all are counted.
std::string uncounted_in_words(const GoalForecast& goal, const Tongue& tongue = spoken());
// "Not counted are the risks “The talks stall” (no delay is given) and …."; empty where all are counted.
std::string uncounted_by_name(const GoalForecast& goal, const Tongue& tongue = spoken());
// The chance inside the mandate and for its two ends, the days with a half and four fifths of the trials and between
// which days those lie for sure, and how late it is where it is too late. Of a goal that is reached: when, and whether
// inside the mandate.
std::vector<std::string> inside_in_words(const GoalForecast& goal, const Mandate& mandate, const Tongue& tongue = spoken());

// What “trial”, “±” and “95 % sure” mean.
std::string errors_explained(std::int64_t trials, std::uint64_t seed, const Tongue& tongue = spoken());
// How sure the shares and days of a table of milestones are; only of those with a date ahead.
std::string table_errors(const ForecastResult& result, const Tongue& tongue = spoken());
// "-120 (±6)": days by which a driver moves the goal, with their standard error; a dash where that cannot be said.
std::string days_moved(std::optional<int> days, std::optional<double> std_error);
// How sure the figures of a goal's drivers are, and why days are missing where they are.
std::string driver_errors(const DayCounts& dates, const ForecastResult& result, const Tongue& tongue = spoken());

}  // namespace accord
