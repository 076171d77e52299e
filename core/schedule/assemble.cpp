#include "core/schedule/assemble.hpp"

#include <algorithm>
#include <numeric>

#include "core/base/text.hpp"
#include "core/schedule/compile.hpp"
#include "core/schedule/overrun.hpp"

namespace accord::assembling {
namespace {

constexpr std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

std::optional<Day> day_or_nothing(Tick t) {
  if (t == no_tick || t == unlimited) return std::nullopt;
  return day_of(t);
}

// Working days from the early to the late finish. Nothing once finished, nor where no limit reaches.
std::optional<int> total_float(const Computed& c, Node i) {
  if (c.network.nodes[at(i)].state == NodeState::finished || c.late.finish[at(i)] == no_tick) return std::nullopt;
  return workdays_between(c.network, i, c.early.finish[at(i)], c.late.finish[at(i)]);
}

// To the date at which the first successor would move; without one, the total float.
std::optional<int> free_float(const Computed& c, Node i, std::optional<int> total) {
  const NetworkNode& node = c.network.nodes[at(i)];
  if (node.state == NodeState::finished) return std::nullopt;
  std::optional<int> room;
  const auto narrow = [&](Tick own, Tick hold) {
    if (hold == unlimited || own == no_tick) return;
    const int days = std::max(0, workdays_between(c.network, i, own, hold));
    room = room ? std::min(*room, days) : days;
  };
  narrow(c.early.finish[at(i)], c.holds.finish[at(i)]);
  if (node.state == NodeState::waiting) narrow(c.early.start[at(i)], c.holds.start[at(i)]);
  if (!room && total) room = std::max(0, *total);
  return room;
}

// What is left may be counted in another unit than the whole; both are calendar days then.
double percent_done(const Milestone& m, const NetworkNode& node, Duration left, Duration whole) {
  if (node.state == NodeState::finished) return 100;
  if (node.state == NodeState::waiting) return 0;
  if (m.percent) return std::clamp(*m.percent, 0.0, 100.0);
  const bool alike = left.unit == whole.unit;
  const double all = alike ? whole.count : in_calendar_days(whole), rest = alike ? left.count : in_calendar_days(left);
  return all > rest ? 100 * (all - rest) / all : 0;
}

ScheduledMilestone of_leaf(const Computed& c, Node i, int threshold) {
  const Milestone& m = c.record(i);
  const NetworkNode& node = c.network.nodes[at(i)];
  ScheduledMilestone out;
  out.milestone = Id<Milestone>(m.id);
  out.early_start = day_or_nothing(c.early.start[at(i)]);
  out.early_finish = day_or_nothing(c.early.finish[at(i)]);
  out.late_start = late_day(c.network, i, c.early.start[at(i)], c.late.start[at(i)]);
  out.late_finish = late_day(c.network, i, c.early.finish[at(i)], c.late.finish[at(i)]);
  out.total_float = total_float(c, i);
  out.free_float = free_float(c, i, out.total_float);
  out.dropped = node.dropped;
  out.started = node.state != NodeState::waiting;
  out.finished = node.state == NodeState::finished;
  out.critical = !out.dropped && out.total_float && *out.total_float <= threshold;
  const auto imprecise = [&](const std::optional<FuzzyDate>& date) {
    const compiling::Fact fact = compiling::known_fact(date, c.network.status_date);
    return fact.given && fact.imprecise;
  };
  out.imprecise = out.started && (imprecise(m.actual_start) || imprecise(m.actual_finish));
  if (!out.finished && node.sessions >= 0 && out.early_finish) {
    const Session* session = c.network.sessions[at(node.sessions)]->first_on_or_after(*out.early_finish);
    out.extrapolated = session && session->extrapolated;
  }
  const Duration left{c.network.durations[at(i)], node.unit};
  const Duration whole{left.count + c.network.done[at(i)], m.estimate   ? m.estimate->unit
                                                           : m.duration ? m.duration->unit
                                                                        : node.unit};
  out.percent = percent_done(m, node, left, whole);
  const bool running = node.state == NodeState::running;
  if (running) out.elapsed = c.network.elapsed[at(i)];
  if (running) out.remaining = left;
  if (m.kind == MilestoneKind::stage && !out.dropped) out.duration = whole;
  out.driver = driver_of(c, i).driver;
  return out;
}

// Gathers members into their group.
struct GroupSums {
  bool any = false, all_finished = true, started = false;
  std::optional<Day> late_start, late_finish;
  std::optional<int> total_float;
  double done = 0, all = 0;

