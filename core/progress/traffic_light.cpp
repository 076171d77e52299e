#include "core/progress/traffic_light.hpp"

#include <fmt/format.h>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

constexpr int notable_slip = 30;
constexpr double poor_score = 5;

struct Rule {
  Colour colour;
  std::string reason;
};

Rule by_deadline(const LightFacts& f, Day as_of, int warn_days, const Tongue& t) {
  if (!f.deadline) return {Colour::grey, ""};
  const std::string day = in_prose(*f.deadline, t);
  if (*f.deadline < as_of)
    return {Colour::red, t.plural("Its deadline of {1} passed {0} day ago, and it is not done.",
                                  "Its deadline of {1} passed {0} days ago, and it is not done.",
                                  days_between(*f.deadline, as_of), day)};
  if (f.forecast && *f.forecast > *f.deadline)
    return {Colour::red, t("It is forecast for {}, after its deadline of {}.", in_prose(*f.forecast, t), day)};
  if (days_between(as_of, *f.deadline) <= warn_days)
    return {Colour::amber, t.plural("Its deadline of {1} is {0} day away, and it is not done.",
                                    "Its deadline of {1} is {0} days away, and it is not done.",
                                    days_between(as_of, *f.deadline), day)};
  return {Colour::green, t("Its deadline of {} can be met.", day)};
}

Rule by_other_signs(const LightFacts& f, const Tongue& t) {
  if (f.on_hold) return {Colour::amber, t("It has been silent for longer than the limit.")};
  if (f.slip_days && *f.slip_days > notable_slip)
    return {Colour::amber, t.plural("It is forecast {} day later than in the baseline.",
                                    "It is forecast {} days later than in the baseline.", *f.slip_days)};
  if (f.assessor && *f.assessor < poor_score)
    return {Colour::amber, t("The assessor gives it {} of 10.", decimal(*f.assessor, t))};
  if (f.gap && *f.gap >= notable_gap)
    return {Colour::amber, t.plural("Its owner sees it {} grade further than the assessor.",
                                    "Its owner sees it {} grades further than the assessor.",
                                    static_cast<long long>(*f.gap))};
  if (f.slip_days && *f.slip_days < 0)
    return {Colour::green, t.plural("It is forecast {} day earlier than in the baseline.", "It is forecast {} days earlier than in the baseline.", -*f.slip_days)};
  if (f.slip_days) return {Colour::green, t("It is forecast as in the baseline, or little later.")};
  if (f.assessor) return {Colour::green, t("The assessor gives it {} of 10.", decimal(*f.assessor, t))};
  return {Colour::grey, t("There is no deadline, no baseline and no score to measure it by.")};
}

}  // namespace

std::string_view colour_word(Colour colour) {
  switch (colour) {
    case Colour::reached:
      return message("Reached");
    case Colour::green:
      return message("Green");
    case Colour::amber:
      return message("Amber");
    case Colour::red:
      return message("Red");
    case Colour::grey:
      return message("Grey");
  }
  return message("Grey");
}

TrafficLight with_override(TrafficLight by_rule, Light set, const std::string& why, const Tongue& t) {
  if (set == Light::by_rule) return by_rule;
  const Colour colour = set == Light::green ? Colour::green : set == Light::amber ? Colour::amber : Colour::red;
  std::string reason(trim(why));
  if (!reason.empty() && std::string_view(".!?").find(reason.back()) == std::string_view::npos) reason += '.';
  return {colour, t(colour_word(colour)),
          t("Set by hand: {} By its rule it would be {}: {}", reason, lower(by_rule.word), by_rule.rule), true};
}

TrafficLight light_without_evidence(const Tongue& t) {
  return {Colour::amber, t(colour_word(Colour::amber)),
          t("It is said to be done, but the evidence that it needs is missing.")};
}

TrafficLight light_by_rule(const LightFacts& f, Day as_of, int warn_days, const Tongue& t) {
  const auto made = [&](Colour colour, std::string rule) {
    return TrafficLight{colour, t(colour_word(colour)), std::move(rule)};
  };
  if (f.awaits_evidence) return light_without_evidence(t);
  if (f.done) return made(Colour::reached, t("It is done."));
  const Rule deadline = by_deadline(f, as_of, warn_days, t), other = by_other_signs(f, t);
  if (deadline.colour == Colour::red || deadline.colour == Colour::amber) return made(deadline.colour, deadline.reason);
  if (other.colour == Colour::amber || deadline.colour == Colour::grey) return made(other.colour, other.reason);
  return made(deadline.colour, deadline.reason);
}

std::string light_rules_in_words(const Tongue& t) {
  return t("Reached: done and, where that is demanded, shown by evidence. Red: past its deadline, or forecast after it. "
         "Amber: near its deadline, more than 30 days later than the baseline, silent for too long, done without its evidence, scored below 5 by "
         "the assessor, or seen two grades further by its owner than by the assessor. Green: none of these. Grey: nothing to measure it by.");
}

}  // namespace accord
