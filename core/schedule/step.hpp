#pragma once
// What one milestone does with its bounds, and the same backwards: steps 1 to 4 of network.hpp. Internal to the passes.
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

// Step 1. `length` > 0.
inline Span work(const Workdays& days, const NetworkNode& node, std::int32_t length, Tick start, Tick finish) {
  if (node.unit == DurationUnit::workdays) {
    const std::int64_t last =
        std::max(days.until(start) + static_cast<std::int64_t>(length), static_cast<std::int64_t>(days.until(finish)));
    return {days.morning_of(last - length + 1), days.evening_of(last)};
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

// The lag of a link in days (or months): shares are taken of the source's whole duration.
std::int32_t lag_amount(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations,
                        const Early& early);
// What the end of a source from which a link starts can be: work starts in the morning and finishes in the evening, an
// event and a group's end may be either. `later`: whichever of the two reaches further, for floats, to which an evening
// and the next working morning are the same moment.
enum class SourceTicks { mornings, evenings, both, later };
SourceTicks source_ticks(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations);
// The bound that the link makes of a tick of its source, and the latest tick of its source that keeps a limit.
Tick add_lag(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations,
             const Early& early, Tick t);
Tick remove_lag(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations,
                const Early& early, Tick limit, SourceTicks source);

// A tick of the end from which the link starts.
inline Tick source_tick(const NetworkLink& link, const Early& early) {
  const auto at = static_cast<std::size_t>(link.source);
  return link.from == LinkEnd::finish ? early.finish[at] : early.start[at];
}

// The bound that a link of role `link` imposes, or no_tick.
inline Tick bound_of(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations,
                     const Early& early) {
  const Tick t = source_tick(link, early);
  return t == no_tick || link.lag == LagKind::none ? t : add_lag(network, link, durations, early, t);
}

// The span of a group: its members', or its entry's bound where there are none.
Span span_of_group(const Network& network, const Early& early, Node exit);

}  // namespace accord::step