  void add(const ScheduledMilestone& member) {
    if (member.dropped) return;
    any = true;
    all_finished = all_finished && member.finished;
    started = started || member.started;
    if (member.late_start && (!late_start || *member.late_start < *late_start)) late_start = member.late_start;
    if (member.late_finish && (!late_finish || *member.late_finish > *late_finish)) late_finish = member.late_finish;
    if (member.total_float && (!total_float || *member.total_float < *total_float)) total_float = member.total_float;
    const double weight = member.duration ? in_calendar_days(*member.duration) : 0;
    all += weight;
    done += weight * member.percent / 100;
  }
};

ScheduledMilestone of_group(const Computed& c, Node exit, const GroupSums& sums, int threshold) {
  const Milestone& m = c.record(exit);
  const NetworkNode& node = c.network.nodes[at(exit)];
  ScheduledMilestone out;
  out.milestone = Id<Milestone>(m.id);
  out.dropped = node.dropped;
  if (node.hollow) return out;
  out.early_start = day_or_nothing(c.early.start[at(exit)]);
  out.early_finish = day_or_nothing(c.early.finish[at(exit)]);
  out.late_start = sums.late_start;
  out.late_finish = sums.late_finish;
  out.total_float = sums.total_float;
  out.finished = sums.any && sums.all_finished;
  out.started = sums.started;
  if (!out.finished && sums.any) out.free_float = free_float(c, exit, out.total_float);
  out.critical = !out.dropped && out.total_float && *out.total_float <= threshold;
  out.percent = out.finished ? 100 : sums.all > 0 ? 100 * sums.done / sums.all : 0;
  const Node last = deciding_member(c, exit, LinkEnd::finish);
  out.driver.kind = out.finished ? DriverKind::actual : DriverKind::predecessor;
  if (last != no_node) out.driver.predecessor = Id<Milestone>(c.record(last).id);
  return out;
}

// The leaf with the greatest early finish, ties by code; dropped ones only where there is nothing else.
Node last_leaf(const Computed& c) {
  Node last = no_node;
  for (Node i = 0; i < c.network.size(); ++i) {
    const NetworkNode& node = c.network.nodes[at(i)];
    if (node.kind != NodeKind::leaf || c.early.finish[at(i)] == no_tick) continue;
    if (last == no_node) {
      last = i;
      continue;
    }
    const bool last_dropped = c.network.nodes[at(last)].dropped;
    if (node.dropped != last_dropped) {
      if (last_dropped) last = i;
      continue;
    }
    const Tick mine = c.early.finish[at(i)], best = c.early.finish[at(last)];
    if (mine > best || (mine == best && LessIgnoringCase{}(c.record(i).code, c.record(last).code))) last = i;
  }
  return last;
}

// Drivers followed back from the plan's finish; a group on the way is stood for by the member that decided.
std::vector<Id<Milestone>> driver_chain(const Computed& c, Node last) {
  std::vector<Id<Milestone>> chain;
  for (Node i = last; i != no_node;) {
    chain.push_back(Id<Milestone>(c.record(i).id));
    const Decided decided = driver_of(c, i);
    i = decided.by == no_node ? no_node : deciding_member(c, decided.by, decided.end);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// Leaves by row, then groups from the innermost out.
std::vector<ScheduledMilestone> by_row(const Computed& c, int threshold) {
  const auto& table = c.dossier.all<Milestone>();
  const compiling::RowIndex rows(table);
  std::vector<ScheduledMilestone> out(table.size());
  std::vector<GroupSums> sums(table.size());
  for (std::size_t r = 0; r < table.size(); ++r) {
    if (c.network.entry[r] != no_node) continue;
    out[r] = of_leaf(c, c.network.node[r], threshold);
    for (std::int32_t group = rows.find(table[r].parent); group >= 0 && c.network.entry[at(group)] != no_node;
         group = rows.find(table[at(group)].parent))
      sums[at(group)].add(out[r]);
  }
  for (std::size_t r = 0; r < table.size(); ++r)
    if (c.network.entry[r] != no_node) out[r] = of_group(c, c.network.node[r], sums[r], threshold);
  return out;
}

}  // namespace

Schedule assemble(const Computed& c) {
  Schedule plan;
  plan.revision = c.dossier.revision();
  plan.today = c.options.today;
  plan.status_date = c.network.status_date;
  plan.start = plan.finish = c.network.plan_start;
  const std::vector<ScheduledMilestone> rows = by_row(c, c.dossier.info().critical_threshold.value_or(0));
  const compiling::RowIndex row_of(c.dossier.all<Milestone>());
  plan.milestones.reserve(rows.size());
  for (const Milestone* m : in_outline_order(c.dossier)) plan.milestones.push_back(rows[at(row_of.find(m->id))]);
  plan.by_id.resize(plan.milestones.size());
  std::iota(plan.by_id.begin(), plan.by_id.end(), 0U);
  std::sort(plan.by_id.begin(), plan.by_id.end(), [&](std::uint32_t a, std::uint32_t b) {
    return plan.milestones[a].milestone < plan.milestones[b].milestone;
  });
  if (const Node last = last_leaf(c); last != no_node) {
    plan.finish = day_of(c.early.finish[at(last)]);
    plan.critical_path = driver_chain(c, last);
  }
  return plan;
}

}  // namespace accord::assembling
