#include "core/schedule/feasible.hpp"

#include <algorithm>
#include <tuple>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/lengths_in_words.hpp"
#include "core/schedule/calendars.hpp"
#include "core/schedule/explain_links.hpp"
#include "core/schedule/legal.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

// Days beyond the calendars are no answer.
std::optional<Day> known(Day day) { return in_range(day) ? std::optional(day) : std::nullopt; }

// The question names its day as 2026-12-15, and so does the answer.
std::string weekday_and_day(Day day) { return weekday_name(day) + " " + to_iso(day); }

std::string article(const Link& link) {
  return link.citation.empty() ? say("the law (no article is cited)") : link.citation;
}

class Checker {
 public:
  Checker(const Dossier& dossier, const Schedule& plan, const Milestone& milestone, Day day)
      : dossier_(dossier),
        plan_(plan),
        milestone_(milestone),
        id_(milestone.id),
        day_(day),
        calendars_(dossier),
        legal_(dossier, plan, calendars_),
        calendar_(calendars_.calendar_for(milestone).value()),
        scheduled_(*plan.find(id_)) {
    if (milestone.rule) rule_ = legal_.rule_of(milestone);
    if (!milestone.sessions.empty()) sessions_ = calendars_.sessions(milestone.sessions).value();
  }

  Feasibility run() {
    Feasibility answer;
    answer.milestone = id_;
    answer.day = day_;
    answer.finished = scheduled_.finished;
    answer.dropped = is_dropped();
    if (!answer.dropped) answer.forecast = scheduled_.early_finish;
    answer.by_plan = answer.forecast && *answer.forecast <= day_;
    if (scheduled_.finished) {
      check_fact();
    } else {
      answer.first_legal_day = known(legal_.first_day(id_));
      answer.legal_chain = legal_.chain(id_);
      if (answer.first_legal_day) answer.first_possible_day = carried(*answer.first_legal_day);
      if (answer.first_legal_day && !answer.dropped)
        answer.next_possible_day = possible_from(std::max(*answer.first_legal_day, day_));
      check_dropped();
      check_status_date();
      check_law();
      check_rule();
      check_session();
      check_working_day();
      check_plan();
    }
    check_mandates();
    answer.by_law = answer.feasible = true;
    for (const FeasibilityCheck& check : checks_) {
      const bool legal = check.kind == FeasibilityCheckKind::fact || check.kind == FeasibilityCheckKind::law ||
                         check.kind == FeasibilityCheckKind::rule;
      if (legal && !check.passes) answer.by_law = false;
      const bool counts = check.kind != FeasibilityCheckKind::plan && check.kind != FeasibilityCheckKind::mandate;
      if (counts && !check.passes) answer.feasible = false;
    }
    std::stable_sort(checks_.begin(), checks_.end(), [](const FeasibilityCheck& a, const FeasibilityCheck& b) {
      return std::tuple(a.passes, a.unsure, a.kind) < std::tuple(b.passes, b.unsure, b.kind);
    });
    answer.checks = std::move(checks_);
    return answer;
  }

 private:
  void add(FeasibilityCheckKind kind, bool passes, std::string sentence, std::optional<Day> first = {},
           std::string citation = {}, Id<Milestone> because_of = {}) {
    checks_.push_back({kind, passes, false, std::move(sentence), std::move(citation), first, because_of});
  }
  bool is_dropped() const { return milestone_.state == MilestoneState::dropped && !scheduled_.finished; }
  std::string name() const { return name_in_words(milestone_); }
  std::string name(Id<Milestone> id) const { return name_in_words(*dossier_.find(id)); }

  void check_fact() {
    if (!scheduled_.early_finish)
      return add(FeasibilityCheckKind::fact, false,
                 say("{} has already happened, on a day that is not known.", name()));
    const Day fact = *scheduled_.early_finish;
    if (fact == day_) return add(FeasibilityCheckKind::fact, true, say("{} happened on that day.", name()));
    add(FeasibilityCheckKind::fact, false, say("{} has already happened, on {}.", name(), to_iso(fact)));
  }

