#include "core/schedule/legal.hpp"

#include <algorithm>

namespace accord {

LegalDays::LegalDays(const Dossier& dossier, const Schedule& plan, CalendarSet& calendars)
    : dossier_(dossier),
      plan_(plan),
      calendars_(calendars),
      begin_(plan.status_date ? *plan.status_date + date::days{1} : plan.start) {
  for (const Link& link : dossier.all<Link>())
    if (link.basis == Basis::law) law_links_[link.successor].push_back(&link);
  for (auto& [successor, links] : law_links_)
    std::sort(links.begin(), links.end(),
              [](const Link* a, const Link* b) { return LessIgnoringCase{}(a->code, b->code); });
  for (const Milestone& milestone : dossier.all<Milestone>())
    if (milestone.parent) members_[milestone.parent].push_back(Id<Milestone>(milestone.id));
}

Day LegalDays::first_day(Id<Milestone> milestone) { return find(milestone).day; }

std::vector<LegalStep> LegalDays::steps_into(Id<Milestone> milestone) {
  std::vector<LegalStep> steps;
  std::set<Id<Milestone>> around;
  for (Id<Milestone> holder = milestone; holder && around.insert(holder).second;) {
    for (const Link* link : law_links_[holder]) steps.push_back(step(*link, milestone));
    const Milestone* record = dossier_.find(holder);
    holder = record ? record->parent : Id<Milestone>();
  }
  return steps;
}

std::vector<LegalStep> LegalDays::chain(Id<Milestone> milestone) {
  std::vector<LegalStep> chain;
  for (std::optional<LegalStep> next = find(milestone).decided_by; next; next = find(next->predecessor).decided_by)
    chain.push_back(*next);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

const LegalDays::Found& LegalDays::find(Id<Milestone> milestone) {
  const auto known = found_.find(milestone);
  if (known != found_.end()) return known->second;
  Found found{begin_, std::nullopt};
  const ScheduledMilestone* scheduled = plan_.find(milestone);
  const Milestone* record = dossier_.find(milestone);
  if (scheduled && scheduled->finished) {
    if (scheduled->early_finish) found.day = *scheduled->early_finish;
  } else if (record) {
    for (const LegalStep& step : steps_into(milestone))
      if (step.day > found.day) found = {step.day, step};
    if (record->rule) found.day = record->rule->apply(found.day, *calendar_of(*record));
  }
  return found_.emplace(milestone, found).first->second;
}

LegalStep LegalDays::step(const Link& link, Id<Milestone> successor) {
  const ScheduledMilestone* before = plan_.find(link.predecessor);
  const bool from_finish = link.type == LinkType::finish_start || link.type == LinkType::finish_finish;
  LegalStep step;
  step.link = Id<Link>(link.id);
  step.predecessor = link.predecessor;
  step.successor = successor;
  step.predecessor_done = before && (from_finish ? before->finished : before->started || before->finished);
  step.from = end_of_predecessor(link.predecessor, from_finish);
  const CalendarPtr calendar = calendar_of(*dossier_.find(successor));
  step.day = link.lag ? after_lag(step.from, *link.lag, *calendar) : step.from;
  return step;
}

// Percentages are of a length of work, which counts as none here.
Day LegalDays::after_lag(Day day, const Lag& lag, const WorkCalendar& calendar) const {
  switch (lag.unit) {
    case LagUnit::workdays:
      return lag.count == 0 ? day : calendar.add(day, lag.count);
    case LagUnit::calendar_days:
      return day + date::days{lag.count};
    case LagUnit::months:
      return add_months(day, lag.count);
    case LagUnit::percent:
    case LagUnit::elapsed_percent:
      return day;
  }
  return day;
}

// A group begins with the first of its members and ends with the last.
Day LegalDays::end_of_predecessor(Id<Milestone> milestone, bool finish) {
  const auto members = members_.find(milestone);
  if (members != members_.end()) {
    std::optional<Day> day;
    for (const Id<Milestone> member : members->second) {
      const Day of_member = end_of_predecessor(member, finish);
      day = !day ? of_member : finish ? std::max(*day, of_member) : std::min(*day, of_member);
    }
    return *day;
  }
  const ScheduledMilestone* scheduled = plan_.find(milestone);
  if (scheduled && !finish && scheduled->started && scheduled->early_start) return *scheduled->early_start;
  const Day day = first_day(milestone);
  const Milestone* record = dossier_.find(milestone);
  const bool done = scheduled && scheduled->finished;
  return done || !record ? day : calendar_of(*record)->next(day);
}

// The plan could be scheduled, so every calendar that it names exists.
CalendarPtr LegalDays::calendar_of(const Milestone& milestone) const {
  return calendars_.calendar_for(milestone).value();
}

}  // namespace accord
