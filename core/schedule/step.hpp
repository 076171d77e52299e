#pragma once
// What one milestone does with its bounds, and the same backwards: steps 1 to 4 of network.hpp. Internal to the passes:
// those over one plan, and those that a simulation runs over many trials at once.
#include <algorithm>

#include "core/schedule/network.hpp"

namespace accord::step {

struct Span {
  Tick start;
  Tick finish;
};

// What a milestone may do at the latest.
struct Latest {
  Tick start_bound;   // the greatest S
  Tick finish_bound;  // the greatest F
  Tick start;         // the start that S gives
  Tick work_finish;   // the finish of the work that begins there
};

inline const Workdays& workdays(const Network& network, const NetworkNode& node) {
  return network.workdays[static_cast<std::size_t>(node.calendar)];
}

// The day after which `length` days or months of work that begins on the morning after `eve` end, before rolling.
inline DayNumber plain_end(const NetworkNode& node, std::int32_t length, DayNumber eve) {
  return node.unit == DurationUnit::months ? months_after(eve, length) : std::min(eve + length, last_number + 1);
}

// The latest first day of work that ends, before rolling, by `end`.
inline DayNumber latest_first_day(const NetworkNode& node, std::int32_t length, DayNumber end) {
  return (node.unit == DurationUnit::months ? latest_months_before(end, length)
                                            : std::max(end - length, first_number - 1)) +
         1;
}

inline Tick tick_of_evening(DayNumber day) {
  return day > last_number ? after_range : day < first_number ? before_range : 2 * day + 1;
}
inline Tick tick_of_morning(DayNumber day) {
  return day > last_number ? after_range : day < first_number ? before_range : 2 * day;
}

// `length` working days of which the last is the calendar's `last`-th.
inline Span workdays_ending(const Workdays& days, std::int32_t length, std::int64_t last) {
  return {days.morning_of(last - length + 1), days.evening_of(last)};
}

// Step 1. `length` > 0.
inline Span work(const Workdays& days, const NetworkNode& node, std::int32_t length, Tick start, Tick finish) {
  if (node.unit == DurationUnit::workdays) {
    const std::int64_t last =
        std::max(days.until(start) + static_cast<std::int64_t>(length), static_cast<std::int64_t>(days.until(finish)));
    return workdays_ending(days, length, last);
  }
  const DayNumber eve = evening_day(start);
  const DayNumber end = days.next(plain_end(node, length, eve));
  // F counts through W: of a morning, the working evening before it.
  const DayNumber wanted = finish == no_tick ? end : days.previous(evening_day(finish));
  if (wanted <= end) return {tick_of_morning(eve + 1), tick_of_evening(end)};
  const DayNumber first = latest_first_day(node, length, wanted);
  if (days.next(plain_end(node, length, first - 1)) >= wanted) return {tick_of_morning(first), tick_of_evening(wanted)};
  // Clamped months skip days on which nothing can end (1 May follows 28 April for work of two months).
  const DayNumber possible = days.next(plain_end(node, length, first));
  return {tick_of_morning(latest_first_day(node, length, possible)), tick_of_evening(possible)};
}

// Step 1 backwards: the work must finish by `finish` and start by `start`.
inline Latest latest_work(const Workdays& days, const NetworkNode& node, std::int32_t length, Tick start, Tick finish) {
  if (node.unit == DurationUnit::workdays) {
    std::int64_t last = days.until(finish);
    if (start != unlimited) last = std::min(last, days.until(start | 1) + static_cast<std::int64_t>(length) - 1);
    const Tick begin = days.morning_of(last - length + 1);
    return {begin, days.morning_of(last + 1), begin, days.evening_of(last)};
  }
  const DayNumber end = days.previous(std::min(evening_day(finish), last_number));
  DayNumber first = latest_first_day(node, length, end);
  if (start != unlimited) first = std::min(first, start >> 1);
  const DayNumber rolled = days.next(plain_end(node, length, first - 1));
  const Tick begin = tick_of_morning(first), done = tick_of_evening(rolled);
  return {begin, days.morning_of(days.until(done) + 1), begin, done};
}

// Steps 2 to 4: what becomes of the tick at which the work is done.
Tick settle_by_rule(const Network& network, const NetworkNode& node, Tick t);
Tick settle_by_session(const Network& network, const NetworkNode& node, Tick t);
inline Tick settle_by_landing(const Workdays& days, const NetworkNode& node, Tick t) {
  if (!node.lands || node.sessions >= 0 || days.works(t >> 1)) return t;
  return days.morning_of(days.until(t) + 1);
}
inline Tick settle(const Network& network, const Workdays& days, const NetworkNode& node, Tick t) {
  if (node.rule >= 0) t = settle_by_rule(network, node, t);
  if (node.sessions >= 0) return settle_by_session(network, node, t);
  return settle_by_landing(days, node, t);
}

// Steps 4 to 2 backwards: the latest tick for which settle() is not after `limit`.
Tick unsettle_special(const Network& network, const NetworkNode& node, Tick limit);
inline Tick unsettle(const Network& network, const Workdays& days, const NetworkNode& node, Tick limit) {
  if (limit == unlimited) return limit;
  if (node.lands && node.sessions < 0 && !days.works(limit >> 1)) limit = days.evening_of(days.until(limit));
  return node.rule < 0 && node.sessions < 0 ? limit : unsettle_special(network, node, limit);
}

// All steps. Work that runs keeps its actual start.
inline Span early(const Network& network, const NetworkNode& node, std::int32_t length, Tick start, Tick finish) {
  const Workdays& days = workdays(network, node);
  if (length == 0) {
    const Tick t = settle(network, days, node, std::max(start, finish));
    return {node.state == NodeState::running ? node.actual_start : t, t};
  }
  const Span done = work(days, node, length, start, finish);
  return {node.state == NodeState::running ? node.actual_start : done.start, settle(network, days, node, done.finish)};
}

// All steps backwards. Returns with `work_finish` the settled finish: a date that can really happen.
inline Latest late(const Network& network, const NetworkNode& node, std::int32_t length, Tick start, Tick finish) {
  const Workdays& days = workdays(network, node);
  const bool running = node.state == NodeState::running;
  if (running) start = unlimited;  // its start is a fact
  if (length == 0) {
    const Tick t = unsettle(network, days, node, std::min(start, finish));
    const Tick shown = settle(network, days, node, t);
    return {t, t, running ? node.actual_start : shown, shown};
  }
  Latest latest = latest_work(days, node, length, start, unsettle(network, days, node, finish));
  latest.work_finish = settle(network, days, node, latest.work_finish);
  if (running) latest.start = node.actual_start;
  return latest;
}

// Where a pass reads the dates of what comes before: those of one plan, or of one trial among many. Any type with these
// three functions will do.
struct PlanDates {
  std::span<const std::int32_t> durations;
  const Early& early;
  Tick start(Node i) const { return early.start[static_cast<std::size_t>(i)]; }
  Tick finish(Node i) const { return early.finish[static_cast<std::size_t>(i)]; }
  std::int32_t duration(Node i) const { return durations[static_cast<std::size_t>(i)]; }
};

// Of a per-cent lag: its days, where the source's whole duration is `length`, in the units of the lag.
std::int32_t share_of(const NetworkLink& link, std::int64_t length);
// The lag of a link in days (or months): shares are taken of the source's whole duration.
template <class Dates>
std::int32_t lag_amount(const Network& network, const NetworkLink& link, const Dates& dates) {
  if (link.lag < LagKind::share_workdays) return link.amount;
  const auto at = static_cast<std::size_t>(link.source);
  std::int64_t length = static_cast<std::int64_t>(dates.duration(link.source)) + network.done[at];
  if (network.nodes[at].kind == NodeKind::exit)
    length = dates.finish(link.source) == no_tick
                 ? 0
                 : workdays_between(network, link.source, dates.start(link.source), dates.finish(link.source));
  return share_of(link, length);
}
// What the end of a source from which a link starts can be: work starts in the morning and finishes in the evening, an
// event and a group's end may be either. `later`: whichever of the two reaches further, for floats, to which an evening
// and the next working morning are the same moment.
enum class SourceTicks { mornings, evenings, both, later };
SourceTicks source_ticks(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations);
// The bound that a link with a lag of `amount` makes of a tick of its source.
Tick add_lag(const Network& network, const NetworkLink& link, std::int32_t amount, Tick t);
// The latest tick of the source that keeps a limit.
Tick remove_lag(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations,
                const Early& early, Tick limit, SourceTicks source);

// The bound that a link of role `link` imposes, or no_tick.
template <class Dates>
Tick bound_of(const Network& network, const NetworkLink& link, const Dates& dates) {
  const Tick t = link.from == LinkEnd::finish ? dates.finish(link.source) : dates.start(link.source);
  if (t == no_tick || link.lag == LagKind::none) return t;
  return add_lag(network, link, lag_amount(network, link, dates), t);
}

// The span of a group: its members', or its entry's bound where there are none.
template <class Dates>
Span span_of_group(const Network& network, const Dates& dates, Node exit) {
  Span span{unlimited, no_tick};
  for (const NetworkLink& link : network.links_into(exit)) {
    const Tick start = dates.start(link.source);
    if (network.nodes[static_cast<std::size_t>(link.source)].kind == NodeKind::entry) return {start, start};
    if (start != no_tick) span.start = std::min(span.start, start);
    span.finish = std::max(span.finish, dates.finish(link.source));
  }
  return span.finish == no_tick ? Span{no_tick, no_tick} : span;
}

// The bounds of all links into a node. `retained` only gathers those that also hold work that runs.
struct Gathered {
  Tick start = no_tick;
  Tick finish = no_tick;
  Tick retained = no_tick;
};

template <class Dates>
Gathered gather(const Network& network, const Dates& dates, Node i, bool running) {
  Gathered bounds;
  for (const NetworkLink& link : network.links_into(i)) {
    if (link.role == LinkRole::enter) {
      const Tick retained = dates.finish(link.source);
      bounds.start = std::max(bounds.start, running ? retained : dates.start(link.source));
      bounds.retained = std::max(bounds.retained, retained);
      continue;
    }
    const Tick t = bound_of(network, link, dates);
    Tick& bound = link.to == LinkEnd::start ? bounds.start : bounds.finish;
    bound = std::max(bound, t);
    if (link.retained) bounds.retained = std::max(bounds.retained, t);
  }
  return bounds;
}

// S and F of an unfinished leaf: its links' and its own floors.
struct Bounds {
  Tick start;
  Tick finish;
};
template <class Dates>
Bounds bounds_of_leaf(const Network& network, const Dates& dates, Node i) {
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(i)];
  const Gathered bounds = gather(network, dates, i, node.state == NodeState::running);
  return {std::max(bounds.start, node.floor_start), std::max(bounds.finish, node.floor_finish)};
}

// Microsoft Project lets "no later than" and "must … on" win over links: the milestone is pulled back to the latest
// dates that keep them.
Span pulled_back(const Network& network, const NetworkNode& node, std::int32_t length, Span dates);

inline Span dates_of_leaf(const Network& network, const NetworkNode& node, std::int32_t length, Bounds bounds) {
  const Span dates = early(network, node, length, bounds.start, bounds.finish);
  return network.microsoft_dates ? pulled_back(network, node, length, dates) : dates;
}

// One step of the forward pass: the early dates of node i, given those of all smaller ones.
template <class Dates>
Span dates_of_node(const Network& network, const Dates& dates, Node i) {
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(i)];
  if (node.kind == NodeKind::exit) return span_of_group(network, dates, i);
  if (node.kind == NodeKind::entry) {
    const Gathered bounds = gather(network, dates, i, false);
    return {bounds.start, bounds.retained};
  }
  if (node.state == NodeState::finished) return {node.actual_start, node.actual_finish};
  return dates_of_leaf(network, node, dates.duration(i), bounds_of_leaf(network, dates, i));
}

}  // namespace accord::step