  void check_dropped() {
    if (is_dropped())
      add(FeasibilityCheckKind::fact, false, say("{} has been dropped from the plan.", name()));
  }

  void check_status_date() {
    if (!plan_.status_date) return;
    const bool passes = day_ > *plan_.status_date;
    add(FeasibilityCheckKind::status_date, passes,
        passes ? say("{} is after the status date, {}.", to_iso(day_), to_iso(*plan_.status_date))
               : say("{} is not after the status date, {}: what has happened is entered as a fact.",
                             to_iso(day_), to_iso(*plan_.status_date)),
        known(legal_.begin()));
  }

  void check_law() {
    for (const LegalStep& step : legal_.steps_into(id_)) {
      const Link& link = *dossier_.find(step.link);
      // Where a date rule acts on the predecessors' day, the rule decides which days are left.
      const bool passes = legal_.allowed_from(step) <= day_;
      add(FeasibilityCheckKind::law, passes, law_sentence(link, step, passes),
          known(std::max(legal_.allowed_from(step), day_)), link.citation, step.predecessor);
    }
  }

  // "VFA.10 Signature comes at the earliest 30 calendar days after KZ.2 Proposal (Art. 5(2)).", and how far the latter
  // is.
  std::string requirement(const Link& link, const LegalStep& step, bool repeat) const {
    const std::string before =
        repeat ? dossier_.code_of(Kind::milestone, step.predecessor) : name(step.predecessor);
    if (!link.lag || link.lag->count == 0) return say("{} comes after {} ({})", name(step.successor), before, article(link));
    const std::string lag = length_in_words(*link.lag, spoken());
    return link.lag->count > 0
               ? say("{} comes at the earliest {} after {} ({})", name(step.successor), lag, before, article(link))
               : say("{} comes at the earliest {} before {} ({})", name(step.successor), lag, before, article(link));
  }
  std::string law_sentence(const Link& link, const LegalStep& step, bool passes) {
    std::string sentence = how_far(requirement(link, step, false), step);
    const Day from = legal_.allowed_from(step);
    sentence = from > last_day    ? say("{}; this leaves no day before the year 2200.", sentence)
               : from < first_day ? say("{}; this leaves every day from 1900 on.", sentence)
                                  : say("{}; the first day that this leaves is {}.", sentence, to_iso(from));
    if (passes || step.predecessor_done) return sentence;
    for (const LegalStep& before : legal_.chain(step.predecessor)) {
      const Link& cause = *dossier_.find(before.link);
      if (cause.lag && cause.lag->count > 0 && before.day <= last_day)
        sentence = say("{} Before that, {}: not before {}.", sentence, requirement(cause, before, true), to_iso(before.day));
    }
    return sentence;
  }
  // The requirement, and whether what must come first has happened, or when it can.
  std::string how_far(const std::string& requirement, const LegalStep& step) {
    const std::string code = dossier_.code_of(Kind::milestone, step.predecessor), day = to_iso(step.from);
    if (step.predecessor_done) return say("{}. {} was done on {}", requirement, code, day);
    if (step.from > last_day) return say("{}. {} has not happened, and cannot before the year 2200", requirement, code);
    const Milestone& record = *dossier_.find(step.predecessor);
    if (record.sessions.empty() || record.state == MilestoneState::dropped)
      return say("{}. {} has not happened, and can on {} at the earliest", requirement, code, day);
    return say("{}. {} has not happened, and can on {} at the earliest, its first session ({})", requirement, code, day,
               say_name(calendars_.sessions(record.sessions).value()->title()));
  }

