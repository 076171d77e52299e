#include "core/schedule/step.hpp"

#include "core/schedule/rule_in_range.hpp"

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

DayNumber longest_closure(const WorkCalendar& calendar) {
  DayNumber longest = 0, before = -1;
  for (const std::int32_t day : calendar.workdays()) {
    longest = std::max(longest, day - before);
    before = day;
  }
  return std::max(longest, last_number - first_number + 1 - before);
}

RuleInRange rule_in_range(const DateRule& rule, CalendarPtr calendar, DayNumber closure) {
  std::int64_t reach = 0;
  for (const DateRule::Step& step : rule.steps()) {
    const bool in_days = step.kind == DateRule::StepKind::calendar_days;
    reach +=
        (in_days ? std::int64_t{step.count} : 31 * (std::int64_t{step.count} + 2)) + 31 + 3 * std::int64_t{closure};
  }
  reach = std::min<std::int64_t>(reach, last_number - first_number + 2);
  return {rule, std::move(calendar), static_cast<DayNumber>(reach)};
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
  return std::max(t, tick_of_morning(network.rules[static_cast<std::size_t>(node.rule)].apply(t >> 1)));
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
  // Where the rule keeps the limit's own day, the limit itself counts.
  return std::min(limit, tick_of_evening(network.rules[static_cast<std::size_t>(node.rule)].latest_before(limit >> 1)));
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

Tick add_workdays(const Workdays& days, Tick t, std::int32_t amount) {
  const std::int64_t k = static_cast<std::int64_t>(days.until(t)) + amount;
  return is_evening(t) ? days.evening_of(k) : days.morning_of(k + 1);
}

// The latest morning and the latest evening that a lag takes to a tick not after the limit.
struct LatestTicks {
  Tick morning;
  Tick evening;
};

LatestTicks latest_before_workdays(const Workdays& days, Tick limit, std::int32_t amount) {
  const Tick after = days.evening_of(static_cast<std::int64_t>(days.until(limit)) - amount + 1);
  return {days.morning_of(static_cast<std::int64_t>(days.until(limit | 1)) - amount),
          after > before_range ? after - 2 : after};
}

LatestTicks latest_before_months(Tick limit, std::int32_t months) {
  return {tick_of_morning(latest_months_before(limit >> 1, months)),
          tick_of_evening(latest_months_before(evening_day(limit), months))};
}

// A morning of a closed day goes further than its evening, and a month's end takes several days together. Of a source
// that may be a morning or an evening, the latest tick up to which every one of both kinds keeps the limit.
Tick latest_of(LatestTicks latest, SourceTicks kind) {
  if (kind == SourceTicks::mornings) return latest.morning;
  if (kind == SourceTicks::evenings) return latest.evening;
  if (kind == SourceTicks::later) return std::max(latest.morning, latest.evening);
  return clamp_tick(std::min(latest.morning, latest.evening) + 1);
}

}  // namespace

std::int32_t share_of(const NetworkLink& link, std::int64_t length) {
  return share(link.lag == LagKind::share_months ? 30 * length : length, link.amount);
}

Tick add_lag(const Network& network, const NetworkLink& link, std::int32_t amount, Tick t) {
  if (amount == 0 || t == no_tick) return t;
  switch (count_of(link.lag)) {
    case Count::workdays:
      return add_workdays(network.workdays[static_cast<std::size_t>(link.calendar)], t, amount);
    case Count::months:
      return is_evening(t) ? tick_of_evening(day_after_months(t, amount))
                           : tick_of_morning(day_after_months(t, amount));
    case Count::calendar_days:
      break;
  }
  return shifted(t, 2 * static_cast<std::int64_t>(amount));
}

SourceTicks source_ticks(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations) {
  const auto at = static_cast<std::size_t>(link.source);
  const NetworkNode& node = network.nodes[at];
  if (node.kind != NodeKind::leaf || (durations[at] == 0 && node.sessions < 0)) return SourceTicks::both;
  if (link.from == LinkEnd::start) return durations[at] > 0 ? SourceTicks::mornings : SourceTicks::evenings;
  return node.rule >= 0 && node.sessions < 0 ? SourceTicks::both : SourceTicks::evenings;
}

Tick remove_lag(const Network& network, const NetworkLink& link, std::span<const std::int32_t> durations,
                const Early& early, Tick limit, SourceTicks source) {
  const std::int32_t amount = lag_amount(network, link, PlanDates{durations, early});
  if (amount == 0 || limit == unlimited) return limit;
  switch (count_of(link.lag)) {
    case Count::workdays:
      return latest_of(latest_before_workdays(network.workdays[static_cast<std::size_t>(link.calendar)], limit, amount),
                       source);
    case Count::months:
      return latest_of(latest_before_months(limit, amount), source);
    case Count::calendar_days:
      break;
  }
  return shifted(limit, -2 * static_cast<std::int64_t>(amount));
}

Span pulled_back(const Network& network, const NetworkNode& node, std::int32_t length, Span dates) {
  if (node.state != NodeState::waiting || (dates.start <= node.cap_start && dates.finish <= node.cap_finish))
    return dates;
  const Latest latest = late(network, node, length, node.cap_start, node.cap_finish);
  return early(network, node, length, latest.start_bound, no_tick);
}

}  // namespace step

int workdays_between(const Network& network, Node node, Tick from, Tick to) {
  const Workdays& days = step::workdays(network, network.nodes[static_cast<std::size_t>(node)]);
  return days.until(to) - days.until(from);
}

}  // namespace accord
