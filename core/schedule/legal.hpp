#pragma once
// The first day that the law leaves a milestone: law links and date rules alone, without any time for the work itself.
#include <map>
#include <set>

#include "core/schedule/calendars.hpp"
#include "core/schedule/feasible.hpp"

namespace accord {

class LegalDays {
 public:
  LegalDays(const Dossier& dossier, const Schedule& plan, CalendarSet& calendars);

  // Finished: the fact. Else the first day after the status date (the plan's start where there is none) that all law
  // links into the milestone and into the groups around it allow; a predecessor lands on a working day of its calendar,
  // for offices act on those only; the milestone's own date rule is applied, its own calendar and sessions are not.
  Day first_day(Id<Milestone> milestone);
  // Every law link into the milestone, with the day that it allows, in the order of the links' codes.
  std::vector<LegalStep> steps_into(Id<Milestone> milestone);
  // The steps that decide first_day(), first to last; empty where only the status date or a fact does.
  std::vector<LegalStep> chain(Id<Milestone> milestone);
  // The first day after the status date.
  Day begin() const { return begin_; }

 private:
  struct Found {
    Day day;
    std::optional<LegalStep> decided_by;
  };
  const Found& find(Id<Milestone> milestone);
  LegalStep step(const Link& link, Id<Milestone> successor);
  Day after_lag(Day day, const Lag& lag, const WorkCalendar& calendar) const;
  Day end_of_predecessor(Id<Milestone> milestone, bool finish);
  CalendarPtr calendar_of(const Milestone& milestone) const;

  const Dossier& dossier_;
  const Schedule& plan_;
  CalendarSet& calendars_;
  Day begin_;
  std::map<Id<Milestone>, std::vector<const Link*>> law_links_;
  std::map<Id<Milestone>, std::vector<Id<Milestone>>> members_;
  std::map<Id<Milestone>, Found> found_;
};

}  // namespace accord