  void check_rule() {
    if (!rule_) return;
    const Day before = rule_day_before(day_);
    const bool passes = before == day_ || carried(before) == day_;
    const std::optional<Day> first = passes ? day_ : known(next_by_rule(day_));
    std::string sentence = say("{} can be {}.", to_iso(day_), milestone_.rule->in_words());
    if (!passes)
      sentence = first ? say("The date is {}; that is never {}. The next such day is {}.", milestone_.rule->in_words(),
                             to_iso(day_), to_iso(*first))
                       : say("The date is {}; that is never {}. There is no such day after it before the year 2200.",
                             milestone_.rule->in_words(), to_iso(day_));
    add(FeasibilityCheckKind::rule, passes, std::move(sentence), first, article_of_rule(dossier_, milestone_));
  }
  Day rule_day_before(Day day) const { return Day{date::days{rule_->apply(rule_->latest_before(number_of(day)))}}; }
  Day next_by_rule(Day day) const {
    const Day before = rule_day_before(day);
    return before == day ? day : Day{date::days{rule_->apply(rule_->latest_before(number_of(day)) + 1)}};
  }
  // The day on which the milestone happens when nothing before `day` is possible: a session, or a working day.
  std::optional<Day> carried(Day day) const {
    if (!sessions_) return next_open(day);
    const Session* session = sessions_->first_on_or_after(day);
    return session ? std::optional(session->day) : std::nullopt;
  }
  // The same on or after `day`, where only a day of the date rule will do.
  std::optional<Day> possible_from(Day day) const {
    if (!rule_) return carried(day);
    const std::optional<Day> running = carried(rule_day_before(day));
    if (running && *running >= day) return running;
    const std::optional<Day> next = known(next_by_rule(day));
    return next ? carried(*next) : std::nullopt;
  }
  std::optional<Day> next_open(Day day) const {
    return known(Day{date::days{Workdays(*calendar_).next(number_of(day))}});
  }

  void check_session() {
    if (!sessions_) return;
    const Session* next = sessions_->first_on_or_after(day_);
    const bool passes = next && next->day == day_;
    std::string sentence = passes ? say("There is a session on {} ({})", to_iso(day_), say_name(next->title))
                                  : say("There is no session on {} ({})", to_iso(day_), say_name(sessions_->title()));
    if (next && !passes) sentence = say("{}; the next one is on {}", sentence, weekday_and_day(next->day));
    if (next && next->extrapolated) sentence = say("{}; made by rule, no published list says so yet", sentence);
    add(FeasibilityCheckKind::session, passes, say("{}.", sentence), next ? std::optional(next->day) : std::nullopt);
  }

  // A session takes place on its day whatever the calendar says.
  void check_working_day() {
    if (sessions_) return;
    const bool passes = calendar_->works(day_);
    const std::optional<Day> next = next_open(day_);
    const std::string code(calendars_.code_for(milestone_));
    const std::string why = passes ? "" : closed_in_words(dossier_, code, *calendar_, day_);
    add(FeasibilityCheckKind::working_day, passes,
        passes ? say("{} is a working day ({}).", weekday_and_day(day_), calendar_in_words(dossier_, code))
        : next ? say("{} is closed ({}); the next working day is {}.", weekday_and_day(day_), why, weekday_and_day(*next))
               : say("{} is closed ({}); no working day is left.", weekday_and_day(day_), why),
        next);
  }

  void check_plan() {
    if (!scheduled_.early_finish || is_dropped()) return;
    const Day forecast = *scheduled_.early_finish;
    const bool passes = forecast <= day_;
    std::string sentence =
        passes ? say("The plan reaches {} on {}", name(), to_iso(forecast))
               : say_plural("The plan reaches {1} only on {2}, {0} day later", "The plan reaches {1} only on {2}, {0} days later",
                            days_between(day_, forecast), name(), to_iso(forecast));
    const ScheduledMilestone* before =
        scheduled_.driver.predecessor ? plan_.find(scheduled_.driver.predecessor) : nullptr;
    if (before && before->early_finish && !before->finished && !before->dropped)
      sentence = say("{}; its own forecast of {}, which decides that, is {}", sentence, name(before->milestone),
                     to_iso(*before->early_finish));
    add(FeasibilityCheckKind::plan, passes, say("{}.", sentence), std::max(forecast, day_));
  }

