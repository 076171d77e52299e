#include "core/report/chances.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/forecast/words.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

std::string chance_sentence(const GoalForecast& goal, const Tongue& t) {
  if (!goal.probability) return {};
  const std::string chance = chance_in_words(*goal.probability, t);
  if (!goal.if_earliest || !goal.if_latest || goal.if_earliest->value == goal.if_latest->value)
    return t("By the estimates and risks of the plan, the chance to reach it inside the mandate is {}.", chance);
  return t("By the estimates and risks of the plan, the chance to reach it inside the mandate is {}: {} if it ends at the earliest, {} if at the latest.",
           chance, share_in_words(goal.if_earliest->value, t), share_in_words(goal.if_latest->value, t));
}

std::string days_sentence(const GoalForecast& goal, const Tongue& t) {
  const auto half = goal.dates.percentile(0.5), most = goal.dates.percentile(0.8);
  if (!half) return goal.dates.empty() ? std::string() : t("In fewer than half of the trials it ever comes.");
  if (!most) return t("It is as likely as not {} (P50); in fewer than four fifths of the trials it ever comes.", by_day(*half, t));
  return t("It is as likely as not {} (P50), and four times in five {} (P80).", by_day(*half, t), by_day(*most, t));
}

}  // namespace

// The sign stays on the line of its number.
std::string share_in_words(double share, const Tongue& t) {
  std::string words = percent(share, t);
  if (const std::size_t at = words.find(" %"); at != words.npos) words.replace(at, 1, "\u00a0");
  return words;
}

std::string chance_in_words(double share, double half_width, const Tongue& t) {
  return fmt::format("{} (±{})", share_in_words(share, t), points_off(half_width));
}

std::string chance_in_words(const Proportion& share, const Tongue& t) {
  return share.is_fact() ? share_in_words(share.value, t) : chance_in_words(share.value, share.half_width(), t);
}

std::string chance_in_words(const ClassShare& share, const Tongue& t) {
  return t("{} (95 % sure: {} to {})", share_in_words(share.value, t), share_in_words(share.low, t), share_in_words(share.high, t));
}

long points_off(double half_width) { return std::max(1L, std::lround(100 * half_width)); }

void add_chances(Standing& standing, const ForecastResult& forecast, const Dossier& dossier, const Tongue& t) {
  for (GoalStanding& goal : standing.goals) {
    if (goal.reached) continue;
    const auto is_same = [&](const GoalForecast& f) {
      return !f.reached && dossier.code_of(Kind::milestone, f.milestone) == goal.code && dossier.code_of(Kind::mandate, f.mandate) == goal.mandate_code;
    };
    const auto found = std::ranges::find_if(forecast.goals, is_same);
    if (found == forecast.goals.end()) continue;
    const std::string chance = chance_sentence(*found, t), days = days_sentence(*found, t);
    goal.chance = chance + (chance.empty() || days.empty() ? "" : " ") + days;
  }
}

}  // namespace accord
