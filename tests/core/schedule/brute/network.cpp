#include "tests/core/schedule/brute/network.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model/distribution.hpp"

namespace accord::brute {
namespace {

bool is_event(const Milestone& m) { return m.kind == MilestoneKind::event; }

Duration length_of(const Milestone& m) {
  if (is_event(m) || m.kind == MilestoneKind::group) return {};
  if (m.estimate) return {Distribution::make(*m.estimate).value().deterministic(), m.estimate->unit};
  return m.duration.value_or(Duration{});
}

bool has_spread(const Milestone& m) { return m.estimate && m.estimate->shape != Estimate::Shape::fixed; }

// Days of the unit from the start's morning to the status date's evening; whole months that have passed.
int elapsed(const Leaf& leaf, Day status, DurationUnit unit) {
  const Day start = day_of(leaf.actual_start);
  if (unit == DurationUnit::workdays) return workdays_passed(*leaf.days, leaf.actual_start, evening(status));
  if (unit == DurationUnit::calendar_days) return days_between(start, status) + 1;
  int months = 0;
  while (months_later(start - one_day, months + 1) <= status) ++months;
  return months;
}

int remaining_count(const Leaf& leaf, Day status) {
  const Milestone& m = *leaf.record;
  const int length = leaf.length.count;
  if (m.percent) return static_cast<int>(std::ceil(length * (100 - *m.percent) / 100));
  const int done = elapsed(leaf, status, leaf.length.unit);
  if (!has_spread(m)) return std::max(1, length - done);
  const auto median = Distribution::make(*m.estimate).value().conditional_median(done);
  return median ? std::max(1, *median - done) : 1;
}

}  // namespace

World::World(Setting given) : setting(std::move(given)) {
  for (const WeekCalendar& calendar : setting.calendars) days.emplace_back(calendar);
}

const DayList& World::days_of(std::string_view code) const {
  for (std::size_t i = 0; i < days.size(); ++i)
    if (setting.calendars[i].code == code) return days[i];
  throw std::logic_error("a plan names a calendar that its setting does not have");
}

Network::Network(const World& world, const Plan& plan) : world_(world), plan_(plan) {
  for (const Milestone& record : plan.milestones)
    if (record.kind != MilestoneKind::group) add_leaf(record);
  const std::size_t real = leaves_.size();
  for (const Milestone& record : plan.milestones) {
    if (record.kind != MilestoneKind::group) continue;
    const auto is_member = [&](const Leaf& leaf) { return plan.is_within(*leaf.record, record.id); };
    if (std::none_of(leaves_.begin(), leaves_.begin() + static_cast<std::ptrdiff_t>(real), is_member)) add_leaf(record);
  }
  for (const Link& link : plan.links) add_edges(link);
}

const DayList& Network::days_of(const Milestone& record) const {
  if (!record.calendar.empty()) return world_.days_of(record.calendar);
  const Track* track = plan_.track_of(record);
  return world_.days_of(track && !track->calendar.empty() ? track->calendar : world_.setting.calendar);
}

void Network::add_leaf(const Milestone& record) {
  Leaf leaf;
  leaf.record = &record;
  leaf.days = &days_of(record);
  leaf.length = leaf.left = length_of(record);
  for (const SessionDays& list : world_.setting.sessions)
    if (list.code == record.sessions) leaf.sessions = &list;
  add_facts(leaf);
  if (leaf.state == LeafState::waiting || leaf.state == LeafState::running) add_constraints(leaf);
  else if (record.state == MilestoneState::dropped) leaf.start_floors.push_back(morning(world_.setting.plan_start));
  leaves_.push_back(std::move(leaf));
}

void Network::add_facts(Leaf& leaf) const {
  const Milestone& m = *leaf.record;
  if (m.state == MilestoneState::dropped || m.kind == MilestoneKind::group) {
    leaf.state = LeafState::passing;
    leaf.length = leaf.left = {};
  } else if (m.actual_finish) {
    leaf.state = LeafState::finished;
    const Day finish = *m.actual_finish->middle();
    leaf.actual_finish = evening(finish);
    leaf.actual_start = is_event(m) ? leaf.actual_finish : morning(*m.actual_start->middle());
  } else if (m.actual_start) {
    leaf.state = LeafState::running;
    leaf.actual_start = morning(*m.actual_start->middle());
    if (m.remaining) leaf.left = *m.remaining;
    else leaf.left.count = remaining_count(leaf, *world_.setting.status_date);
  }
}

void Network::add_constraints(Leaf& leaf) const {
  const bool is_waiting = leaf.state == LeafState::waiting;
  for (const Milestone* m = leaf.record; m; m = plan_.find(m->parent)) {
    if (m->deadline) leaf.finish_caps.push_back(evening(*m->deadline));
    if (!m->constraint_date) continue;
    const Tick begin = morning(*m->constraint_date), end = evening(*m->constraint_date);
    const Constraint c = m->constraint;
    const bool starts_on = c == Constraint::must_start_on, finishes_on = c == Constraint::must_finish_on;
    if (is_waiting && (starts_on || c == Constraint::start_no_earlier_than)) leaf.start_floors.push_back(begin);
    if (is_waiting && (starts_on || c == Constraint::start_no_later_than)) leaf.start_caps.push_back(end);
    // A session on the day itself meets "not before" that day; only predecessors must be done by the evening before.
    if (finishes_on || c == Constraint::finish_no_earlier_than) leaf.finish_floors.push_back(leaf.sessions ? begin : end);
    if (finishes_on || c == Constraint::finish_no_later_than) leaf.finish_caps.push_back(end);
  }
  if (is_waiting) leaf.start_floors.push_back(morning(world_.setting.plan_start));
  if (world_.setting.status_date) leaf.start_floors.push_back(morning(*world_.setting.status_date + one_day));
}

std::vector<std::size_t> Network::leaves_of(const Milestone& record) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < leaves_.size(); ++i)
    if (leaves_[i].record == &record || (leaves_[i].record->kind != MilestoneKind::group && plan_.is_within(*leaves_[i].record, record.id))) out.push_back(i);
  return out;
}

