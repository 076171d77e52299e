#pragma once
// Traffic lights: a colour with the rule that gave it, in words. A person may set another by hand, with a reason.
#include <optional>
#include <string>
#include <string_view>

#include "core/base/spoken.hpp"
#include "core/calendar/day.hpp"
#include "core/model/light.hpp"

namespace accord {

// From how many grades on a gap between the owner's score and the assessor's is worth a word.
constexpr double notable_gap = 2;

// grey: nothing can be measured, because a date or the mandate's end is not known.
enum class Colour { reached, green, amber, red, grey };
struct TrafficLight {
  Colour colour = Colour::grey;
  std::string word;  // "Amber"
  std::string rule;  // why it has this colour, as a sentence
  bool by_hand = false;
};
std::string_view colour_word(Colour colour);  // in English, as catalogues know it

// The light that the rule gives, or the one set by hand: then its rule names the reason and the rule's own colour.
TrafficLight with_override(TrafficLight by_rule, Light set, const std::string& why,
                           const Tongue& t = spoken());
// Of what is said to be done and would have to be shown.
TrafficLight light_without_evidence(const Tongue& t);

// What the light of a milestone or a benchmark looks at. Days are calendar days.
struct LightFacts {
  bool done = false;
  bool awaits_evidence = false;  // said to be done, not shown
  std::optional<Day> deadline = {};
  std::optional<Day> forecast = {};     // when it will be done; absent for what has no plan
  std::optional<int> slip_days = {};    // against the baseline; positive = later
  bool on_hold = false;                 // silent for longer than the limit
  std::optional<double> assessor = {};  // 0 to 10
  std::optional<double> gap = {};       // own score − assessor's
};
// Reached: done and, where that is demanded, shown. Red: past its deadline, or forecast after it. Amber: within
// `warn_days` of its deadline and not done, forecast more than 30 days later than the baseline, silent for longer than
// the limit, done without its evidence, scored below 5 by the assessor, or seen two grades further by its owner. Green:
// none of that. Grey: no deadline, no baseline and no score to measure by.
TrafficLight light_by_rule(const LightFacts& facts, Day as_of, int warn_days,
                           const Tongue& t = spoken());
std::string light_rules_in_words(const Tongue& t = spoken());

}  // namespace accord