  void check_mandates() {
    for (const Goal& goal : dossier_.all<Goal>()) {
      const Mandate* mandate = goal.milestone == id_ ? dossier_.find(goal.mandate) : nullptr;
      if (!mandate) continue;
      const Inside where = inside(*mandate, day_);
      if (where == Inside::cannot_be_said) {
        add(FeasibilityCheckKind::mandate, false, unsure_of(*mandate));
        checks_.back().unsure = true;
      } else {
        add(FeasibilityCheckKind::mandate, where == Inside::yes,
            where == Inside::yes ? say("{} is inside the mandate {} ({}).", to_iso(day_), mandate->code, mandate->title)
                                 : say("{} is outside the mandate {} ({}).", to_iso(day_), mandate->code, mandate->title));
      }
    }
  }

  // Why it cannot be said whether the day is inside.
  std::string unsure_of(const Mandate& mandate) const {
    const WindowEnd start = start_of(mandate), end = end_of(mandate);
    const bool may_be_too_soon = !start.unknown() && !(start.latest && day_ >= *start.latest);
    return say("{} may be inside or outside the mandate {} ({}): {}.", to_iso(day_), mandate.code, mandate.title,
               may_be_too_soon ? when_it_begins(start) : when_it_ends(end));
  }
  static std::string when_it_begins(const WindowEnd& moment) {
    if (!moment.earliest && !moment.latest) return say("nobody knows when it begins");
    if (!moment.earliest) return say("it may begin on any day until {}", to_iso(*moment.latest));
    if (!moment.latest) return say("it may begin on any day from {}", to_iso(*moment.earliest));
    return say("it may begin on any day from {} to {}", to_iso(*moment.earliest), to_iso(*moment.latest));
  }
  static std::string when_it_ends(const WindowEnd& moment) {
    if (!moment.earliest && !moment.latest) return say("nobody knows when it ends");
    if (!moment.earliest) return say("it may end on any day until {}", to_iso(*moment.latest));
    if (!moment.latest) return say("it may end on any day from {}", to_iso(*moment.earliest));
    return say("it may end on any day from {} to {}", to_iso(*moment.earliest), to_iso(*moment.latest));
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  const Milestone& milestone_;
  Id<Milestone> id_;
  Day day_;
  CalendarSet calendars_;
  LegalDays legal_;
  CalendarPtr calendar_;
  SessionsPtr sessions_;
  std::optional<RuleInRange> rule_;
  const ScheduledMilestone& scheduled_;
  std::vector<FeasibilityCheck> checks_;
};

}  // namespace

std::string_view check_word(FeasibilityCheckKind kind) {
  switch (kind) {
    case FeasibilityCheckKind::fact:
      return "fact";
    case FeasibilityCheckKind::status_date:
      return "status_date";
    case FeasibilityCheckKind::law:
      return "law";
    case FeasibilityCheckKind::rule:
      return "rule";
    case FeasibilityCheckKind::session:
      return "session";
    case FeasibilityCheckKind::working_day:
      return "working_day";
    case FeasibilityCheckKind::plan:
      return "plan";
    case FeasibilityCheckKind::mandate:
      return "mandate";
  }
  return "";
}

Result<Feasibility> feasible_on(const Dossier& dossier, const Schedule& plan, Id<Milestone> milestone, Day day) {
  const Milestone* record = dossier.find(milestone);
  if (!record || !plan.find(milestone)) throw std::logic_error("feasible_on: the milestone is not in the plan");
  if (record->kind == MilestoneKind::group)
    return Diagnostic{.code = "feasible.group",
                      .message = say("{} is a group; a group does not happen on one day.", name_in_words(*record)),
                      .advice = say("ask for one of its milestones"),
                      .place = {.file = {}, .record = record->code, .field = {}}};
  constexpr date::days margin{10 *
                              366};  // rules and sessions look ahead from the day, and must stay within the calendars
  if (day < first_day + margin || day > last_day - margin)
    return Diagnostic{
        .code = "feasible.range",
        .message = say("{} is too far away to say.", to_iso(day)),
        .expected = say("a day from {} to {}", to_iso(first_day + margin), to_iso(last_day - margin)),
        .found = to_iso(day)};
  return Checker(dossier, plan, *record, day).run();
}

}  // namespace accord
