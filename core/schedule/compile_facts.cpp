// What has happened, how long the whole is, and what remains.
#include <algorithm>
#include <cmath>

#include "core/base/spoken.hpp"
#include "core/schedule/compile.hpp"

namespace accord::compiling {
namespace {

// The whole duration of a stage: its estimate's deterministic value where it has one, else its `duration`, else
// nothing.
struct Whole {
  Duration length;
  std::optional<Distribution> spread;  // of a real estimate: not fixed
  bool known = false;
};

Whole whole_of(Plan& plan, const Milestone& m) {
  if (m.kind != MilestoneKind::stage) return {};
  if (!m.estimate) return m.duration ? Whole{*m.duration, {}, true} : Whole{};
  if (m.estimate->shape == Estimate::Shape::fixed && m.estimate->values.size() == 1)
    return {{static_cast<int>(std::lround(m.estimate->values.front())), m.estimate->unit}, {}, true};
  Result<Distribution> spread = Distribution::make(*m.estimate, plan.options.reference);
  if (!spread) {
    for (Diagnostic problem : spread.errors()) {
      problem.place = {.record = m.code, .field = "estimate"};
      plan.errors.push_back(std::move(problem));
    }
    return {};
  }
  const int length = spread->deterministic();
  if (spread->last_known_finish() && std::isinf(spread->quantile(0.5)) && !m.actual_start && !m.actual_finish)
    plan.warn(m, "estimate", "estimate.no_median",
              say("Fewer than half of the cases that {} is estimated by were ever seen to finish; the plan counts "
                          "with {}, after which the last one did: later is more likely than not.",
                          m.code, Duration{length, m.estimate->unit}.in_words()),
              say("look at the forecast, or estimate it by three points"));
  return {{length, m.estimate->unit}, std::move(spread).value(), true};
}

// Days (months) of the unit from the actual start to the status evening.
std::int32_t elapsed_in(DurationUnit unit, const Workdays& days, Day start, Day status) {
  if (status < start) return 0;
  if (unit == DurationUnit::workdays) return days.until(evening(status)) - days.until(morning(start));
  const std::int32_t all = days_between(start, status) + 1;
  if (unit == DurationUnit::calendar_days) return all;
  // By the fields of the dates: the day after the status date may lie beyond the last day that months_after() gives.
  const date::year_month_day from{start}, to{status + date::days{1}};
  const auto months = (to.year() / to.month() - from.year() / from.month()).count();
  const bool end_of_month = to.day() == (to.year() / to.month() / date::last).day();
  return static_cast<std::int32_t>(months) - (to.day() < from.day() && !end_of_month ? 1 : 0);
}

// Of a class of which more than half of what is still open is never seen to finish: up to its last known finish. Where
// even that lies behind, as long again as it has taken: half of all things that are met at an arbitrary moment of their
// lives last longer than that (Gott 1993).
std::int32_t remaining_by_class(Plan& plan, const Milestone& m, const Whole& whole, std::int32_t elapsed, int last) {
  const auto in_words = [&](std::int32_t days) { return Duration{days, whole.length.unit}.in_words(); };
  const bool beyond = last <= elapsed;
  const std::int32_t left = beyond ? std::max(1, elapsed) : last - elapsed;
  plan.warn(m, "estimate", "estimate.no_median",
            beyond ? say("{} has run for {}, longer than any case of its class that was seen to finish; the plan "
                                 "counts with as long again.",
                                 m.code, in_words(elapsed))
                   : say("Of the cases that were still open after {}, as {} is, fewer than half were ever seen to "
                                 "finish; the plan counts with {} in all, after which the last one did: later is more "
                                 "likely than not.",
                                 in_words(elapsed), m.code, in_words(last)),
            say("look at the forecast, or estimate it by three points"));
  return left;
}

// For words: the days that everything else counts from its start, without the first one.
int days_running(const Plan& plan, const Milestone& m) {
  const auto start = m.actual_start ? m.actual_start->middle() : std::nullopt;
  return start ? days_between(*start, *plan.network.status_date) : 0;
}

// What remains of a running stage by its estimate or duration: the conditional median, at least one day.
std::int32_t remaining_by_time(Plan& plan, const Milestone& m, const Whole& whole, std::int32_t elapsed) {
  if (!whole.spread) return std::max(1, whole.length.count - elapsed);
  const std::optional<int> median = whole.spread->conditional_median(elapsed);
  if (median) return std::max(1, *median - elapsed);
  if (const auto last = whole.spread->last_known_finish()) return remaining_by_class(plan, m, whole, elapsed, *last);
  plan.warn(m, "estimate", "estimate.exhausted",
            say_plural("{1} has been running for {0} day, and nothing is left of its estimate; one more day is assumed, "
                       "and no date that follows from it can be relied on.",
                       "{1} has been running for {0} days, and nothing is left of its estimate; one more day is assumed, "
                       "and no date that follows from it can be relied on.",
                       days_running(plan, m), m.code),
            say("estimate it anew, or enter the days that remain"));
  return 1;
}

// The first rule that applies: the field `remaining`, per cent, the time already spent.
Duration remaining_of(Plan& plan, const Milestone& m, const Whole& whole, std::int32_t elapsed) {
  if (m.remaining) return *m.remaining;
  if (m.percent) {
    const double left = whole.length.count * (100 - std::clamp(*m.percent, 0.0, 100.0)) / 100;
    return {static_cast<int>(std::ceil(left - 1e-9)), whole.length.unit};
  }
  return {remaining_by_time(plan, m, whole, elapsed), whole.length.unit};
}

void warn_if_imprecise(Plan& plan, const Milestone& m, std::string_view field, const Fact& fact,
                       const std::optional<FuzzyDate>& date) {
  if (!fact.given || !fact.imprecise) return;
  const std::string used = fact.day ? say("the plan counts with {}", to_iso(*fact.day)) : say("it holds nothing that follows");
  const std::string_view what = field == "actual_start"
                                    ? message("The day on which {} started is not known exactly ({}); {}.")
                                    : message("The day on which {} finished is not known exactly ({}); {}.");
  plan.warn(m, field, "date.imprecise",
            say(what, m.code, date->text(), used),
            say("enter the exact day when it is known"));
}

void warn_if_ignored(Plan& plan, const Milestone& m, std::string_view field, const Fact& fact,
                     const std::optional<FuzzyDate>& date) {
  if (!date || fact.given || plan.options.status_date) return;
  plan.warn(m, field, "date.after_status",
            say("{} has a date ({}) after the status date {}; it is ignored.", m.code, date->text(),
                        to_iso(*plan.network.status_date)),
            say("move the status date, or correct the date"));
}

// What needs evidence and has none is only said to be done: it counts as open.
bool is_only_said(Plan& plan, const Milestone& m, const Fact& start, const Fact& finish) {
  const bool done = finish.given || (m.kind == MilestoneKind::event && start.given);
  if (!done || !plan.evidence.lacks_evidence(m)) return false;
  plan.warn(m, finish.given ? "actual_finish" : "actual_start", "evidence.missing",
            say("{} is said to have been done ({}), but the evidence that it needs is missing; it counts as open.",
                        m.code, (finish.given ? m.actual_finish : m.actual_start)->text()),
            say("add the act, the link or the file that shows it, or clear needs_evidence"));
  return true;
}

void set_finished(NetworkNode& node, const Milestone& m, const Fact& start, const Fact& finish) {
  node.state = NodeState::finished;
  if (!finish.day) {  // it holds nothing that follows, but its start is known
    if (start.day) node.actual_start = morning(*start.day);
    return;
  }
  node.actual_finish = evening(*finish.day);
  // Where nobody noted the start, the day of the finish stands for it: no date is invented.
  if (m.kind == MilestoneKind::event) node.actual_start = node.actual_finish;
  else node.actual_start = morning(start.day ? std::min(*start.day, *finish.day) : *finish.day);
}

void set_running(Plan& plan, std::size_t row, std::size_t at, const Whole& whole, const Fact& start) {
  Network& network = plan.network;
  NetworkNode& node = network.nodes[at];
  const Milestone& m = *plan.rows[row].record;
  node.state = NodeState::running;
  if (start.day) node.actual_start = morning(*start.day);
  if (!network.status_date) {  // a plan that has not begun: nothing is known to be done
    network.durations[at] = whole.length.count;
    return;
  }
  const Workdays& days = network.workdays[static_cast<std::size_t>(node.calendar)];
  const std::int32_t elapsed = start.day ? elapsed_in(whole.length.unit, days, *start.day, *network.status_date) : 0;
  const Duration remaining = remaining_of(plan, m, whole, elapsed);
  node.unit = remaining.unit;
  network.elapsed[at] = elapsed;
  network.durations[at] = remaining.count;
  network.done[at] = whole.length.count - remaining.count;
}

}  // namespace

void set_facts(Plan& plan, std::size_t row, std::size_t at) {
  Network& network = plan.network;
  NetworkNode& node = network.nodes[at];
  if (plan.rows[row].dropped) return;
  const Milestone& m = *plan.rows[row].record;
  const Whole whole = whole_of(plan, m);
  node.unit = plan.rows[row].whole_unit = whole.length.unit;
  if (!m.actual_start && !m.actual_finish) {
    network.durations[at] = whole.length.count;
  } else {
    Fact start = known_fact(m.actual_start, network.status_date);
    Fact finish = known_fact(m.actual_finish, network.status_date);
    // What ended nobody knows when cannot have ended before it began.
    if (finish.given && !finish.day && m.actual_start && !start.given) finish = {};
    const bool only_said = is_only_said(plan, m, start, finish);
    if (only_said) finish = {};
    if (only_said && m.kind == MilestoneKind::event) start = {};
    warn_if_imprecise(plan, m, "actual_start", start, m.actual_start);
    warn_if_imprecise(plan, m, "actual_finish", finish, m.actual_finish);
    if (!only_said) warn_if_ignored(plan, m, "actual_start", start, m.actual_start);
    if (!only_said && m.actual_finish && !m.actual_finish->is_unknown())
      warn_if_ignored(plan, m, "actual_finish", finish, m.actual_finish);
    // An event has no middle: once it has begun it has happened.
    const bool event = m.kind == MilestoneKind::event;
    if (finish.given) set_finished(node, m, start, finish);
    else if (event && start.given) set_finished(node, m, start, start);
    else if (start.given) set_running(plan, row, at, whole, start);
    else network.durations[at] = whole.length.count;
    if (node.state == NodeState::finished) network.done[at] = whole.length.count;
  }
  if (!whole.known && node.state != NodeState::finished && m.kind == MilestoneKind::stage)
    plan.warn(m, "estimate", "estimate.missing",
              say("{} has neither an estimate nor a duration; it counts as taking no time.", m.code),
              say("estimate how long it takes"));
}

}  // namespace accord::compiling
