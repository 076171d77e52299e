#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/report/shortening.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// One goal with everything that its sentences speak of.
struct GoalCase {
  const StandingView& view;
  const MandateOutlook& outlook;
  const GoalOutlook& goal;
  const Mandate& mandate;
  const Milestone& milestone;

  std::string what() const { return view.full_name(milestone); }
  std::string whose() const { return view.mandate_name(mandate); }
  std::optional<Day> earliest() const { return outlook.end.earliest; }
  std::optional<Day> latest() const { return outlook.end.latest; }
  bool firm() const { return earliest() && earliest() == latest(); }
  bool after_latest() const { return latest() && goal.forecast && *goal.forecast > *latest(); }
  bool over() const { return latest() && *latest() < view.as_of; }
};

std::string days(long long n) { return counted(n, "day"); }

std::string reached_when(const GoalCase& c) {
  if (c.milestone.actual_finish) return when(*c.milestone.actual_finish);
  return c.goal.forecast ? "on " + in_prose(*c.goal.forecast) : "on an unknown day";
}

std::string reached_answer(const GoalCase& c) {
  const std::string fact = fmt::format("{} was reached {}", c.what(), reached_when(c));
  if (c.goal.inside == Inside::yes) return fmt::format("{}, inside {}.", fact, c.whose());
  if (c.goal.inside == Inside::no && c.latest() && c.goal.forecast && *c.goal.forecast > *c.latest())
    return fmt::format("{}, {} after {} had ended.", fact, days(days_between(*c.latest(), *c.goal.forecast)), c.whose());
  if (c.goal.inside == Inside::no) return fmt::format("{}, outside {}.", fact, c.whose());
  return fact + ".";
}

// "3 days after Ambassador Holder's mandate ends on 31 March 2027"; where that day itself will not do, counted from the
// last on which the goal can happen by then, as all margins are. `words` names the end.
std::string distance_in_words(const GoalCase& c, Day end, std::optional<int> margin, const std::string& words) {
  const int spare = margin.value_or(days_between(*c.goal.forecast, end));
  const Day last = *c.goal.forecast + date::days{spare};
  const std::string from = last == end ? words : fmt::format("{}, the last day on which it can happen before {}", in_prose(last), words);
  return spare == 0 ? "on " + from : fmt::format("{} {} {}", days(std::abs(spare)), spare < 0 ? "after" : "before", from);
}

std::string uncertain_answer(const GoalCase& c, const std::string& expected, Day forecast) {
  const auto first = c.earliest(), last = c.latest();
  if (first && forecast <= *first)
    return fmt::format("{}, inside {}, which ends no earlier than {}.", expected, c.whose(), in_prose(*first));
  if (last && forecast > *last)
    return fmt::format("{}, {}.", expected, distance_in_words(c, *last, c.goal.margin_days_if_latest, fmt::format("the latest day on which {} can end, {}", c.whose(), in_prose(*last))));
  if (first && last) return fmt::format("{}: inside {} only if it lasts until then; it ends some day from {}.", expected, c.whose(), span_in_prose(*first, *last));
  if (last) return fmt::format("{}: inside {} if it ends on {}, its latest end; its earliest is not known.", expected, c.whose(), in_prose(*last));
  return fmt::format("{}, {}; its latest is not known.", expected, distance_in_words(c, *first, c.goal.margin_days_if_earliest, fmt::format("the earliest day on which {} can end, {}", c.whose(), in_prose(*first))));
}

std::string forecast_answer(const GoalCase& c) {
  if (c.view.plan.dates_withheld) return fmt::format("When {} is expected is not given in this edition.", c.what());
  if (!c.goal.forecast) return fmt::format("No date can be given for {}.", c.what());
  const Day forecast = *c.goal.forecast;
  if (c.over())
    return fmt::format("{} was not reached inside {}, which ended on {}; it is expected on {}.", c.what(), c.whose(), in_prose(*c.latest()), in_prose(forecast));
  const std::string expected = fmt::format("{} is expected on {}", c.what(), in_prose(forecast));
  if (!c.earliest() && !c.latest()) return fmt::format("{}; when {} ends is not known, so no margin can be given.", expected, c.whose());
  if (!c.firm()) return uncertain_answer(c, expected, forecast);
  const std::string end = in_prose(*c.latest());
  if (forecast == *c.latest()) return fmt::format("{}, the last day of {}.", expected, c.whose());
  return fmt::format("{}, {}.", expected, distance_in_words(c, *c.latest(), c.goal.margin_days_if_latest, fmt::format("{} ends on {}", c.whose(), end)));
}

// The latest finish of a milestone on the way, for the earliest or the latest end; nothing when it is done or not on the way.
std::optional<Day> latest_finish(const GoalCase& c, const Milestone* m, bool if_earliest) {
  const LatestDates* dates = m && c.view.open(*m) ? c.goal.find(Id<Milestone>(m->id)) : nullptr;
  if (!dates) return std::nullopt;
  return if_earliest ? dates->latest_finish_if_earliest : dates->latest_finish_if_latest;
}

