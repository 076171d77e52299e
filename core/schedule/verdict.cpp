// What the plan says of a goal in a word, and the rule behind the word.
#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/schedule/goal_outlook.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

std::string subject(const Dossier& dossier, const GoalOutlook& outlook) {
  const Milestone* milestone = dossier.find(outlook.milestone);
  return milestone ? name_in_words(*milestone) : say("The goal");
}

// The last day on which the goal can really happen by the expected end: every lateness is counted from there, as the
// margins are.
Day last_chance(const GoalOutlook& outlook, const WindowEnd& end) {
  const bool late = *outlook.forecast > *end.expected;
  if (!outlook.margin_days || late != (*outlook.margin_days < 0)) return *end.expected;
  return *outlook.forecast + date::days{*outlook.margin_days};
}

std::string end_in_words(const GoalOutlook& outlook, const WindowEnd& end) {
  const Day last = last_chance(outlook, end);
  std::string words = end.uncertain() ? say("the mandate's expected end on {}", day_in_words(*end.expected))
                                      : say("the mandate's end on {}", day_in_words(*end.expected));
  if (last != *end.expected)
    words = say("{}, the last day on which it can happen before {}", day_in_words(last), words);
  if (end.uncertain() && end.earliest && end.latest)
    words = say("{} (it may end from {} to {})", words, day_in_words(*end.earliest), day_in_words(*end.latest));
  return words;
}

// A fact whose day is not known is told as it was written down.
std::string when_reached(const Dossier& dossier, const GoalOutlook& outlook) {
  const Milestone* milestone = dossier.find(outlook.milestone);
  const bool precise = !milestone || !milestone->actual_finish || milestone->actual_finish->is_exact();
  return precise ? on_day_in_words(*outlook.forecast) : fmt::format("({})", milestone->actual_finish->text());
}

Verdict of_reached(GoalOutlook& outlook, const std::string& name, const std::string& when) {
  if (outlook.inside == Inside::no) {
    outlook.reason = say("{} was reached {}, outside the mandate.", name, when);
    return Verdict::missed;
  }
  outlook.reason = outlook.inside == Inside::yes
                       ? say("{} was reached {}, inside the mandate.", name, when)
                       : say("{} was reached {}; whether the mandate covered that day is not known.", name, when);
  return Verdict::reached;
}

Verdict of_late(GoalOutlook& outlook, const WindowEnd& end, const std::string& name) {
  const int late = days_between(last_chance(outlook, end), *outlook.forecast);
  const Day last = std::max(end.latest.value_or(*end.expected), *end.expected);
  const std::string reaches =
      say_plural("The plan reaches {1} {2}, {0} day after {3}", "The plan reaches {1} {2}, {0} days after {3}", late, name,
                 on_day_in_words(*outlook.forecast), end_in_words(outlook, end));
  if (!outlook.earliest_possible || *outlook.earliest_possible <= last) {
    outlook.reason = outlook.earliest_possible ? say("{}; with every estimate at its lower bound it would be {}.", reaches,
                                                     day_in_words(*outlook.earliest_possible))
                                               : say("{}.", reaches);
    return Verdict::at_risk;
  }
  outlook.reason = say("{}; even with every estimate at its lower bound it would be {}.", reaches,
                       day_in_words(*outlook.earliest_possible));
  return Verdict::out_of_reach;
}

}  // namespace

std::string_view verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::reached:
      return message("reached");
    case Verdict::missed:
      return message("missed");
    case Verdict::on_course:
      return message("on course");
    case Verdict::tight:
      return message("tight");
    case Verdict::at_risk:
      return message("at risk");
    case Verdict::out_of_reach:
      return message("out of reach");
    case Verdict::too_early:
      return message("too early");
    case Verdict::cannot_be_said:
      return message("cannot be said");
  }
  return "";
}

std::string_view verdict_rule(Verdict verdict) {
  switch (verdict) {
    case Verdict::reached:
      return message("It has happened, and nothing shows that it happened outside the mandate.");
    case Verdict::missed:
      return message("It has happened, but outside the mandate.");
    case Verdict::on_course:
      return message("The plan reaches it at least 30 days before the mandate's expected end, and not after its earliest end.");
    case Verdict::tight:
      return message("The plan reaches it by the mandate's expected end, but with less than 30 days to spare, or not surely "
             "before its earliest end.");
    case Verdict::at_risk:
      return message("The plan reaches it after the mandate's expected end, but nothing rules out that it is reached by the latest "
             "end.");
    case Verdict::out_of_reach:
      return message("Even if every stage took only the lower bound of its estimate, it would be reached after the mandate's "
             "latest end.");
    case Verdict::too_early:
      return message("The plan reaches it before the mandate can have begun.");
    case Verdict::cannot_be_said:
      return message("The mandate's end or the goal's date is not known.");
  }
  return {};
}

void judge(const Dossier& dossier, const Mandate& mandate, GoalOutlook& outlook) {
  static_assert(tight_below_days == 30, "the rules in words name this number");
  const std::string name = subject(dossier, outlook);
  const WindowEnd end = end_of(mandate);
  if (!outlook.forecast) {
    outlook.reason = say("{} has no date.", name);
    outlook.verdict = Verdict::cannot_be_said;
  } else if (outlook.reached) {
    outlook.verdict = of_reached(outlook, name, when_reached(dossier, outlook));
  } else if (const auto begins = start_of(mandate).earliest; begins && *outlook.forecast < *begins) {
    const int early = days_between(*outlook.forecast, *begins);
    const std::string on = on_day_in_words(*outlook.forecast), begin = on_day_in_words(*begins);
    outlook.reason = start_of(mandate).uncertain()
                         ? say_plural("The plan reaches {1} {2}, {0} day before the mandate can begin {3}.",
                                      "The plan reaches {1} {2}, {0} days before the mandate can begin {3}.", early, name, on, begin)
                         : say_plural("The plan reaches {1} {2}, {0} day before the mandate begins {3}.",
                                      "The plan reaches {1} {2}, {0} days before the mandate begins {3}.", early, name, on, begin);
    outlook.verdict = Verdict::too_early;
  } else if (end.unknown()) {
    outlook.reason = say("The plan reaches {} {}, but nobody knows when the mandate ends.", name,
                         on_day_in_words(*outlook.forecast));
    outlook.verdict = Verdict::cannot_be_said;
  } else if (*outlook.forecast > *end.expected) {
    outlook.verdict = of_late(outlook, end, name);
  } else {
    const int spare = days_between(*outlook.forecast, *end.expected);
    const bool before_all_ends = end.earliest ? *outlook.forecast <= *end.earliest : !end.uncertain();
    outlook.reason =
        say_plural("The plan reaches {1} {2}, {0} day before {3}.", "The plan reaches {1} {2}, {0} days before {3}.",
                   days_between(*outlook.forecast, last_chance(outlook, end)), name,
                   on_day_in_words(*outlook.forecast), end_in_words(outlook, end));
    outlook.verdict = before_all_ends && spare >= tight_below_days ? Verdict::on_course : Verdict::tight;
  }
}

}  // namespace accord
