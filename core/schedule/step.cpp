#include "core/schedule/step.hpp"

namespace accord {

Tick SessionDays::first_from(Tick t) const {
  const DayNumber from = (t + 1) >> 1;  // its morning is not before t
  const auto at = std::lower_bound(days.begin(), days.end(), from);
  return at == days.end() ? after_range : 2 * *at + 1;
}

Tick SessionDays::last_until(Tick t) const {
  const auto at = std::upper_bound(days.begin(), days.end(), evening_day(t));
  return at == days.begin() ? before_range : 2 * *(at - 1) + 1;
}

DayNumber RuleInRange::apply(DayNumber day) const {
  if (day > last_number - reach) return last_number + 1;
  if (day < first_number) return first_number - 1;
  return number_of(rule.apply(Day{date::days{day}}, *calendar));
}

DayNumber RuleInRange::latest_before(DayNumber limit) const {
  if (limit < first_number + reach) return first_number - 1;
  return number_of(rule.latest_before(Day{date::days{std::min(limit, last_number)}}, *calendar));
}

namespace step {

Tick settle_by_rule(const Network& network, const NetworkNode& node, Tick t) {
  return tick_of_morning(network.rules[static_cast<std::size_t>(node.rule)].apply(t >> 1));
}

Tick settle_by_session(const Network& network, const NetworkNode& node, Tick t) {
  return network.session_days[static_cast<std::size_t>(node.sessions)].first_from(t);
}

Tick unsettle_special(const Network& network, const NetworkNode& node, Tick limit) {
  if (node.sessions >= 0) {
    limit = network.session_days[static_cast<std::size_t>(node.sessions)].last_until(limit);
    if (limit <= before_range) return before_range;
    limit -= 1;  // the session's own morning
  }
  if (node.rule < 0) return limit;
  return tick_of_evening(network.rules[static_cast<std::size_t>(node.rule)].latest_before(limit >> 1));
}

namespace {

// Whole days, rounded towards later.
std::int32_t share(std::int64_t length, std::int32_t percent) {
  const std::int64_t parts = length * percent;
  const std::int64_t days = parts / 100 + (parts % 100 > 0 ? 1 : 0);
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(days, -max_duration, max_duration));
}

enum class Count { workdays, calendar_days, months };
Count count_of(LagKind kind) {
  if (kind == LagKind::workdays || kind == LagKind::share_workdays) return Count::workdays;
  return kind == LagKind::months ? Count::months : Count::calendar_days;
}

DayNumber day_after_months(Tick t, std::int32_t months) { return months_after(t >> 1, months); }

// The latest tick of either kind whose day, moved by months, gives a tick that is not after `limit`.
Tick latest_before_months(Tick limit, std::int32_t months) {
  const DayNumber by_evening = latest_months_before(evening_day(limit), months);
  const DayNumber by_morning = latest_months_before(limit >> 1, months);
  return by_morning > by_evening ? tick_of_morning(by_morning) : tick_of_evening(by_evening);
}

Tick add_workdays(const Workdays& days, Tick t, std::int32_t amount) {
  const std::int64_t k = static_cast<std::int64_t>(days.until(t)) + amount;
  return is_evening(t) ? days.evening_of(k) : days.morning_of(k + 1);
}

// The candidates are the morning of the working day after which one more would be too many, and the evening before it.
Tick latest_before_workdays(const Workdays& days, Tick limit, std::int32_t amount) {
  const Tick t = days.morning_of(static_cast<std::int64_t>(days.until(limit)) - amount + 1);
  return t > before_range && add_workdays(days, t, amount) > limit ? t - 1 : t;
}

}  // namespace

std::int32_t lag_amount(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations, const Early& early) {
  if (link.lag < LagKind::share_workdays) return link.amount;
  const auto at = static_cast<std::size_t>(link.source);
  std::int64_t length = static_cast<std::int64_t>(durations[at]) + network.done[at];
  if (network.nodes[at].kind == NodeKind::exit)
    length = early.finish[at] == no_tick ? 0 : workdays_between(network, link.source, early.start[at], early.finish[at]);
  return share(link.lag == LagKind::share_months ? 30 * length : length, link.amount);
}

Tick add_lag(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations, const Early& early, Tick t) {
  const std::int32_t amount = lag_amount(network, link, durations, early);
  if (amount == 0 || t == no_tick) return t;
  switch (count_of(link.lag)) {
    case Count::workdays: return add_workdays(network.workdays[static_cast<std::size_t>(link.calendar)], t, amount);
    case Count::months: return is_evening(t) ? tick_of_evening(day_after_months(t, amount)) : tick_of_morning(day_after_months(t, amount));
    case Count::calendar_days: break;
  }
  return shifted(t, 2 * static_cast<std::int64_t>(amount));
}

Tick remove_lag(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations, const Early& early, Tick limit) {
  const std::int32_t amount = lag_amount(network, link, durations, early);
  if (amount == 0 || limit == unlimited) return limit;
  switch (count_of(link.lag)) {
    case Count::workdays: return latest_before_workdays(network.workdays[static_cast<std::size_t>(link.calendar)], limit, amount);
    case Count::months: return latest_before_months(limit, amount);
    case Count::calendar_days: break;
  }
  return shifted(limit, -2 * static_cast<std::int64_t>(amount));
}

Span span_of_group(const Network& network, const Early& early, Node exit) {
  Span span{unlimited, no_tick};
  for (const NetworkLink& link : network.links_into(exit)) {
    const auto member = static_cast<std::size_t>(link.source);
    if (network.nodes[member].kind == NodeKind::entry) return {early.start[member], early.start[member]};
    if (early.start[member] != no_tick) span.start = std::min(span.start, early.start[member]);
    span.finish = std::max(span.finish, early.finish[member]);
  }
  return span.finish == no_tick ? Span{no_tick, no_tick} : span;
}

}  // namespace step

int workdays_between(const Network& network, Node node, Tick from, Tick to) {
  const Workdays& days = step::workdays(network, network.nodes[static_cast<std::size_t>(node)]);
  return days.until(to) - days.until(from);
}

}  // namespace accord