// What is needed by when, in order of date; "initialling was needed by … and signature is needed by …".
struct Need {
  std::string what;
  Day by;
};

std::string needs_in_words(const std::vector<Need>& needs, Day as_of) {
  std::vector<std::string> parts;
  std::string_view verb;
  for (const Need& need : needs) {
    const std::string_view own = need.by < as_of ? "was needed" : "is needed";
    parts.push_back(fmt::format("{}{}{} by {}", need.what, own == verb ? "" : " ", own == verb ? "" : own, in_prose(need.by)));
    verb = own;
  }
  return join_in_words(parts);
}

std::string end_sentence(const GoalCase& c, const EndCase& end) {
  const auto goal_by = latest_finish(c, &c.milestone, c.earliest() == end.end);
  std::vector<Need> needs;
  if (end.initialled_by) needs.push_back({"initialling", *end.initialled_by});
  if (end.signed_by) needs.push_back({"signature", *end.signed_by});
  const std::string_view stage = stage_of(c.milestone.reference);
  if (goal_by && stage != "signed" && stage != "initialled") needs.push_back({inside_sentence(c.milestone.title.empty() ? c.milestone.code : c.milestone.title), *goal_by});
  std::string sentence = fmt::format("If the mandate ends on {}", in_prose(end.end));
  if (c.firm()) sentence = fmt::format("For the end of the mandate on {}", in_prose(end.end));
  sentence += needs.empty() ? ", no latest date can be given" : ", " + needs_in_words(needs, c.view.as_of);
  if (!end.margin_days) return sentence + ".";
  if (*end.margin_days < 0) return fmt::format("{}; the plan has it {} later.", sentence, days(-*end.margin_days));
  if (*end.margin_days == 0) return sentence + "; the plan meets it to the day.";
  return fmt::format("{}; the plan has {} to spare.", sentence, days(*end.margin_days));
}

EndCase end_case(const GoalCase& c, bool earliest) {
  EndCase end;
  end.end = earliest ? *c.earliest() : *c.latest();
  end.margin_days = earliest ? c.goal.margin_days_if_earliest : c.goal.margin_days_if_latest;
  end.margin_workdays = earliest ? c.goal.margin_workdays_if_earliest : c.goal.margin_workdays_if_latest;
  end.initialled_by = latest_finish(c, c.view.referenced("initialled", c.milestone), earliest);
  end.signed_by = latest_finish(c, c.view.referenced("signed", c.milestone), earliest);
  end.sentence = end_sentence(c, end);
  return end;
}

std::string what_it_takes(const GoalCase& c) {
  if (!c.goal.overrun || c.goal.overrun->days <= 0) return {};
  const Overrun& overrun = *c.goal.overrun;
  const std::string end = c.outlook.end.expected ? " on " + in_prose(*c.outlook.end.expected) : "";
  const std::string gap = fmt::format("To end inside the mandate{} the plan would have to end {} earlier", c.firm() ? "" : ", taken to end" + end + ",", days(overrun.days));
  const std::string shortening = shortening_in_words(overrun, [&](Id<Milestone> id) {
    const Milestone* m = c.view.dossier.find(id);
    return m ? c.view.name_with_code(*m) : std::string();
  });
  return fmt::format("{}; {}.", gap, shortening.empty() ? "the estimates leave nothing to give" : shortening);
}

void add_point_of_no_return(const GoalCase& c, GoalStanding& out) {
  const auto& next = c.goal.no_return;
  const auto& passed = c.goal.no_return_passed;
  if (const Milestone* m = passed ? c.view.dossier.find(passed->milestone) : nullptr) {
    out.no_return = passed->day;
    out.point_of_no_return = fmt::format("A point of no return has passed: {} had to {} by {}.", c.view.name_with_code(*m), m->kind == MilestoneKind::event ? "happen" : "begin", in_prose(passed->day));
    if (!next) return;
  }
  if (const Milestone* m = next ? c.view.dossier.find(next->milestone) : nullptr) {
    out.no_return = next->day;
    out.point_of_no_return += fmt::format("{}The next point of no return is {}: {} must have {} by then.", out.point_of_no_return.empty() ? "" : " ",
                                          in_prose(next->day), c.view.name_with_code(*m), m->kind == MilestoneKind::event ? "happened" : "begun");
  }
}

Colour colour_of(const GoalCase& c) {
  switch (c.goal.verdict) {
    case Verdict::reached: return Colour::reached;
    case Verdict::on_course: return Colour::green;
    case Verdict::tight: return Colour::amber;
    case Verdict::at_risk: return c.after_latest() ? Colour::red : Colour::amber;
    case Verdict::missed:
    case Verdict::out_of_reach: return Colour::red;
    case Verdict::cannot_be_said: return Colour::grey;
  }
  return Colour::grey;
}

std::string colour_word(Colour colour) {
  switch (colour) {
    case Colour::reached: return "Reached";
    case Colour::green: return "Green";
    case Colour::amber: return "Amber";
    case Colour::red: return "Red";
    case Colour::grey: return "Grey";
  }
  return "Grey";
}

