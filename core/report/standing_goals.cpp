#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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
  std::string holder() const { return view.holder(mandate); }
  std::string day(Day d) const { return in_prose(d, t()); }
  const Tongue& t() const { return view.t; }
  std::optional<Day> earliest() const { return outlook.end.earliest; }
  std::optional<Day> latest() const { return outlook.end.latest; }
  bool firm() const { return earliest() && earliest() == latest(); }
  bool after_latest() const { return latest() && goal.forecast && *goal.forecast > *latest(); }
  bool over() const { return latest() && *latest() < view.as_of; }
};

std::string reached_when(const GoalCase& c) {
  if (c.milestone.actual_finish) return when(*c.milestone.actual_finish, c.t());
  return c.goal.forecast ? on_day(*c.goal.forecast, c.t()) : c.t()("on an unknown day");
}

std::string reached_answer(const GoalCase& c) {
  const Tongue& t = c.t();
  const std::string day = reached_when(c);
  if (c.goal.inside == Inside::yes) return t("{} was reached {}, inside the mandate of {}.", c.what(), day, c.holder());
  if (c.goal.inside == Inside::no && c.latest() && c.goal.forecast && *c.goal.forecast > *c.latest())
    return t.plural("{1} was reached {2}, {0} day after the mandate of {3} had ended.", "{1} was reached {2}, {0} days after the mandate of {3} had ended.", days_between(*c.latest(), *c.goal.forecast), c.what(), day, c.holder());
  if (c.goal.inside == Inside::no) return t("{} was reached {}, outside the mandate of {}.", c.what(), day, c.holder());
  return t("{} was reached {}.", c.what(), day);
}

// "3 days after Ambassador Holder's mandate ends on 31 March 2027"; where that day itself will not do, counted from the
// last on which the goal can happen by then, as all margins are. `words` names the end.
std::string distance_in_words(const GoalCase& c, Day end, std::optional<int> margin, const std::string& words) {
  const Tongue& t = c.t();
  const int spare = margin.value_or(days_between(*c.goal.forecast, end));
  const Day last = *c.goal.forecast + date::days{spare};
  const std::string from = last == end ? words : t("{}, the last day on which it can happen before {}", c.day(last), words);
  if (spare == 0) return t("on {}", from);
  return spare < 0 ? t.plural("{0} day after {1}", "{0} days after {1}", -spare, from) : t.plural("{0} day before {1}", "{0} days before {1}", spare, from);
}

std::string uncertain_answer(const GoalCase& c, const std::string& expected, Day forecast) {
  const Tongue& t = c.t();
  const auto first = c.earliest(), last = c.latest();
  if (first && forecast <= *first)
    return t("{}, inside the mandate of {}, which ends no earlier than {}.", expected, c.holder(), c.day(*first));
  if (last && forecast > *last)
    return t("{}, {}.", expected, distance_in_words(c, *last, c.goal.margin_days_if_latest, t("the latest day on which the mandate of {} can end, {}", c.holder(), c.day(*last))));
  if (first && last) return t("{}: inside the mandate of {} only if it lasts until then; it ends some day from {}.", expected, c.holder(), span_in_prose(*first, *last, t));
  if (last) return t("{}: inside the mandate of {} if it ends {}, its latest end; its earliest is not known.", expected, c.holder(), on_day(*last, t));
  return t("{}, {}; its latest is not known.", expected, distance_in_words(c, *first, c.goal.margin_days_if_earliest, t("the earliest day on which the mandate of {} can end, {}", c.holder(), c.day(*first))));
}

