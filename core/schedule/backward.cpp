#include "core/schedule/step.hpp"

namespace accord {
namespace {

constexpr std::size_t at(Node i) { return static_cast<std::size_t>(i); }

inline void lower(Tick& limit, Tick by) { limit = std::min(limit, by); }

// Limits on the way back: what each node's start and finish may be at the latest. Of an entry: `start` for members that
// wait, `finish` for members that run.
struct Limits {
  std::span<Tick> start;
  std::span<Tick> finish;
};

struct Pass {
  const Network& network;
  std::span<const std::int32_t> durations;
  const Early& early;
  Limits limits;
  bool is_for_floats = false;  // moments count, not the ticks that a source can really be
  bool is_of_plan = false;     // from the ends of the plan, as backward() does
};

// An event that happens on the working morning after the evening that limits it happens at the same moment, to floats. Work
// that an event waits to see started starts on a morning, so there it makes a day's difference. An event's own last day
// stands as it is.
Tick same_moment(const Pass& pass, const NetworkLink& link, Node event, Tick limit) {
  const NetworkNode& source = pass.network.nodes[at(link.source)];
  const NetworkNode& target = pass.network.nodes[at(event)];
  const bool is_work = source.kind == NodeKind::leaf && pass.durations[at(link.source)] > 0;
  const bool is_plain_event = target.kind == NodeKind::leaf && target.lands && pass.durations[at(event)] == 0 &&
                              target.rule < 0 && target.sessions < 0;
  if (link.from != LinkEnd::start || !is_work || !is_plain_event || !is_evening(limit)) return limit;
  const Workdays& days = step::workdays(pass.network, target);
  const Tick own = std::min({target.cap_start, target.cap_finish, target.deadline});
  return days.until(own) <= days.until(limit) ? limit : std::max(limit, days.morning_of(days.until(limit) + 1));
}

void lower_source(const Pass& pass, const NetworkLink& link, Node target, Tick limit) {
  if (limit == unlimited) return;
  if (pass.is_of_plan) limit = same_moment(pass, link, target, limit);
  if (link.lag != LagKind::none) {
    const step::SourceTicks source =
        pass.is_for_floats ? step::SourceTicks::later : step::source_ticks(pass.network, link, pass.durations);
    limit = step::remove_lag(pass.network, link, pass.durations, pass.early, limit, source);
  }
  lower((link.from == LinkEnd::finish ? pass.limits.finish : pass.limits.start)[at(link.source)], limit);
}

// From a leaf's greatest bounds to what comes before it.
void push_leaf(const Pass& pass, Node i, Tick start_bound, Tick finish_bound) {
  const bool running = pass.network.nodes[at(i)].state == NodeState::running;
  for (const NetworkLink& link : pass.network.links_into(i)) {
    if (link.role == LinkRole::enter)
      lower((running ? pass.limits.finish : pass.limits.start)[at(link.source)], start_bound);
    else lower_source(pass, link, i, link.to == LinkEnd::start ? start_bound : finish_bound);
  }
}

void push_entry(const Pass& pass, Node i) {
  const Tick waiting = pass.limits.start[at(i)], running = pass.limits.finish[at(i)];
  for (const NetworkLink& link : pass.network.links_into(i)) {
    if (link.role == LinkRole::enter) {
      lower(pass.limits.start[at(link.source)], waiting);
      lower(pass.limits.finish[at(link.source)], running);
    } else {
      lower_source(pass, link, i, link.retained ? std::min(waiting, running) : waiting);
    }
  }
}

// A group's finish limits every member; its start only those that are the first, for the others may start later.
void push_exit(const Pass& pass, Node i) {
  const Tick start = pass.limits.start[at(i)], finish = pass.limits.finish[at(i)];
  for (const NetworkLink& link : pass.network.links_into(i)) {
    if (pass.network.nodes[at(link.source)].kind == NodeKind::entry) {
      lower(pass.limits.start[at(link.source)], std::min(start, finish));
      continue;
    }
    lower(pass.limits.finish[at(link.source)], finish);
    if (pass.early.start[at(link.source)] == pass.early.start[at(i)]) lower(pass.limits.start[at(link.source)], start);
  }
}

bool reached(const NetworkNode& node, Tick start, Tick finish) {
  return finish != unlimited || (start != unlimited && node.state != NodeState::running);
}

void no_late_date(Late& late, Node i) {
  late.start[at(i)] = late.finish[at(i)] = late.start_bound[at(i)] = late.finish_bound[at(i)] = no_tick;
}

// One leaf: turns the limits that its successors left in late.start and late.finish into its late dates.
void late_leaf(const Pass& pass, Node i, Caps caps, Late& late) {
  const NetworkNode& node = pass.network.nodes[at(i)];
  Tick start = late.start[at(i)], finish = late.finish[at(i)];
  if (!reached(node, start, finish)) return no_late_date(late, i);
  if (node.pinned) start = finish = unlimited;
  if (caps == Caps::count || node.pinned) {
    lower(start, node.cap_start);
    lower(finish, std::min(node.cap_finish, node.deadline));
  }
  const step::Latest latest = step::late(pass.network, node, pass.durations[at(i)], start, finish);
  late.start[at(i)] = latest.start;
  late.finish[at(i)] = latest.work_finish;
  late.start_bound[at(i)] = latest.start_bound;
  late.finish_bound[at(i)] = latest.finish_bound;
  push_leaf(pass, i, latest.start_bound, latest.finish_bound);
}

void late_node(const Pass& pass, Node i, Caps caps, Late& late) {
  const NetworkNode& node = pass.network.nodes[at(i)];
  if (node.kind == NodeKind::leaf) {
    if (node.state == NodeState::finished) return no_late_date(late, i);
    return late_leaf(pass, i, caps, late);
  }
  if (node.kind == NodeKind::entry) push_entry(pass, i);
  else push_exit(pass, i);
  const auto shown = [](Tick limit) { return limit == unlimited ? no_tick : limit; };
  late.start[at(i)] = late.start_bound[at(i)] = shown(late.start[at(i)]);
  late.finish[at(i)] = late.finish_bound[at(i)] = shown(late.finish[at(i)]);
}

void clear(Late& late) {
  std::fill(late.start.begin(), late.start.end(), unlimited);
  std::fill(late.finish.begin(), late.finish.end(), unlimited);
}

bool is_lead(const NetworkLink& link) { return link.lag != LagKind::none && link.amount < 0; }

// With a lead a milestone may finish after what follows it, but never after the end of its track or of those that what
// follows it lies in. By node; empty where the plan has no leads.
std::vector<Tick> ends_despite_leads(const Network& network, const Early& early) {
  if (std::none_of(network.links.begin(), network.links.end(), is_lead)) return {};
  std::vector<Tick> last(network.tracks.size(), no_tick), ends(network.nodes.size(), no_tick);
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    Tick& end = last[static_cast<std::size_t>(network.nodes[i].track)];
    if (network.nodes[i].kind == NodeKind::leaf) end = std::max(end, early.finish[i]);
  }
  for (Node i = network.size() - 1; i >= 0; --i) {
    const NetworkNode& node = network.nodes[at(i)];
    if (node.kind == NodeKind::leaf) ends[at(i)] = std::max(ends[at(i)], last[static_cast<std::size_t>(node.track)]);
    for (const NetworkLink& link : network.links_into(i))
      ends[at(link.source)] = std::max(ends[at(link.source)], ends[at(i)]);
  }
  return ends;
}

}  // namespace

