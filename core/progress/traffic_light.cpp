#include "core/progress/traffic_light.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

constexpr int notable_slip = 30;
constexpr double poor_score = 5, notable_gap = 2;

struct Rule {
  Colour colour;
  std::string reason;
};

Rule by_deadline(const LightFacts& f, Day as_of, int warn_days) {
  if (!f.deadline) return {Colour::grey, ""};
  const std::string day = day_in_words(*f.deadline);
  if (*f.deadline < as_of)
    return {Colour::red, fmt::format("Its deadline of {} passed {} ago, and it is not done.", day,
                                     counted(days_between(*f.deadline, as_of), "day"))};
  if (f.forecast && *f.forecast > *f.deadline)
    return {Colour::red,
            fmt::format("It is forecast for {}, after its deadline of {}.", day_in_words(*f.forecast), day)};
  if (days_between(as_of, *f.deadline) <= warn_days)
    return {Colour::amber, fmt::format("Its deadline of {} is {} away, and it is not done.", day,
                                       counted(days_between(as_of, *f.deadline), "day"))};
  return {Colour::green, fmt::format("Its deadline of {} can be met.", day)};
}

Rule by_other_signs(const LightFacts& f) {
  if (f.on_hold) return {Colour::amber, "It has been silent for longer than the limit."};
  if (f.slip_days && *f.slip_days > notable_slip)
    return {Colour::amber, fmt::format("It is forecast {} later than in the baseline.", counted(*f.slip_days, "day"))};
  if (f.assessor && *f.assessor < poor_score)
    return {Colour::amber, fmt::format("The assessor gives it {} of 10.", number_text(*f.assessor))};
  if (f.gap && *f.gap >= notable_gap)
    return {Colour::amber, fmt::format("Its owner sees it {} further than the assessor.",
                                       counted(static_cast<long long>(*f.gap), "grade"))};
  if (f.slip_days) return {Colour::green, "It is forecast as in the baseline, or little later."};
  if (f.assessor) return {Colour::green, fmt::format("The assessor gives it {} of 10.", number_text(*f.assessor))};
  return {Colour::grey, "There is no deadline, no baseline and no score to measure it by."};
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

TrafficLight light_by_rule(const LightFacts& f, Day as_of, int warn_days) {
  const auto made = [](Colour colour, std::string rule) {
    return TrafficLight{colour, std::string(colour_word(colour)), std::move(rule)};
  };
  if (f.awaits_evidence) return light_without_evidence(Tongue::english());
  if (f.done) return made(Colour::reached, "It is done.");
  const Rule deadline = by_deadline(f, as_of, warn_days), other = by_other_signs(f);
  if (deadline.colour == Colour::red || deadline.colour == Colour::amber) return made(deadline.colour, deadline.reason);
  if (other.colour == Colour::amber || deadline.colour == Colour::grey) return made(other.colour, other.reason);
  return made(deadline.colour, deadline.reason);
}

std::string_view light_rules_in_words() {
  return "Reached: done and, where that is demanded, shown by evidence. Red: past its deadline, or forecast after it. "
         "Amber: near its deadline, "
         "more than 30 days later than the baseline, silent for too long, done without its evidence, scored below 5 by "
         "the assessor, or seen two "
         "grades further by its owner than by the assessor. Green: none of these. Grey: nothing to measure it by.";
}

}  // namespace accord
