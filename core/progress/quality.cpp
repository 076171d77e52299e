#include "core/progress/quality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/lengths_in_words.hpp"
#include "core/progress/silence.hpp"
#include "core/schedule/overrun.hpp"
#include "core/schedule/way.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

double in_calendar_days(const Lag& lag) {
  switch (lag.unit) {
    case LagUnit::workdays:
      return in_calendar_days(Duration{lag.count, DurationUnit::workdays});
    case LagUnit::calendar_days:
      return in_calendar_days(Duration{lag.count, DurationUnit::calendar_days});
    case LagUnit::months:
      return in_calendar_days(Duration{lag.count, DurationUnit::months});
    case LagUnit::percent:
    case LagUnit::elapsed_percent:
      return 0;  // grows with the work, so it is none
  }
  return 0;
}

// The day that a link leaves for its successor after a known day; in working days only roughly, by weeks of five.
Day after(const Link& link, Day day) {
  if (!link.lag) return day;
  if (link.lag->unit == LagUnit::months) return add_months(day, link.lag->count);
  return day + date::days{static_cast<int>(in_calendar_days(*link.lag))};
}

bool from_finish(const Link& link) {
  return link.type == LinkType::finish_start || link.type == LinkType::finish_finish;
}
bool to_finish(const Link& link) { return link.type == LinkType::finish_finish || link.type == LinkType::start_finish; }

class Inspector {
 public:
  Inspector(const Dossier& dossier, const Schedule& plan, const QualityLimits& limits, const Tongue& tongue)
      : dossier_(dossier),
        plan_(plan),
        limits_(limits),
        t(tongue),
        status_(plan.status_date.value_or(plan.today)),
        silence_(measure_silence(dossier, status_)) {
    for (const Link& link : dossier.all<Link>()) {
      has_predecessor_.insert(link.successor);
      has_successor_.insert(link.predecessor);
    }
    for (const Goal& goal : dossier.all<Goal>()) has_successor_.insert(goal.milestone);
    find_ends();
  }