Late::Late(const Network& network)
    : start(network.nodes.size(), no_tick),
      finish(network.nodes.size(), no_tick),
      start_bound(network.nodes.size(), no_tick),
      finish_bound(network.nodes.size(), no_tick) {}

Holds::Holds(const Network& network)
    : start(network.nodes.size(), unlimited), finish(network.nodes.size(), unlimited) {}

void backward(const Network& network, std::span<const std::int32_t> durations, const Early& early,
              std::span<const Tick> limits, Late& late) {
  clear(late);
  const Pass pass{network, durations, early, {late.start, late.finish}, false, true};
  const std::vector<Tick> ends = ends_despite_leads(network, early);
  for (Node i = network.size() - 1; i >= 0; --i) {
    const NetworkNode& node = network.nodes[at(i)];
    if (node.open_end) lower(late.finish[at(i)], limits[at(node.track)]);
    const bool is_limited = reached(node, late.start[at(i)], late.finish[at(i)]);
    if (!ends.empty() && node.kind == NodeKind::leaf && is_limited) lower(late.finish[at(i)], ends[at(i)]);
    late_node(pass, i, Caps::count, late);
    if (node.state == NodeState::finished) {
      late.start[at(i)] = late.start_bound[at(i)] = node.actual_start;
      late.finish[at(i)] = late.finish_bound[at(i)] = node.actual_finish;
    }
  }
}

