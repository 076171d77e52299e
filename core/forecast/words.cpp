#include "core/forecast/words.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

constexpr double sure = 1.96;  // standard errors on either side of what is 95 % sure

// A bound of an interval in per cent, with as many decimals as it needs not to read 0 or 100.
std::string bound(double share, const Tongue& t) {
  const auto is_round = [&](int digits) {
    const double shown = std::round(share * std::pow(10, digits + 2));
    return shown <= 0 || shown >= std::pow(10, digits + 2);
  };
  int digits = 1;
  while (digits < 6 && share > 0 && share < 1 && is_round(digits)) ++digits;
  return decimal(100 * share, digits, t);
}

std::string day_with_error(const DayCounts& dates, double share, const Tongue& t) {
  return fmt::format("{} ({})", day_or_not(dates, share, t), day_error(dates, share, t));
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

long points_off(double half_width) { return std::max(1L, std::lround(100 * half_width)); }

std::string percent(double share, const Tongue& t) {
  if (share > 0 && share < 0.005) return t("under 1 %");
  if (share < 1 && share >= 0.995) return t("over 99 %");
  return t("{} %", std::lround(100 * share));
}

std::string in_words(const Proportion& proportion, const Tongue& t) {
  if (proportion.is_fact()) return proportion.value > 0.5 ? t("yes") : t("no");
  const std::string value = percent(proportion.value, t);
  if (proportion.value == 0) return t("{} (95 % sure: at most {} %)", value, bound(proportion.high, t));
  if (proportion.value == 1) return t("{} (95 % sure: at least {} %)", value, bound(proportion.low, t));
  return t("{} (95 % sure: {} to {} %)", value, bound(proportion.low, t), bound(proportion.high, t));
}

std::string with_error(const Proportion& proportion, const Tongue& t) {
  if (proportion.is_fact()) return proportion.value > 0.5 ? t("yes") : t("no");
  const std::string value = percent(proportion.value, t);
  if (proportion.value == 0) return t("{} (at most {} %)", value, bound(proportion.high, t));
  if (proportion.value == 1) return t("{} (at least {} %)", value, bound(proportion.low, t));
  return fmt::format("{} (±{})", value, points_off(proportion.half_width()));
}

std::string difference_in_words(const Proportion& share, const Proportion& against, const Tongue& t) {
  return t("{} points (±{} or better)", fmt::format("{:+d}", std::lround(100 * (share.value - against.value))),
           points_off(std::hypot(share.half_width(), against.half_width())));
}

std::string planned_chance(const MilestoneForecast& forecast, const Tongue& t) {
  if (!forecast.planned || !forecast.planned_percentile) return {};
  const Proportion share = proportion(forecast.dates.up_to(*forecast.planned), forecast.dates.total());
  return t("The plan's own date, {}, or an earlier one comes true in {} of the trials.", in_prose(*forecast.planned, t),
           with_error(share, t));
}

std::string evidence_in_words(int n, int events, const Tongue& t) {
  return n < 10 ? t("n = {}, {} finished: few cases, weak evidence", n, events) : t("n = {}, {} finished", n, events);
}

std::string day_or_not(const DayCounts& dates, double share, const Tongue& t) {
  const auto day = dates.percentile(share);
  return day ? in_prose(*day, t) : t("not reached");
}

std::string day_error(const DayCounts& dates, double share, const Tongue& t) {
  const DayInterval interval = dates.interval(share);
  if (interval.too_few) return t("too few trials to say how sure");
  if (!interval.low) return t("95 % sure");
  if (!interval.high) return t("95 % sure: {} or later, or never", in_prose(*interval.low, t));
  if (*interval.low == *interval.high) return t("sure to the day");
  return t("95 % sure: {}", span_in_prose(*interval.low, *interval.high, t));
}

std::optional<int> greatest_off(const DayCounts& dates, double share) {
  const auto day = dates.percentile(share);
  const DayInterval interval = dates.interval(share);
  if (!day || !interval.low || !interval.high) return std::nullopt;
  return std::max(days_between(*interval.low, *day), days_between(*day, *interval.high));
}

std::string days_off(const DayCounts& dates, double share, const Tongue& t) {
  const auto off = greatest_off(dates, share);
  return off ? t.plural("±{} day", "±{} days", *off) : "";
}

std::string never_in_words(const DayCounts& dates, const Tongue& t) {
  if (dates.never() == 0) return {};
  return t("In {} of the trials it does not come before the end of {}.",
           with_error(proportion(dates.never(), dates.total()), t), static_cast<int>(date::year_month_day{last_day}.year()));
}

std::string dates_in_words(const DayCounts& dates, std::string_view there, const Tongue& t) {
  if (dates.empty()) return t("There is no date ahead to forecast.");
  const std::string never = never_in_words(dates, t), more = never.empty() ? "" : " " + never;
  const bool half = dates.percentile(0.5).has_value(), most = dates.percentile(0.8).has_value();
  if (!half) return t("Not even half of the trials ever get so far.") + more;
  const std::string first = t("Half of the trials {} by {}", t(there), day_with_error(dates, 0.5, t));
  return (most ? t("{}, four in five by {}.", first, day_with_error(dates, 0.8, t))
               : t("{}; fewer than four in five ever get so far.", first)) +
         more;
}

std::string uncounted_in_words(const GoalForecast& goal, const Tongue& t) {
  if (goal.uncounted.empty()) return {};
  return t.plural(", {} risk not counted", ", {} risks not counted", std::ssize(goal.uncounted));
}

std::string uncounted_by_name(const GoalForecast& goal, const Tongue& t) {
  if (goal.uncounted.empty()) return {};
  std::vector<std::string> names;
  for (const UncountedRisk& risk : goal.uncounted) {
    const std::string name = t("“{}”", risk.title.empty() ? risk.code : risk.title);
    names.push_back(risk.missing == "probability" ? t("{} (no probability is given)", name)
                    : risk.missing == "delay"     ? t("{} (no delay is given)", name)
                                                  : t("{} (it is not said what it touches)", name));
  }
  return t.plural("Not counted is the risk {1}.", "Not counted are the risks {1}.", std::ssize(names), join_in_words(names, t));
}

namespace {

std::string chance_in_words(const GoalForecast& goal, const Mandate& mandate, const Tongue& t) {
  const WindowEnd& end = goal.end;
  const std::string plan = t("By the plan's own estimates and risks");
  if (goal.over)
    return t("{} ended {} at the latest, and the goal was not reached in it.", mandate.title, on_day(*end.latest, t));
  if (!goal.probability && goal.if_latest)
    return t("{}: at most {} inside the mandate, for how early it may end is not known.", plan, in_words(*goal.if_latest, t));
  if (!goal.probability && goal.if_earliest)
    return t("{}: at least {} inside the mandate, for how late it may end is not known.", plan, in_words(*goal.if_earliest, t));
  if (!goal.probability) return t("It is not known when the mandate ends, so no chance can be given.");
  const std::string chance = in_words(*goal.probability, t);
  if (!(end.uncertain() && goal.if_earliest && goal.if_latest && end.earliest && end.latest))
    return t("{}: {} inside the mandate.", plan, chance);
  return t("{}: {} inside the mandate; {} if it ends {}, {} if {}.", plan, chance, with_error(*goal.if_earliest, t),
           on_day(*end.earliest, t), with_error(*goal.if_latest, t), on_day(*end.latest, t));
}

std::string overrun_in_words(const GoalForecast& goal, const Tongue& t) {
  const long days = std::lround(*goal.overrun_days);
  const std::string error =
      goal.overrun_error ? fmt::format("±{}", std::max(1L, std::lround(sure * *goal.overrun_error))) : t("of a single trial");
  return goal.dates.never() > 0
             ? t.plural("Where it comes too late but on a day that can be named, then by {} day ({}) on average.",
                        "Where it comes too late but on a day that can be named, then by {} days ({}) on average.", days, error)
             : t.plural("Where it comes too late, then by {} day ({}) on average.",
                        "Where it comes too late, then by {} days ({}) on average.", days, error);
}

std::string reached_in_words(const GoalForecast& goal, const Tongue& t) {
  const auto day = goal.dates.percentile(0.5);
  if (!day) return t("Reached, on a day that nobody noted: whether inside the mandate cannot be said.");
  if (!goal.probability) return t("Reached {}; whether inside the mandate cannot be said.", on_day(*day, t));
  return goal.probability->value > 0.5 ? t("Reached {}, inside the mandate.", on_day(*day, t))
                                       : t("Reached {}, outside the mandate.", on_day(*day, t));
}

}  // namespace

std::vector<std::string> inside_in_words(const GoalForecast& goal, const Mandate& mandate, const Tongue& t) {
  if (goal.reached) return {reached_in_words(goal, t)};
  std::vector<std::string> out{chance_in_words(goal, mandate, t), dates_in_words(goal.dates, are_there, t)};
  if (goal.overrun_days) out.push_back(overrun_in_words(goal, t));
  if (std::string left_out = uncounted_by_name(goal, t); !left_out.empty() && !goal.over) out.push_back(std::move(left_out));
  return out;
}

std::string errors_explained(std::int64_t trials, std::uint64_t seed, const Tongue& t) {
  const std::string how = t("“±” and “95 % sure” say how far a figure may lie off in 19 of 20 cases because there were no more "
                            "trials or comparable cases; they do not say how good the estimates are.");
  return trials == 1 ? t("The plan was played through once (seed {}: the same seed gives the same figures); each time is one "
                         "trial. {}", seed, how)
                     : t("The plan was played through {} times (seed {}: the same seed gives the same figures); each time is "
                         "one trial. {}", grouped(trials), seed, how);
}

std::string table_errors(const ForecastResult& result, const Tongue& t) {
  int off = 0;
  bool known = true;
  for (const MilestoneForecast& m : result.milestones)
    for (const double share : {0.1, 0.5, 0.8, 0.9}) {
      if (m.dates.empty() || !m.dates.percentile(share)) continue;
      const auto days = greatest_off(m.dates, share);
      known = known && days.has_value();
      off = std::max(off, days.value_or(0));
    }
  const std::string shares = t.plural("the shares to ±{} point or better", "the shares to ±{} points or better",
                                      points_off(sure * 0.5 / std::sqrt(static_cast<double>(result.trials))));
  if (!known) return t("There are too few trials to say how sure the days are; {}.", shares);
  if (off == 0) return t("The days are sure to the day, {} ({} trials).", shares, grouped(result.trials));
  return t.plural("The days are 95 % sure to ±{} day or better, {} ({} trials).",
                  "The days are 95 % sure to ±{} days or better, {} ({} trials).", off, shares, grouped(result.trials));
}

std::string days_moved(std::optional<int> days, std::optional<double> std_error) {
  if (!days) return "–";
  return std_error ? fmt::format("{:+} (±{})", *days, std::lround(std::ceil(sure * *std_error))) : fmt::format("{:+}", *days);
}

std::string driver_errors(const DayCounts& dates, const ForecastResult& result, const Tongue& t) {
  const double trials = static_cast<double>(std::min(result.trials, simulation::Settings::most_ranked));
  const std::string shares =
      t.plural("The correlations are 95 % sure to ±{1} or better, the shares to ±{0} point",
               "The correlations are 95 % sure to ±{1} or better, the shares to ±{0} points",
               points_off(sure * 0.5 / std::sqrt(static_cast<double>(result.trials))), decimal(std::min(1.0, sure / std::sqrt(trials)), 2, t));
  if (!dates.percentile(0.8)) return t("{}; no days are given, for fewer than four in five of the trials ever get there.", shares);
  if (result.tornado_trials < simulation::Settings::least_for_errors)
    return t("{}; too few trials to say how sure the days are.", shares);
  return t("{}, the days to the ± beside them (which come from {} of the trials).", shares, grouped(result.tornado_trials));
}

}  // namespace accord
