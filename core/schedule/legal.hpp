#pragma once
// The first day that the law leaves a milestone: law links and date rules alone, without any time for the work itself.
// Days that would leave the years 1900 to 2199 are held one day outside them, as in the passes over the network.
#include <map>
#include <set>

#include "core/schedule/calendars.hpp"
#include "core/schedule/feasible.hpp"
#include "core/schedule/rule_in_range.hpp"

namespace accord {

class LegalDays {
 public:
  LegalDays(const Dossier& dossier, const Schedule& plan, CalendarSet& calendars);

  // Finished: the fact. Else the first day after the status date (the plan's start where there is none) that all law
  // links into the milestone and into the groups around it allow; a predecessor lands on a session where it needs one,
  // else on a working day of its calendar, for offices act on those only; the milestone's own date rule is applied, its
  // own calendar and sessions are not, but where it needs a session that is on a day after what comes before is done.
  Day first_day(Id<Milestone> milestone);
  // Every law link into the milestone, with the day that it allows, in the order of the links' codes.
  std::vector<LegalStep> steps_into(Id<Milestone> milestone);
  // The steps that decide first_day(), first to last; empty where only the status date or a fact does.
  std::vector<LegalStep> chain(Id<Milestone> milestone);
  // The first day after the status date.
  Day begin() const { return begin_; }
  // The first day that a step leaves to its successor, by the successor's date rule and its need of a session.
  Day allowed_from(const LegalStep& step);
  // A milestone's date rule, which it must have, on its calendar.
  RuleInRange rule_of(const Milestone& milestone);

 private:
  struct Found {
    Tick at;  // a session needs the whole of its day, an event can follow on the evening of the same
    std::optional<LegalStep> decided_by;
  };
  const Found& find(Id<Milestone> milestone);
  // Adds those that must be known before it and are not.
  void push_unknown(Id<Milestone> milestone, std::vector<Id<Milestone>>& open) const;
  Found found_for(Id<Milestone> milestone);
  Tick settled_by_rule(const Milestone& milestone, Tick at);
  LegalStep step(const Link& link, Id<Milestone> successor);
  Tick after_lag(Tick at, const Lag& lag, const WorkCalendar& calendar) const;
  Tick end_of_predecessor(Id<Milestone> milestone, bool finish);
  // The members of a group and of the groups in it; itself where it has none.
  std::vector<Id<Milestone>> leaves_of(Id<Milestone> milestone) const;
  Tick end_of_leaf(Id<Milestone> leaf, bool finish);
  // The start of one that has started, where that is asked for.
  std::optional<Tick> fact_of_start(Id<Milestone> leaf, bool finish) const;
  CalendarPtr calendar_of(const Milestone& milestone) const;
  SessionsPtr sessions_of(const Milestone& milestone) const;

  const Dossier& dossier_;
  const Schedule& plan_;
  CalendarSet& calendars_;
  Day begin_;
  std::map<Id<Milestone>, std::vector<const Link*>> law_links_;
  std::map<Id<Milestone>, std::vector<Id<Milestone>>> members_;
  std::map<Id<Milestone>, Found> found_;
  std::map<const WorkCalendar*, DayNumber> closures_;
};

}  // namespace accord
