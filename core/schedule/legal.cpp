#include "core/schedule/legal.hpp"

#include <algorithm>

namespace accord {
namespace {

Day as_day(DayNumber number) { return Day{date::days{number}}; }

// A session takes its day from the morning on.
Day free_day(const Milestone& milestone, Tick at) {
  const bool in_session = !milestone.sessions.empty() && milestone.state != MilestoneState::dropped;
  return as_day((in_session ? at + 1 : at) >> 1);
}

// Those that hold the successor's finish or start wait for the predecessor's finish; the others for its start.
bool waits_for_finish(const Link& link) {
  return link.type == LinkType::finish_start || link.type == LinkType::finish_finish;
}

}  // namespace

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

Day LegalDays::first_day(Id<Milestone> milestone) {
  const Tick at = find(milestone).at;
  const Milestone* record = dossier_.find(milestone);
  return record ? free_day(*record, at) : as_day(at >> 1);
}

Day LegalDays::allowed_from(const LegalStep& step) {
  const Milestone& successor = *dossier_.find(step.successor);
  return free_day(successor, settled_by_rule(successor, step.at));
}

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

// Predecessors first, without recursion: law links can follow each other thousands of times.
const LegalDays::Found& LegalDays::find(Id<Milestone> milestone) {
  std::vector<Id<Milestone>> open{milestone};
  while (!open.empty()) {
    const Id<Milestone> next = open.back();
    const std::size_t before = open.size();
    if (!found_.contains(next)) push_unknown(next, open);
    if (open.size() > before) continue;
    if (!found_.contains(next)) found_.emplace(next, found_for(next));
    open.pop_back();
  }
  return found_.at(milestone);
}

void LegalDays::push_unknown(Id<Milestone> milestone, std::vector<Id<Milestone>>& open) const {
  const ScheduledMilestone* scheduled = plan_.find(milestone);
  if (scheduled && scheduled->finished) return;
  std::set<Id<Milestone>> around;
  for (const Milestone* holder = dossier_.find(milestone); holder && around.insert(Id<Milestone>(holder->id)).second;
       holder = dossier_.find(holder->parent)) {
    const auto links = law_links_.find(Id<Milestone>(holder->id));
    if (links == law_links_.end()) continue;
    for (const Link* link : links->second)
      for (const Id<Milestone> leaf : leaves_of(link->predecessor))
        if (!found_.contains(leaf) && !fact_of_start(leaf, waits_for_finish(*link))) open.push_back(leaf);
  }
}

LegalDays::Found LegalDays::found_for(Id<Milestone> milestone) {
  Found found{morning(begin_), std::nullopt};
  const ScheduledMilestone* scheduled = plan_.find(milestone);
  const Milestone* record = dossier_.find(milestone);
  if (scheduled && scheduled->finished) {
    if (scheduled->early_finish) found.at = evening(*scheduled->early_finish);
  } else if (record) {
    for (const LegalStep& step : steps_into(milestone)) {
      if (step.at > found.at) found.at = step.at;
      if (step.day > (found.decided_by ? found.decided_by->day : begin_)) found.decided_by = step;
    }
    found.at = settled_by_rule(*record, found.at);
  }
  return found;
}

// As in the passes over the network: a rule takes effect on the morning of its day.
Tick LegalDays::settled_by_rule(const Milestone& milestone, Tick at) {
  return milestone.rule ? std::max(at, 2 * rule_of(milestone).apply(at >> 1)) : at;
}

RuleInRange LegalDays::rule_of(const Milestone& milestone) {
  const CalendarPtr calendar = calendar_of(milestone);
  const auto [closure, is_new] = closures_.try_emplace(calendar.get(), 0);
  if (is_new) closure->second = longest_closure(*calendar);
  return rule_in_range(*milestone.rule, calendar, closure->second);
}

LegalStep LegalDays::step(const Link& link, Id<Milestone> successor) {
  const ScheduledMilestone* before = plan_.find(link.predecessor);
  const bool from_finish = waits_for_finish(link);
  LegalStep step;
  step.link = Id<Link>(link.id);
  step.predecessor = link.predecessor;
  step.successor = successor;
  step.predecessor_done = before && (from_finish ? before->finished : before->started || before->finished);
  const Tick from = end_of_predecessor(link.predecessor, from_finish);
  const CalendarPtr calendar = calendar_of(*dossier_.find(successor));
  step.from = as_day(from >> 1);
  step.at = link.lag ? after_lag(from, *link.lag, *calendar) : from;
  step.day = as_day(step.at >> 1);
  return step;
}

// Percentages are of a length of work, which counts as none here.
Tick LegalDays::after_lag(Tick at, const Lag& lag, const WorkCalendar& calendar) const {
  if (lag.count == 0) return at;
  const Tick half = at & 1;
  switch (lag.unit) {
    case LagUnit::workdays: {
      // As WorkCalendar::add().
      const Workdays days(calendar);
      const std::int64_t before = lag.count > 0 ? days.until(at | 1) : days.until(at & ~1) + 1;
      return days.morning_of(before + lag.count) + half;
    }
    case LagUnit::calendar_days:
      return shifted(at, 2 * std::int64_t{lag.count});
    case LagUnit::months:
      return 2 * months_after(at >> 1, lag.count) + half;
    case LagUnit::percent:
    case LagUnit::elapsed_percent:
      return at;
  }
  return at;
}

// A group begins with the first of its members and ends with the last.
Tick LegalDays::end_of_predecessor(Id<Milestone> milestone, bool finish) {
  std::optional<Tick> end;
  for (const Id<Milestone> leaf : leaves_of(milestone)) {
    const Tick of_leaf = end_of_leaf(leaf, finish);
    end = !end ? of_leaf : finish ? std::max(*end, of_leaf) : std::min(*end, of_leaf);
  }
  return *end;
}

std::vector<Id<Milestone>> LegalDays::leaves_of(Id<Milestone> milestone) const {
  std::vector<Id<Milestone>> leaves, open{milestone};
  while (!open.empty()) {
    const Id<Milestone> next = open.back();
    open.pop_back();
    const auto members = members_.find(next);
    if (members == members_.end()) leaves.push_back(next);
    else open.insert(open.end(), members->second.begin(), members->second.end());
  }
  return leaves;
}

// Work begins in the morning, an event takes its day.
std::optional<Tick> LegalDays::fact_of_start(Id<Milestone> leaf, bool finish) const {
  const ScheduledMilestone* scheduled = finish ? nullptr : plan_.find(leaf);
  if (!scheduled || !scheduled->started || !scheduled->early_start) return std::nullopt;
  const bool event = dossier_.find(leaf)->kind == MilestoneKind::event;
  return event ? evening(*scheduled->early_start) : morning(*scheduled->early_start);
}

Tick LegalDays::end_of_leaf(Id<Milestone> leaf, bool finish) {
  if (const std::optional<Tick> start = fact_of_start(leaf, finish)) return *start;
  const Tick at = find(leaf).at;
  const ScheduledMilestone* scheduled = plan_.find(leaf);
  const Milestone* record = dossier_.find(leaf);
  if ((scheduled && scheduled->finished) || !record) return at;
  if (record->sessions.empty() || record->state == MilestoneState::dropped) {
    const DayNumber open = Workdays(*calendar_of(*record)).next(at >> 1);
    const Tick landed = open == at >> 1 ? at : 2 * open;
    return record->kind == MilestoneKind::stage && !record->rule ? landed | 1 : landed;
  }
  const Session* session = sessions_of(*record)->first_on_or_after(free_day(*record, at));
  return session ? evening(session->day) : 2 * (last_number + 1);
}

// The plan could be scheduled, so every calendar and session calendar that it names exists.
CalendarPtr LegalDays::calendar_of(const Milestone& milestone) const {
  return calendars_.calendar_for(milestone).value();
}
SessionsPtr LegalDays::sessions_of(const Milestone& milestone) const {
  return calendars_.sessions(milestone.sessions).value();
}

}  // namespace accord