  Diagnostics run() {
    const std::vector<const Milestone*> outline = in_outline_order(dossier_);
    for (std::size_t i = 0; i < outline.size(); ++i) place_[Id<Milestone>(outline[i]->id)] = i;
    for (const Milestone* milestone : outline) {
      const ScheduledMilestone* scheduled = plan_.find(Id<Milestone>(milestone->id));
      const bool counts =
          scheduled && milestone->kind != MilestoneKind::group && milestone->state == MilestoneState::active;
      if (!counts || scheduled->finished) continue;
      check_ends(*milestone, *scheduled);
      check_length(*milestone, *scheduled);
      check_constraint(*milestone);
      check_news(*milestone, *scheduled);
    }
    for (const Link& link : dossier_.all<Link>()) check_link(link);
    if (plan_.status_date)
      for (const Goal& goal : dossier_.all<Goal>()) check_goal(goal);
    std::stable_sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.place, a.diagnostic.code) < std::tie(b.place, b.diagnostic.code);
    });
    Diagnostics diagnostics;
    for (Finding& finding : found_) diagnostics.push_back(std::move(finding.diagnostic));
    return diagnostics;
  }

 private:
  struct Finding {
    std::size_t place;
    Diagnostic diagnostic;
  };

  void find(const Milestone& about, Severity severity, const std::string& code, std::string message, std::string advice,
            const std::string& record = {}) {
    Diagnostic diagnostic;
    diagnostic.code = "plan." + code;
    diagnostic.message = std::move(message);
    diagnostic.advice = std::move(advice);
    diagnostic.place.record = record.empty() ? about.code : record;
    diagnostic.severity = severity;
    found_.push_back({place_.at(Id<Milestone>(about.id)), std::move(diagnostic)});
  }

  // Where a track names no end, the milestone that finishes last is it.
  void find_ends() {
    std::map<Id<Track>, const ScheduledMilestone*> last;
    for (const ScheduledMilestone& scheduled : plan_.milestones) {
      const Milestone* milestone = dossier_.find(scheduled.milestone);
      if (!milestone || milestone->kind == MilestoneKind::group || !scheduled.early_finish) continue;
      const ScheduledMilestone*& kept = last[milestone->track];
      if (!kept || *kept->early_finish <= *scheduled.early_finish) kept = &scheduled;
    }
    for (const Track& track : dossier_.all<Track>())
      if (track.end) ends_.insert(track.end);
    for (const auto& [id, scheduled] : last) {
      const Track* track = dossier_.find(id);
      if (!track || !track->end) ends_.insert(scheduled->milestone);
    }
  }
  // What holds for a group holds for its members.
  bool here_or_above(const std::set<Id<Milestone>>& set, const Milestone& milestone) const {
    std::set<RecordId> seen;
    for (const Milestone* holder = &milestone; holder && seen.insert(holder->id).second;
         holder = dossier_.find(holder->parent))
      if (set.count(Id<Milestone>(holder->id))) return true;
    return false;
  }

  void check_ends(const Milestone& milestone, const ScheduledMilestone& scheduled) {
    const std::string name = name_in_words(milestone);
    const bool placed = milestone.constraint != Constraint::as_soon_as_possible && milestone.constraint_date;
    if (!scheduled.started && !placed && !here_or_above(has_predecessor_, milestone))
      find(milestone, Severity::note, "open_start",
           t("Nothing comes before {}, so the plan lets it happen at once.", name),
           t("link it to what it waits for, or enter when it began"));
    if (!here_or_above(has_successor_, milestone) && !here_or_above(ends_, milestone))
      find(milestone, Severity::warning, "open_end",
           t("{} leads to nothing: a delay there would never be felt.", name),
           t("link it to what it is needed for, or make it a goal"));
  }

  void check_length(const Milestone& milestone, const ScheduledMilestone& scheduled) {
    const std::string name = name_in_words(milestone);
    if (milestone.kind == MilestoneKind::stage && !milestone.estimate && !milestone.duration && !milestone.remaining)
      find(milestone, Severity::warning, "no_estimate",
           t("{} is a stage without an estimate, so the plan lets it take no time.", name),
           t("give it an estimate, such as estimate=pert:10,20,45ed, or make it an event"));
    if (scheduled.duration && in_calendar_days(*scheduled.duration) > limits_.long_stage_days)
      find(milestone, Severity::note, "long_stage",
           t("{} takes {}: progress within it cannot be seen.", name, in_words(*scheduled.duration, t)),
           t("split it into steps whose end can be shown"));
  }

  void check_constraint(const Milestone& milestone) {
    switch (milestone.constraint) {
      case Constraint::start_no_later_than:
      case Constraint::finish_no_later_than:
      case Constraint::must_start_on:
      case Constraint::must_finish_on:
        break;
      default:
        return;
    }
    const std::string label = lower(t(Choices<Constraint>::list[static_cast<std::size_t>(milestone.constraint)].label));
    find(milestone, Severity::warning, "hard_constraint",
         t("{} has the constraint “{}”, which hides how late the work really is.", name_in_words(milestone),
                     label),
         t("use a deadline, or a goal inside a mandate, and let the links give the date"));
  }

  void check_news(const Milestone& milestone, const ScheduledMilestone& scheduled) {
    const std::string name = name_in_words(milestone);
    const Silence silence = silence_.find(Id<Milestone>(milestone.id));
    if (scheduled.started && (!silence.days || *silence.days > limits_.stale_days))
      find(milestone, Severity::warning, "stale",
           silence.days ? t.plural("{1} is in progress, but its last sign of life is {0} day old.",
                                          "{1} is in progress, but its last sign of life is {0} days old.", *silence.days, name)
                        : t("{} is in progress, but nothing shows it.", name),
           t("ask its owner, and enter what happened with its evidence"));
    if (!plan_.status_date) return;
    if (milestone.expected && milestone.expected->latest() && *milestone.expected->latest() < status_)
      find(milestone, Severity::warning, "overdue",
           t("{} was expected by {} and has not been reached.", name,
                       in_prose(*milestone.expected->latest(), t)),
           t("enter what happened, or what is expected now"));
    else if (milestone.next_step_due && *milestone.next_step_due < status_)
      find(milestone, Severity::warning, "overdue",
           t("The next step of {} was due {}.", name, on_day(*milestone.next_step_due, t)),
           t("enter what happened, or a new next step"));
  }

  void check_link(const Link& link) {
    const Milestone* before = dossier_.find(link.predecessor);
    const Milestone* next = dossier_.find(link.successor);
    const ScheduledMilestone* done = plan_.find(link.predecessor);
    const ScheduledMilestone* fact = plan_.find(link.successor);
    if (!before || !next || !done || !fact) return;
    const std::string names = t("{} and {}", name_in_words(*before), name_in_words(*next));
    if (!fact->finished && !fact->dropped && link.lag) {
      if (link.lag->count < 0)
        find(*next, Severity::warning, "lead",
             t("The link between {} lets the second begin before the first allows ({}).", names,
                         link.lag->text()),
             t("split the first where the second can begin"), link.code);
      if (link.basis != Basis::law && in_calendar_days(*link.lag) > limits_.long_lag_days)
        find(*next, Severity::note, "long_lag",
             t("The link between {} waits for {}: such waiting is mostly work that nobody owns.", names,
                         link.lag->text()),
             t("make the waiting a stage with an owner and an estimate"), link.code);
    }
    if (link.basis == Basis::law && link.citation.empty() && !fact->finished)
      find(*next, Severity::note, "law_without_citation",
           t("The link between {} is there by law, but cites none.", names), t("name the act and its article"),
           link.code);
    check_order(link, *next, *done, *fact, names);
  }

  // Facts against the link's logic: law says more about it than a finding on sequence would.
  void check_order(const Link& link, const Milestone& next, const ScheduledMilestone& done,
                   const ScheduledMilestone& fact, const std::string& names) {
    const bool happened = to_finish(link) ? fact.finished : fact.started || fact.finished;
    const std::optional<Day> day = to_finish(link) ? fact.early_finish : fact.early_start;
    if (!happened || !day || done.dropped || fact.imprecise || done.imprecise) return;
    const bool source_happened = from_finish(link) ? done.finished : done.started || done.finished;
    const std::optional<Day> source_day = from_finish(link) ? done.early_finish : done.early_start;
    if (source_happened && (!source_day || after(link, *source_day) <= *day)) return;
    const std::string how = source_happened ? t("the link between {} allows {} at the earliest", names,
                                                in_prose(after(link, *source_day), t))
                                            : t("what the link between {} waits for has not happened", names);
    const std::string on = on_day(*day, t);
    const bool is_whole = to_finish(link) || (fact.finished && fact.early_start == fact.early_finish);
    const std::string sentence = is_whole ? t("{} happened {}, but {}", name_in_words(next), on, how)
                                                                  : t("{} began {}, but {}", name_in_words(next), on, how);
    if (link.basis == Basis::law && link.lag && link.lag->count > 0)
      find(next, Severity::warning, "law_overridden",
           fmt::format("{} ({}).", sentence, link.citation.empty() ? t("by law") : link.citation),
           t("check both dates, or say in the notes what made it lawful"), link.code);
    else
      find(next, Severity::warning, "out_of_sequence", t("{}.", sentence),
           t("check both dates, or remove the link if it does not hold"), link.code);
  }

  void check_goal(const Goal& goal) {
    const Milestone* milestone = dossier_.find(goal.milestone);
    const ScheduledMilestone* scheduled = plan_.find(goal.milestone);
    if (!milestone || !scheduled || scheduled->finished) return;
    for (const Id<Milestone> id : on_the_way_to(dossier_, goal.milestone)) {
      const ScheduledMilestone* before = plan_.find(id);
      if (before && (before->started || before->finished)) return;
    }
    find(*milestone, Severity::warning, "goal_no_path",
         t("Nothing that has begun leads to the goal {}, so its date is only the plan's length from today.",
                     name_in_words(*milestone)),
         t("link it to the work that leads to it, and enter what has begun"), goal.code);
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  const QualityLimits& limits_;
  const Tongue& t;
  Day status_;
  SilenceReport silence_;
  std::set<Id<Milestone>> has_predecessor_, has_successor_, ends_;
  std::map<Id<Milestone>, std::size_t> place_;
  std::vector<Finding> found_;
};

}  // namespace

Diagnostics check_plan(const Dossier& dossier, const Schedule& plan, const QualityLimits& limits, const Tongue& tongue) {
  return Inspector(dossier, plan, limits, tongue).run();
}

}  // namespace accord
