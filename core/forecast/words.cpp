#include "core/forecast/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/calendar/prose.hpp"

namespace accord {
namespace {

constexpr double sure = 1.96;  // standard errors on either side of what is 95 % sure

// A bound of an interval in per cent, with as many decimals as it needs not to read 0 or 100.
std::string bound(double share) {
  const auto is_round = [&](int digits) {
    const double shown = std::round(share * std::pow(10, digits + 2));
    return shown <= 0 || shown >= std::pow(10, digits + 2);
  };
  int digits = 1;
  while (digits < 6 && share > 0 && share < 1 && is_round(digits)) ++digits;
  return fmt::format("{:.{}f}", 100 * share, digits);
}

long points(double share) { return std::max(1L, std::lround(100 * share)); }

// The greatest of the days by which a percentile may lie off; nothing where that cannot be said.
std::optional<int> greatest_off(const DayCounts& dates, double share) {
  const auto day = dates.percentile(share);
  const DayInterval interval = dates.interval(share);
  if (!day || !interval.low || !interval.high) return std::nullopt;
  return std::max(days_between(*interval.low, *day), days_between(*day, *interval.high));
}

std::string day_with_error(const DayCounts& dates, double share) {
  return fmt::format("{} ({})", day_or_not(dates, share), day_error(dates, share));
}

}  // namespace

std::string grouped(std::int64_t n) {
  std::string digits = std::to_string(n < 0 ? -n : n);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, "\u00a0");
  }
  return n < 0 ? "-" + digits : digits;
}

std::string percent(double share) {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share >= 0.995) return "over 99 %";
  return fmt::format("{} %", std::lround(100 * share));
}

std::string in_words(const Proportion& proportion) {
  if (proportion.is_fact()) return proportion.value > 0.5 ? "yes" : "no";
  const std::string value = percent(proportion.value);
  if (proportion.value == 0) return fmt::format("{} (95 % sure: at most {} %)", value, bound(proportion.high));
  if (proportion.value == 1) return fmt::format("{} (95 % sure: at least {} %)", value, bound(proportion.low));
  return fmt::format("{} (95 % sure: {} to {} %)", value, bound(proportion.low), bound(proportion.high));
}

std::string with_error(const Proportion& proportion) {
  if (proportion.is_fact()) return proportion.value > 0.5 ? "yes" : "no";
  return fmt::format("{} (±{})", percent(proportion.value), points(proportion.half_width()));
}

std::string difference_in_words(const Proportion& share, const Proportion& against) {
  return fmt::format("{:+d} points (±{} or better)", std::lround(100 * (share.value - against.value)),
                     points(std::hypot(share.half_width(), against.half_width())));
}

std::string planned_chance(const MilestoneForecast& forecast) {
  if (!forecast.planned || !forecast.planned_percentile) return {};
  const Proportion share = proportion(forecast.dates.up_to(*forecast.planned), forecast.dates.total());
  return fmt::format("The plan's own date, {}, or an earlier one comes true in {} of the trials.",
                     in_prose(*forecast.planned), with_error(share));
}

std::string evidence_in_words(int n, int events) {
  return n < 10 ? fmt::format("n = {}, {} finished: few cases, weak evidence", n, events)
                : fmt::format("n = {}, {} finished", n, events);
}

std::string day_or_not(const DayCounts& dates, double share) {
  const auto day = dates.percentile(share);
  return day ? in_prose(*day) : "not reached";
}

std::string day_error(const DayCounts& dates, double share) {
  const DayInterval interval = dates.interval(share);
  if (interval.too_few) return "too few trials to say how sure";
  if (!interval.low) return "95 % sure";
  if (!interval.high) return fmt::format("95 % sure: {} or later, or never", in_prose(*interval.low));
  if (*interval.low == *interval.high) return "sure to the day";
  return "95 % sure: " + span_in_prose(*interval.low, *interval.high);
}

std::string days_off(const DayCounts& dates, double share) {
  const auto off = greatest_off(dates, share);
  return off ? "±" + counted(*off, "day") : "";
}

std::string never_in_words(const DayCounts& dates) {
  if (dates.never() == 0) return {};
  const int last = static_cast<int>(date::year_month_day{last_day}.year());
  return fmt::format("In {} of the trials it does not come before the end of {}.",
                     with_error(proportion(dates.never(), dates.total())), last);
}