std::string forecast_answer(const GoalCase& c) {
  const Tongue& t = c.t();
  if (c.view.plan.dates_withheld) return t("When {} is expected is not given in this edition.", c.what());
  if (!c.goal.forecast) return t("No date can be given for {}.", c.what());
  const Day forecast = *c.goal.forecast;
  if (c.over())
    return t("{} was not reached inside the mandate of {}, which ended {}; it is expected {}.", c.what(), c.holder(), on_day(*c.latest(), t), on_day(forecast, t));
  const std::string expected = t("{} is expected {}", c.what(), on_day(forecast, t));
  if (const auto begins = c.outlook.start.earliest; begins && forecast < *begins)
    return t.plural("{1}, {0} day before the mandate of {2} begins, {3}.", "{1}, {0} days before the mandate of {2} begins, {3}.", days_between(forecast, *begins), expected, c.holder(), on_day(*begins, t));
  if (!c.earliest() && !c.latest()) return t("{}; when the mandate of {} ends is not known, so no margin can be given.", expected, c.holder());
  if (!c.firm()) return uncertain_answer(c, expected, forecast);
  if (forecast == *c.latest()) return t("{}, the last day of the mandate of {}.", expected, c.holder());
  return t("{}, {}.", expected, distance_in_words(c, *c.latest(), c.goal.margin_days_if_latest, t("the mandate of {} ends {}", c.holder(), on_day(*c.latest(), t))));
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

std::string needs_in_words(const std::vector<Need>& needs, Day as_of, const Tongue& t) {
  std::vector<std::string> parts;
  std::optional<bool> before;  // whether the one before was needed in the past
  for (const Need& need : needs) {
    const bool past = need.by < as_of;
    const std::string by = by_day(need.by, t);
    parts.push_back(before == past ? fmt::format("{} {}", need.what, by) : past ? t("{} was needed {}", need.what, by) : t("{} is needed {}", need.what, by));
    before = past;
  }
  return join_in_words(parts, t);
}

std::string end_sentence(const GoalCase& c, const EndCase& end) {
  const Tongue& t = c.t();
  const auto goal_by = latest_finish(c, &c.milestone, c.earliest() == end.end);
  std::vector<Need> needs;
  if (end.initialled_by) needs.push_back({t("initialling"), *end.initialled_by});
  if (end.signed_by) needs.push_back({t("signature"), *end.signed_by});
  const std::string_view stage = stage_of(c.milestone.reference);
  if (goal_by && stage != "signed" && stage != "initialled") needs.push_back({inside_sentence(c.milestone.title.empty() ? c.milestone.code : c.milestone.title), *goal_by});
  std::string sentence = c.firm() ? t("For the end of the mandate {}", on_day(end.end, t)) : t("If the mandate ends {}", on_day(end.end, t));
  sentence += ", " + (needs.empty() ? t("no latest date can be given") : needs_in_words(needs, c.view.as_of, t));
  if (!end.margin_days) return t("{}.", sentence);
  if (*end.margin_days < 0) return t.plural("{1}; the plan has it {0} day later.", "{1}; the plan has it {0} days later.", -*end.margin_days, sentence);
  if (*end.margin_days == 0) return t("{}; the plan meets it to the day.", sentence);
  return t.plural("{1}; the plan has {0} day to spare.", "{1}; the plan has {0} days to spare.", *end.margin_days, sentence);
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
  const auto& taken = c.outlook.end.expected;
  const bool has_passed = taken && *taken < c.view.as_of;  // nothing can be brought forward to before today
  if (!c.goal.overrun || c.goal.overrun->days <= 0 || has_passed) return {};
  const Overrun& overrun = *c.goal.overrun;
  const Tongue& t = c.t();
  const std::string shortening = shortening_in_words(overrun, [&](Id<Milestone> id) {
    const Milestone* m = c.view.dossier.find(id);
    return m ? c.view.name_with_code(*m) : std::string();
  }, t);
  const std::string give = shortening.empty() ? t("the estimates leave nothing to give") : shortening;
  if (!c.firm() && c.outlook.end.expected)
    return t.plural("To come inside the mandate, taken to end {1}, it would have to come {0} day earlier; {2}.", "To come inside the mandate, taken to end {1}, it would have to come {0} days earlier; {2}.", overrun.days, on_day(*c.outlook.end.expected, t), give);
  return t.plural("To come inside the mandate it would have to come {0} day earlier; {1}.", "To come inside the mandate it would have to come {0} days earlier; {1}.", overrun.days, give);
}

// The first point of no return if an uncertain mandate ends at its earliest; nothing where it does not lie ahead.
std::optional<PointOfNoReturn> no_return_if_earliest(const GoalCase& c) {
  std::optional<PointOfNoReturn> next;
  if (c.firm()) return next;
  for (const LatestDates& dates : c.goal.milestones) {
    const auto& start = dates.latest_start_if_earliest;
    if (!dates.started && start && (!next || *start < next->day)) next = PointOfNoReturn{dates.milestone, *start};
  }
  return next && next->day >= c.view.as_of ? next : std::nullopt;
}

// "If the mandate ends on 16 October 2027, …"; a firm end needs no such words.
std::string for_end(const GoalCase& c, std::optional<Day> end, const std::string& sentence) {
  const Tongue& t = c.t();
  return c.firm() || !end ? capitalised(sentence) : fmt::format("{}, {}", t("If the mandate ends {}", on_day(*end, t)), sentence);
}

std::string next_point(const GoalCase& c, const PointOfNoReturn& next) {
  const Milestone& m = *c.view.dossier.find(next.milestone);
  const Tongue& t = c.t();
  const std::string name = c.view.name_with_code(m), day = c.day(next.day);
  return m.kind == MilestoneKind::event ? t("the next point of no return is {}: {} must have happened by then.", day, name)
                                        : t("the next point of no return is {}: {} must have begun by then.", day, name);
}

std::string passed_point(const GoalCase& c, const PointOfNoReturn& passed) {
  const Milestone& m = *c.view.dossier.find(passed.milestone);
  const Tongue& t = c.t();
  const std::string name = c.view.name_with_code(m), by = by_day(passed.day, t);
  return m.kind == MilestoneKind::event ? t("a point of no return has passed: {} had to happen {}.", name, by)
                                        : t("a point of no return has passed: {} had to begin {}.", name, by);
}

void add_point_of_no_return(const GoalCase& c, GoalStanding& out) {
  const auto &passed = c.goal.no_return_passed, &next = c.goal.no_return, sooner = no_return_if_earliest(c);
  const auto& expected = c.outlook.end.expected;
  const Tongue& t = c.t();
  std::vector<std::string> sentences;
  if (sooner) sentences.push_back(for_end(c, c.earliest(), next_point(c, *sooner)));
  if (passed) sentences.push_back(for_end(c, expected, passed_point(c, *passed)));
  if (next && sooner && next->milestone == sooner->milestone) sentences.push_back(for_end(c, expected, t("that day is {}.", c.day(next->day))));
  else if (next) sentences.push_back(for_end(c, expected, next_point(c, *next)));
  out.point_of_no_return = join(sentences, " ");
  if (!c.firm()) out.no_return_end = expected;
  if (sooner) out.no_return_if_earliest = sooner->day;
  if (next || passed) out.no_return = next ? next->day : passed->day;
}

Colour colour_of(const GoalCase& c) {
  switch (c.goal.verdict) {
    case Verdict::reached: return Colour::reached;
    case Verdict::on_course: return Colour::green;
    case Verdict::tight: return Colour::amber;
    case Verdict::at_risk: return c.after_latest() ? Colour::red : Colour::amber;
    case Verdict::missed:
    case Verdict::out_of_reach: return Colour::red;
    case Verdict::too_early: return Colour::amber;
    case Verdict::cannot_be_said: return Colour::grey;
  }
  return Colour::grey;
}

TrafficLight light_of(const GoalCase& c, const Silence& silence) {
  const Tongue& t = c.t();
  TrafficLight light;
  light.colour = colour_of(c);
  light.rule = t(verdict_rule(c.goal.verdict));
  if (c.goal.verdict == Verdict::at_risk && light.colour == Colour::red)
    light.rule = t("The plan reaches it after the latest day on which the mandate can end; only shorter stages could change that.");
  if (c.goal.verdict == Verdict::at_risk && light.colour == Colour::amber)
    light.rule = t("The plan reaches it after the mandate's expected end, but not after its latest.");
  if (light.colour == Colour::grey && c.view.plan.dates_withheld)
    light.rule = t("A part of what its date rests on is withheld in this edition.");
  if (light.colour == Colour::green && c.view.only_said(c.milestone)) light = light_without_evidence(t);
  if (light.colour == Colour::green && !exhausted_before(c.view, c.milestone).empty()) {
    light.colour = Colour::amber;
    light.rule = t("The plan is on course, but only because it assumes one more day where nothing is left of an estimate.");
  }
  if (light.colour == Colour::green && silence.on_hold) {
    light.colour = Colour::amber;
    light.rule = t("The plan is on course, but the file has been silent for longer than its limit.");
  }
  light.word = t(colour_word(light.colour));
  return light;
}

GoalStanding goal_standing(const GoalCase& c, const Goal& goal, const Silence& silence) {
  const Tongue& t = c.t();
  GoalStanding out;
  out.goal = Id<Goal>(goal.id);
  out.code = c.milestone.code;
  out.milestone = c.view.name(c.milestone);
  out.mandate_code = c.mandate.code;
  out.mandate = c.view.mandate_name(c.mandate);
  out.forecast = c.goal.forecast;
  out.reached = c.goal.reached;
  if (out.reached) out.reached_when = reached_when(c);
  out.light = with_override(light_of(c, silence), goal.light, goal.light_why, t);
  out.answer = capitalised(c.goal.reached ? reached_answer(c) : forecast_answer(c));
  if (c.view.only_said(c.milestone))
    out.answer += " " + t("It is said to have been reached {}, which does not count yet: the evidence that it needs is missing.", when(*c.milestone.actual_finish, t));
  if (c.goal.reached || c.view.plan.dates_withheld) return out;
  if (const std::string warning = exhausted_in_words(c.view, exhausted_before(c.view, c.milestone)); !warning.empty()) out.answer += " " + warning;
  const auto may_come = [&](std::optional<Day> end) { return end && *end >= c.view.as_of; };
  if (may_come(c.earliest())) out.ends.push_back(end_case(c, true));
  if (may_come(c.latest()) && c.latest() != c.earliest()) out.ends.push_back(end_case(c, false));
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
  const Tongue& t = view.t;
  const std::string may_end = unknown.empty() ? "" : " " + t.plural("When the mandate of {1} ends is not known.", "When the mandates of {1} end is not known.", static_cast<long long>(unknown.size()), join_in_words(unknown, t));
  if (o.empty()) return t("never hold at once.") + may_end;
  if (!o.to.expected) return may_end.empty() ? "" : t("have no known end together.") + may_end;
  if (o.to.uncertain() && o.to.earliest && o.to.latest) return t("all hold until some day from {}.", span_in_prose(*o.to.earliest, *o.to.latest, t)) + may_end;
  return t("all hold until {}.", in_prose(*o.to.expected, t)) + may_end;
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
    out += (out.empty() ? "" : " ") + view.t.plural("The mandates that {1} needs {2}", "The mandates that {1} need {2}", static_cast<long long>(names.size()), join_in_words(names, view.t), text);
  return out;
}

}  // namespace accord