std::vector<std::size_t> Network::span_of(const Milestone& record) const {
  const std::vector<std::size_t> all = leaves_of(record);
  std::vector<std::size_t> active;
  for (const std::size_t i : all)
    if (leaves_[i].state != LeafState::passing) active.push_back(i);
  return active.empty() ? all : active;
}

void Network::add_edges(const Link& link) {
  const Milestone& from = *plan_.find(link.predecessor);
  const Lag lag = link.lag.value_or(Lag{});
  const Milestone& to_record = *plan_.find(link.successor);
  Edge edge;
  edge.from = span_of(from);
  edge.is_from_group = from.kind == MilestoneKind::group;
  edge.is_to_group = to_record.kind == MilestoneKind::group;
  edge.days = &days_of(to_record);
  edge.type = link.type;
  edge.lag_count = lag.count;
  if (lag.unit == LagUnit::percent || lag.unit == LagUnit::elapsed_percent) {
    const Duration length = from.state == MilestoneState::dropped ? Duration{} : length_of(from);
    const bool in_months = length.unit == DurationUnit::months;  // a share of a month is a share of 30 days
    edge.lag_count = static_cast<int>(std::ceil(length.count * (in_months ? 30 : 1) * lag.count / 100.0));
    edge.lag_unit = lag.unit == LagUnit::percent && !in_months ? length.unit : DurationUnit::calendar_days;
  } else {
    edge.lag_unit = lag.unit == LagUnit::workdays ? DurationUnit::workdays : lag.unit == LagUnit::months ? DurationUnit::months : DurationUnit::calendar_days;
  }
  for (const std::size_t to : leaves_of(to_record)) {
    edge.to = to;
    edges_.push_back(edge);
  }
}

bool Network::holds(const Edge& edge) const {
  const Leaf& to = leaves_[edge.to];
  if (to.state == LeafState::finished) return false;
  if (to.state != LeafState::running) return true;
  const bool all_finished = std::all_of(edge.from.begin(), edge.from.end(), [&](std::size_t i) { return leaves_[i].state == LeafState::finished; });
  return edge.type != LinkType::start_start && !(edge.type == LinkType::finish_start && all_finished);
}

}  // namespace accord::brute