std::string dates_in_words(const DayCounts& dates, std::string_view there) {
  if (dates.empty()) return "There is no date ahead to forecast.";
  const std::string never = never_in_words(dates), more = never.empty() ? "" : " " + never;
  const bool half = dates.percentile(0.5).has_value(), most = dates.percentile(0.8).has_value();
  if (!half) return fmt::format("Not even half of the trials ever get so far.{}", more);
  const std::string first = fmt::format("Half of the trials {} by {}", there, day_with_error(dates, 0.5));
  return most ? fmt::format("{}, four in five by {}.{}", first, day_with_error(dates, 0.8), more)
              : fmt::format("{}; fewer than four in five ever get so far.{}", first, more);
}

std::vector<std::string> inside_in_words(const GoalForecast& goal, const Mandate& mandate) {
  std::vector<std::string> out;
  const WindowEnd& end = goal.end;
  if (goal.over) {
    out.push_back(fmt::format("{} ended on {} at the latest, and the goal was not reached in it.", mandate.title, in_prose(*end.latest)));
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
    if (end.uncertain() && goal.if_earliest && goal.if_latest && end.earliest && end.latest)
      text += fmt::format("; {} if it ends on {}, {} if on {}", with_error(*goal.if_earliest), in_prose(*end.earliest),
                          with_error(*goal.if_latest), in_prose(*end.latest));
    out.push_back(text + ".");
  }
  out.push_back(dates_in_words(goal.dates, "are there"));
  if (goal.overrun_days) {
    const std::string error = goal.overrun_error
                                  ? fmt::format("±{}", std::max(1L, std::lround(sure * *goal.overrun_error)))
                                  : "of a single trial";
    out.push_back(fmt::format("Where it comes too late{}, then by {} ({}) on average.",
                              goal.dates.never() > 0 ? " but on a day that can be named" : "",
                              counted(std::lround(*goal.overrun_days), "day"), error));
  }
  return out;
}

std::string errors_explained(std::int64_t trials, std::uint64_t seed) {
  return fmt::format(
      "The plan was played through {} (seed {}: the same seed gives the same figures); each time is one trial. “±” and "
      "“95 % sure” say how far a figure may lie off in 19 of 20 cases because there were no more trials or comparable "
      "cases; they do not say how good the estimates are.",
      trials == 1 ? "once" : grouped(trials) + " times", seed);
}

std::string table_errors(const ForecastResult& result) {
  int off = 0;
  bool known = true;
  for (const MilestoneForecast& m : result.milestones)
    for (const double share : {0.1, 0.5, 0.8, 0.9}) {
      if (m.dates.empty() || !m.dates.percentile(share)) continue;
      const auto days = greatest_off(m.dates, share);
      known = known && days.has_value();
      off = std::max(off, days.value_or(0));
    }
  const std::string shares = fmt::format("the shares to ±{} or better", counted(points(sure * 0.5 / std::sqrt(result.trials)), "point"));
  if (!known) 
    return fmt::format("There are too few trials to say how sure the days are; {}.", shares);
  return fmt::format("The days are 95 % sure to ±{} or better, {} ({} trials).", counted(off, "day"), shares,
                     grouped(result.trials));
}

std::string driver_errors(const DayCounts& dates, const ForecastResult& result) {
  const double trials = static_cast<double>(std::min(result.trials, simulation::Settings::most_ranked));
  const std::string shares =
      fmt::format("The correlations are 95 % sure to ±{:.2f} or better, the shares to ±{}",
                  std::min(1.0, sure / std::sqrt(trials)), counted(points(sure * 0.5 / std::sqrt(result.trials)), "point"));
  if (!dates.percentile(0.8))
    return shares + "; no days are given, for fewer than four in five of the trials ever get there.";
  // The tornado runs over fewer of the same trials; what is moved and what is not lie off together, at most so far.
  const auto off = greatest_off(dates, 0.8);
  if (!off || result.tornado_trials < 1) return shares + "; too few trials to say how sure the days are.";
  const double fewer = std::sqrt(static_cast<double>(result.trials) / static_cast<double>(result.tornado_trials));
  return fmt::format("{}, the days to ±{} (which come from {} of the trials).", shares,
                     std::max(1L, std::lround(std::sqrt(2.0) * fewer * *off)), grouped(result.tornado_trials));
}

}  // namespace accord