TrafficLight light_of(const GoalCase& c, const Silence& silence) {
  TrafficLight light;
  light.colour = colour_of(c);
  light.rule = with_full_stop(std::string(verdict_rule(c.goal.verdict)));
  if (c.goal.verdict == Verdict::at_risk && light.colour == Colour::red)
    light.rule = "The plan reaches it after the latest day on which the mandate can end; only shorter stages could change that.";
  if (c.goal.verdict == Verdict::at_risk && light.colour == Colour::amber)
    light.rule = "The plan reaches it after the mandate's expected end, but not after its latest.";
  if (light.colour == Colour::grey && c.view.plan.dates_withheld)
    light.rule = "A part of what its date rests on is withheld in this edition.";
  if (light.colour == Colour::green && silence.on_hold) {
    light.colour = Colour::amber;
    light.rule = "The plan is on course, but the file has been silent for longer than its limit.";
  }
  light.word = colour_word(light.colour);
  return light;
}

GoalStanding goal_standing(const GoalCase& c, const Goal& goal, const Silence& silence) {
  GoalStanding out;
  out.goal = Id<Goal>(goal.id);
  out.code = c.milestone.code;
  out.milestone = c.view.name(c.milestone);
  out.mandate_code = c.mandate.code;
  out.mandate = c.whose();
  out.forecast = c.goal.forecast;
  out.reached = c.goal.reached;
  if (out.reached) out.reached_when = reached_when(c);
  out.light = light_of(c, silence);
  out.answer = capitalised(c.goal.reached ? reached_answer(c) : forecast_answer(c));
  if (c.goal.reached || c.view.plan.dates_withheld) return out;
  if (c.earliest()) out.ends.push_back(end_case(c, true));
  if (c.latest() && c.latest() != c.earliest()) out.ends.push_back(end_case(c, false));
  for (const EndCase& end : out.ends) out.margin += (out.margin.empty() ? "" : " ") + end.sentence;
  out.what_it_takes = what_it_takes(c);
  add_point_of_no_return(c, out);
  return out;
}

// What follows "The mandates that … needs": "hold at once until 30 November 2029."
std::string window_in_words(const StandingView& view, const Opportunity& o) {
  std::vector<std::string> unknown;
  for (const Id<Mandate> id : o.end_unknown)
    if (const Mandate* mandate = view.dossier.find(id)) unknown.push_back(view.holder(*mandate));
  const std::string may_end = unknown.empty() ? "" : fmt::format(" When the {} of {} {} is not known.", unknown.size() == 1 ? "mandate" : "mandates", join_in_words(unknown), unknown.size() == 1 ? "ends" : "end");
  if (o.empty()) return "never hold at once." + may_end;
  if (!o.to.expected) return may_end.empty() ? "" : "have no known end together." + may_end;
  std::string until = in_prose(*o.to.expected);
  if (o.to.uncertain() && o.to.earliest && o.to.latest) until = fmt::format("some day from {}", span_in_prose(*o.to.earliest, *o.to.latest));
  return fmt::format("all hold until {}.", until) + may_end;
}

}  // namespace

std::string_view traffic_light_rule() {
  return "Green: the plan reaches the goal at least 30 days before the mandate's expected end, and before its earliest. Amber: inside the "
         "mandate, but tightly or only if it ends late. Red: after its latest end. Grey: a date that is needed is not known.";
}

std::vector<GoalStanding> goal_standings(const StandingView& view, const Silence& silence) {
  std::vector<GoalStanding> out;
  for (const MandateOutlook& outlook : view.mandates.mandates) {
    const Mandate* mandate = view.dossier.find(outlook.mandate);
    if (!mandate) continue;
    for (const GoalOutlook& goal : outlook.goals) {
      const Goal* record = view.dossier.find(goal.goal);
      const Milestone* milestone = view.dossier.find(goal.milestone);
      if (record && milestone) out.push_back(goal_standing({view, outlook, goal, *mandate, *milestone}, *record, silence));
    }
  }
  // What comes first is asked about first.
  const auto place = [](const GoalStanding& g) { return std::pair(g.reached, g.forecast.value_or(last_day)); };
  std::stable_sort(out.begin(), out.end(), [&](const GoalStanding& a, const GoalStanding& b) { return place(a) < place(b); });
  return out;
}

std::string window_sentences(const StandingView& view) {
  // Goals that need the same mandates share a sentence.
  std::vector<std::pair<std::string, std::vector<std::string>>> windows;
  for (const Opportunity& o : view.mandates.opportunities) {
    const Milestone* m = view.dossier.find(o.milestone);
    const std::string text = m ? window_in_words(view, o) : "";
    if (text.empty()) continue;
    const auto same = std::find_if(windows.begin(), windows.end(), [&](const auto& w) { return w.first == text; });
    if (same == windows.end()) windows.push_back({text, {view.name_with_code(*m)}});
    else same->second.push_back(view.name_with_code(*m));
  }
  std::string out;
  for (const auto& [text, names] : windows)
    out += fmt::format("{}The mandates that {} {} {}", out.empty() ? "" : " ", join_in_words(names), names.size() == 1 ? "needs" : "need", text);
  return out;
}

}  // namespace accord
