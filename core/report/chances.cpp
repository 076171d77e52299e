#include "core/report/chances.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// The sign stays on the line of its number.
std::string unbroken(std::string words) {
  for (std::size_t at; (at = words.find(" %")) != words.npos;) words.replace(at, 1, "\u00a0");
  return words;
}

std::string chance_sentence(const GoalForecast& goal, const Tongue& t) {
  if (!goal.probability || goal.over) return {};  // that it is over has been said
  const std::string chance = unbroken(with_error(*goal.probability, t));
  if (!goal.if_earliest || !goal.if_latest || goal.if_earliest->value == goal.if_latest->value)
    return t("By the estimates and risks of the plan, the chance to reach it inside the mandate is {}.", chance);
  return t("By the estimates and risks of the plan, the chance to reach it inside the mandate is {}: {} if it ends at the earliest, {} if at the latest.",
           chance, unbroken(with_error(*goal.if_earliest, t)), unbroken(with_error(*goal.if_latest, t)));
}

std::string days_sentence(const GoalForecast& goal, const Tongue& t) {
  const auto half = goal.dates.percentile(0.5), most = goal.dates.percentile(0.8);
  if (!half) return goal.dates.empty() ? std::string() : t("In fewer than half of the trials it ever comes.");
  const auto name = [&](std::string_view percentile, double share) {
    const std::string off = days_off(goal.dates, share, t);
    return off.empty() ? std::string(percentile) : fmt::format("{}, {}", percentile, off);
  };
  const std::string p50 = name("P50", 0.5), p80 = name("P80", 0.8);
  if (!most) return t("It is as likely as not {} ({}); in fewer than four fifths of the trials it ever comes.", by_day(*half, t), p50);
  return t("It is as likely as not {} ({}), and four times in five {} ({}).", by_day(*half, t), p50, by_day(*most, t), p80);
}

}  // namespace

void heed_chance(GoalStanding& goal, const GoalForecast& forecast, const Tongue& t) {
  constexpr double one_half = 0.5;
  TrafficLight& light = goal.light;
  if (light.by_hand || light.colour != Colour::green || !forecast.probability || forecast.probability->value >= one_half) return;
  light = {Colour::amber, t(colour_word(Colour::amber)), t("The plan reaches it inside the mandate, but fewer than half of the trials do.")};
}

void add_chances(Standing& standing, const ForecastResult& forecast, const Dossier& dossier, const Tongue& t) {
  for (GoalStanding& goal : standing.goals) {
    if (goal.reached) continue;
    const auto is_same = [&](const GoalForecast& f) {
      return !f.reached && dossier.code_of(Kind::milestone, f.milestone) == goal.code && dossier.code_of(Kind::mandate, f.mandate) == goal.mandate_code;
    };
    const auto found = std::ranges::find_if(forecast.goals, is_same);
    if (found == forecast.goals.end()) continue;
    heed_chance(goal, *found, t);
    const std::string chance = chance_sentence(*found, t);
    std::vector<std::string> sentences{chance, days_sentence(*found, t), chance.empty() ? "" : uncounted_by_name(*found, t)};
    std::erase(sentences, "");
    goal.chance = join(sentences, " ");
  }
}

}  // namespace accord