void backward_from(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node target,
                   Tick limit, Caps caps, Late& late) {
  clear(late);
  for (Node i = network.size() - 1; i > target; --i) no_late_date(late, i);
  late.finish[at(target)] = limit;
  const Pass pass{network, durations, early, {late.start, late.finish}};
  for (Node i = target; i >= 0; --i) late_node(pass, i, caps, late);
}

namespace {

// The greatest bounds that leave a leaf's early finish as it is, handed to what comes before it.
void hold_node(const Pass& pass, Node i) {
  const NetworkNode& node = pass.network.nodes[at(i)];
  if (node.kind == NodeKind::entry) return push_entry(pass, i);
  if (node.kind == NodeKind::exit) return push_exit(pass, i);
  if (node.state == NodeState::finished) return;
  if (node.dropped) {
    const Tick passed = std::min(pass.limits.start[at(i)], pass.limits.finish[at(i)]);
    return push_leaf(pass, i, passed, passed);
  }
  const step::Latest held = step::late(pass.network, node, pass.durations[at(i)], unlimited, pass.early.finish[at(i)]);
  push_leaf(pass, i, held.start_bound, held.finish_bound);
}

// As late as the successors' dates and the milestone's own late finish allow.
void delay(const Network& network, Node i, std::int32_t length, const Late& late, Early& early, const Holds& holds) {
  const NetworkNode& node = network.nodes[at(i)];
  const Tick last = late.finish[at(i)];
  if (last == no_tick || last < early.finish[at(i)]) return;
  const step::Latest latest =
      step::late(network, node, length, holds.start[at(i)], std::min(holds.finish[at(i)], last));
  const step::Span delayed = step::early(network, node, length, latest.start_bound, no_tick);
  if (delayed.finish < early.finish[at(i)] || delayed.start < early.start[at(i)]) return;
  early.start[at(i)] = delayed.start;
  early.finish[at(i)] = delayed.finish;
}

void clear(Holds& holds) {
  std::fill(holds.start.begin(), holds.start.end(), unlimited);
  std::fill(holds.finish.begin(), holds.finish.end(), unlimited);
}

}  // namespace

void hold_successors(const Network& network, std::span<const std::int32_t> durations, const Early& early,
                     Holds& holds) {
  clear(holds);
  const Pass pass{network, durations, early, {holds.start, holds.finish}, true};
  for (Node i = network.size() - 1; i >= 0; --i) hold_node(pass, i);
}

void delay_alap(const Network& network, std::span<const std::int32_t> durations, const Late& late, Early& early,
                Holds& holds) {
  clear(holds);
  const Pass pass{network, durations, early, {holds.start, holds.finish}};
  for (Node i = network.size() - 1; i >= 0; --i) {
    if (network.nodes[at(i)].as_late_as_possible) delay(network, i, durations[at(i)], late, early, holds);
    hold_node(pass, i);
  }
  // The groups span their members anew.
  for (Node i = 0; i < network.size(); ++i) {
    const NetworkNode& node = network.nodes[at(i)];
    if (node.kind != NodeKind::exit || node.hollow) continue;
    const step::Span span = step::span_of_group(network, step::PlanDates{durations, early}, i);
    early.start[at(i)] = span.start;
    early.finish[at(i)] = span.finish;
  }
  hold_successors(network, durations, early, holds);
}

std::optional<Day> late_day(const Network& network, Node node, Tick early, Tick late) {
  if (late <= before_range || late >= after_range) return std::nullopt;
  if (early == no_tick) return day_of(late);
  const NetworkNode& compiled = network.nodes[at(node)];
  const Workdays& days = network.workdays[at(compiled.calendar)];
  Day shown = day_of(late);
  if (is_evening(early) && !is_evening(late)) {
    const Tick same = days.evening_of(days.until(late));
    if (same > before_range) shown = day_of(same);
  }
  // What is dropped may lie on a closed day, which no working day separates from the days around it.
  if (compiled.dropped && days.until(late) >= days.until(early)) shown = std::max(shown, day_of(early));
  return shown;
}

}  // namespace accord
