#include "core/schedule/feasible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/base/text.hpp"
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
  return link.citation.empty() ? "the law (no article is cited)" : link.citation;
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
  void say(FeasibilityCheckKind kind, bool passes, std::string sentence, std::optional<Day> first = {},
           std::string citation = {}, Id<Milestone> because_of = {}) {
    checks_.push_back({kind, passes, false, std::move(sentence), std::move(citation), first, because_of});
  }
  bool is_dropped() const { return milestone_.state == MilestoneState::dropped && !scheduled_.finished; }
  std::string name() const { return name_in_words(milestone_); }
  std::string name(Id<Milestone> id) const { return name_in_words(*dossier_.find(id)); }

  void check_fact() {
    if (!scheduled_.early_finish)
      return say(FeasibilityCheckKind::fact, false,
                 fmt::format("{} has already happened, on a day that is not known.", name()));
    const Day fact = *scheduled_.early_finish;
    if (fact == day_) return say(FeasibilityCheckKind::fact, true, fmt::format("{} happened on that day.", name()));
    say(FeasibilityCheckKind::fact, false, fmt::format("{} has already happened, on {}.", name(), to_iso(fact)));
  }

  void check_dropped() {
    if (is_dropped())
      say(FeasibilityCheckKind::fact, false, fmt::format("{} has been dropped from the plan.", name()));
  }

  void check_status_date() {
    if (!plan_.status_date) return;
    const bool passes = day_ > *plan_.status_date;
    say(FeasibilityCheckKind::status_date, passes,
        passes ? fmt::format("{} is after the status date, {}.", to_iso(day_), to_iso(*plan_.status_date))
               : fmt::format("{} is not after the status date, {}: what has happened is entered as a fact.",
                             to_iso(day_), to_iso(*plan_.status_date)),
        known(legal_.begin()));
  }

  void check_law() {
    for (const LegalStep& step : legal_.steps_into(id_)) {
      const Link& link = *dossier_.find(step.link);
      // Where a date rule acts on the predecessors' day, the rule decides which days are left.
      const bool passes = legal_.allowed_from(step) <= day_;
      say(FeasibilityCheckKind::law, passes, law_sentence(link, step, passes),
          known(std::max(legal_.allowed_from(step), day_)), link.citation, step.predecessor);
    }
  }

  // "VFA.10 Signature comes at the earliest 30 calendar days after KZ.2 Proposal (Art. 5(2)).", and how far the latter
  // is.
  std::string requirement(const Link& link, const LegalStep& step, bool repeat) const {
    const bool lagged = link.lag && link.lag->count != 0;
    return fmt::format(
        "{} comes {} {} ({})", name(step.successor), lagged ? "at the earliest " + link.lag->in_words() : "after",
        repeat ? dossier_.code_of(Kind::milestone, step.predecessor) : name(step.predecessor), article(link));
  }
  std::string law_sentence(const Link& link, const LegalStep& step, bool passes) {
    const std::string code = dossier_.code_of(Kind::milestone, step.predecessor);
    std::string sentence = requirement(link, step, false) + ". " + code;
    sentence += step.predecessor_done ? fmt::format(" was done on {}", to_iso(step.from))
                : step.from > last_day
                    ? " has not happened, and cannot before the year 2200"
                    : fmt::format(" has not happened, and can on {} at the earliest{}", to_iso(step.from),
                                  session_of(step.predecessor));
    const Day from = legal_.allowed_from(step);
    sentence += from > last_day    ? "; this leaves no day before the year 2200."
                : from < first_day ? "; this leaves every day from 1900 on."
                                   : fmt::format("; the first day that this leaves is {}.", to_iso(from));
    if (passes || step.predecessor_done) return sentence;
    for (const LegalStep& before : legal_.chain(step.predecessor)) {
      const Link& cause = *dossier_.find(before.link);
      if (cause.lag && cause.lag->count > 0 && before.day <= last_day)
        sentence +=
            fmt::format(" Before that, {}: not before {}.", requirement(cause, before, true), to_iso(before.day));
    }
    return sentence;
  }

  // What makes a predecessor wait for its first day: ", its first session (Council of the EU, A items)".
  std::string session_of(Id<Milestone> predecessor) {
    const Milestone& record = *dossier_.find(predecessor);
    if (record.sessions.empty() || record.state == MilestoneState::dropped) return {};
    return fmt::format(", its first session ({})", calendars_.sessions(record.sessions).value()->title());
  }

  void check_rule() {
    if (!rule_) return;
    const Day before = rule_day_before(day_);
    const bool passes = before == day_ || carried(before) == day_;
    const std::optional<Day> first = passes ? day_ : known(next_by_rule(day_));
    std::string sentence = fmt::format("{} can be {}.", to_iso(day_), milestone_.rule->in_words());
    if (!passes)
      sentence = fmt::format("The date is {}; that is never {}. {}.", milestone_.rule->in_words(), to_iso(day_),
                             first ? "The next such day is " + to_iso(*first)
                                   : "There is no such day after it before the year 2200");
    say(FeasibilityCheckKind::rule, passes, std::move(sentence), first, article_of_rule(dossier_, milestone_));
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
    std::string sentence = passes
                               ? fmt::format("There is a session on {} ({})", to_iso(day_), next->title)
                               : fmt::format("There is no session on {} ({})", to_iso(day_), sessions_->title());
    if (next && !passes) sentence += fmt::format("; the next one is on {}", weekday_and_day(next->day));
    if (next && next->extrapolated) sentence += "; made by rule, no published list says so yet";
    say(FeasibilityCheckKind::session, passes, sentence + ".", next ? std::optional(next->day) : std::nullopt);
  }

  // A session takes place on its day whatever the calendar says.
  void check_working_day() {
    if (sessions_) return;
    const bool passes = calendar_->works(day_);
    const std::optional<Day> next = next_open(day_);
    const std::string code(calendars_.code_for(milestone_));
    say(FeasibilityCheckKind::working_day, passes,
        passes ? fmt::format("{} is a working day ({}).", weekday_and_day(day_), calendar_in_words(dossier_, code))
               : fmt::format("{} is closed ({}); {}.", weekday_and_day(day_),
                             closed_in_words(dossier_, code, *calendar_, day_),
                             next ? "the next working day is " + weekday_and_day(*next) : "no working day is left"),
        next);
  }

  void check_plan() {
    if (!scheduled_.early_finish || is_dropped()) return;
    const Day forecast = *scheduled_.early_finish;
    const bool passes = forecast <= day_;
    std::string sentence = fmt::format("The plan reaches {} {}on {}", name(), passes ? "" : "only ", to_iso(forecast));
    if (!passes) sentence += fmt::format(", {} later", counted(days_between(day_, forecast), "day"));
    const ScheduledMilestone* before =
        scheduled_.driver.predecessor ? plan_.find(scheduled_.driver.predecessor) : nullptr;
    if (before && before->early_finish && !before->finished && !before->dropped)
      sentence += fmt::format("; its own forecast of {}, which decides that, is {}", name(before->milestone),
                              to_iso(*before->early_finish));
    say(FeasibilityCheckKind::plan, passes, sentence + ".", std::max(forecast, day_));
  }

  void check_mandates() {
    for (const Goal& goal : dossier_.all<Goal>()) {
      const Mandate* mandate = goal.milestone == id_ ? dossier_.find(goal.mandate) : nullptr;
      if (!mandate) continue;
      const Inside where = inside(*mandate, day_);
      const std::string whose = fmt::format("the mandate {} ({})", mandate->code, mandate->title);
      if (where == Inside::cannot_be_said) {
        say(FeasibilityCheckKind::mandate, false, unsure_of(*mandate, whose));
        checks_.back().unsure = true;
      } else {
        say(FeasibilityCheckKind::mandate, where == Inside::yes,
            fmt::format("{} is {} {}.", to_iso(day_), where == Inside::yes ? "inside" : "outside", whose));
      }
    }
  }

  // Why it cannot be said whether the day is inside.
  std::string unsure_of(const Mandate& mandate, const std::string& whose) const {
    const WindowEnd start = start_of(mandate), end = end_of(mandate);
    const auto reason = [](const char* what, const WindowEnd& moment) {
      if (!moment.earliest && !moment.latest) return fmt::format("nobody knows when it {}s", what);
      if (!moment.earliest) return fmt::format("it may {} on any day until {}", what, to_iso(*moment.latest));
      if (!moment.latest) return fmt::format("it may {} on any day from {}", what, to_iso(*moment.earliest));
      return fmt::format("it may {} on any day from {} to {}", what, to_iso(*moment.earliest), to_iso(*moment.latest));
    };
    const bool may_be_too_soon = !start.unknown() && !(start.latest && day_ >= *start.latest);
    return fmt::format("{} may be inside or outside {}: {}.", to_iso(day_), whose,
                       may_be_too_soon ? reason("begin", start) : reason("end", end));
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
                      .message = name_in_words(*record) + " is a group; a group does not happen on one day.",
                      .advice = "ask for one of its milestones",
                      .place = {.file = {}, .record = record->code, .field = {}}};
  constexpr date::days margin{10 *
                              366};  // rules and sessions look ahead from the day, and must stay within the calendars
  if (day < first_day + margin || day > last_day - margin)
    return Diagnostic{
        .code = "feasible.range",
        .message = to_iso(day) + " is too far away to say.",
        .expected = fmt::format("a day from {} to {}", to_iso(first_day + margin), to_iso(last_day - margin)),
        .found = to_iso(day)};
  return Checker(dossier, plan, *record, day).run();
}

}  // namespace accord
