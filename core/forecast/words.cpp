#include "core/forecast/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"

namespace accord {

std::string percent(double share) {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share >= 0.995) return "over 99 %";
  return fmt::format("{} %", std::lround(100 * share));
}

std::string in_words(const Proportion& proportion) {
  if (proportion.low == proportion.high) return proportion.value > 0.5 ? "yes" : "no";
  return fmt::format("{} (95 % sure: {:.1f} to {:.1f} %)", percent(proportion.value), 100 * proportion.low,
                     100 * proportion.high);
}

std::string with_error(const Proportion& proportion) {
  if (proportion.low == proportion.high) return proportion.value > 0.5 ? "yes" : "no";
  return fmt::format("{} (±{})", percent(proportion.value),
                     std::max(1L, std::lround(50 * (proportion.high - proportion.low))));
}

std::string planned_chance(const MilestoneForecast& forecast) {
  if (!forecast.planned || !forecast.planned_percentile) return {};
  return fmt::format("The plan's own date, {}, or an earlier one comes true in {} of the trials.",
                     to_iso(*forecast.planned), percent(*forecast.planned_percentile));
}

std::string evidence_in_words(int n, int events) {
  return n < 10 ? fmt::format("n = {}, {} finished: few cases, weak evidence", n, events)
                : fmt::format("n = {}, {} finished", n, events);
}

namespace {

std::string day_or_never(const std::optional<Day>& day) { return day ? to_iso(*day) : "never seen"; }

std::string sure_between(const DayCounts& dates, double p) {
  const DayInterval interval = dates.interval(p);
  if (!interval.low || !interval.high) return "";
  if (*interval.low == *interval.high) return " (sure to the day)";
  return fmt::format(" (95 % sure: {} to {})", to_iso(*interval.low), to_iso(*interval.high));
}

}  // namespace

std::vector<std::string> inside_in_words(const GoalForecast& goal, const Mandate& mandate) {
  std::vector<std::string> out;
  const WindowEnd& end = goal.end;
  if (goal.over) {
    out.push_back(fmt::format("{} ended on {} at the latest, and the goal was not reached in it.", mandate.title, to_iso(*end.latest)));
  } else if (!goal.probability && goal.if_latest) {
    out.push_back(fmt::format("By the plan's own estimates and risks: at most {} inside the mandate, for how early it may end "
                              "is not known.", in_words(*goal.if_latest)));
  } else if (!goal.probability && goal.if_earliest) {
    out.push_back(fmt::format("By the plan's own estimates and risks: at least {} inside the mandate, for how late it may end "
                              "is not known.", in_words(*goal.if_earliest)));
  } else if (!goal.probability) {
    out.emplace_back("It is not known when the mandate ends, so no chance can be given.");
  } else {
    std::string text =
        fmt::format("By the plan's own estimates and risks: {} inside the mandate", in_words(*goal.probability));
    if (end.uncertain() && goal.if_earliest && goal.if_latest)
      text += fmt::format("; {} if it ends on {}, {} if on {}", percent(goal.if_earliest->value),
                          day_or_never(end.earliest), percent(goal.if_latest->value), day_or_never(end.latest));
    out.push_back(text + ".");
  }
  out.push_back(fmt::format("Half of the trials are there by {}{}, four in five by {}{}.",
                            day_or_never(goal.dates.percentile(0.5)), sure_between(goal.dates, 0.5),
                            day_or_never(goal.dates.percentile(0.8)), sure_between(goal.dates, 0.8)));
  if (goal.overrun_days)
    out.push_back(fmt::format("Where it comes too late, then by {} on average.",
                              counted(std::lround(*goal.overrun_days), "day")));
  return out;
}

}  // namespace accord
