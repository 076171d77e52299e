// Where the work of one leaf can lie: tried day by day.
#include <algorithm>
#include <stdexcept>

#include "tests/core/schedule/brute/network.hpp"

namespace accord::brute {
namespace {

// The evening on which work begun on the day's morning ends.
Tick finish_of(const DayList& days, Duration left, Day start) {
  if (left.unit != DurationUnit::workdays) return evening(days.next(day_of(moved(days, evening(start - one_day), left.count, left.unit))));
  Day day = start;
  for (int done = 1; done < left.count; ++done) day = days.next(day + one_day);
  return evening(day);
}

// Work in working days begins on a working day, other work on any.
Day first_start(const DayList& days, Duration left, Day day) { return left.unit == DurationUnit::workdays ? days.next(day) : day; }

Dates worked(const DayList& days, Duration left, Tick start_bound, Tick finish_bound) {
  const auto finish = [&](Day start) { return finish_of(days, left, start); };
  const auto may_start = [&](Day start) { return meets(days, finish(start), finish_bound); };
  Day start = day_of(std::max(start_bound, finish_bound));
  if (start_bound != no_bound) {
    start = day_of(start_bound);
    if (morning(start) < start_bound) start += one_day;
  }
  start = first_start(days, left, start);
  bool is_held = false;
  for (; !may_start(start); start = first_start(days, left, start + one_day)) is_held = true;
  if (start_bound == no_bound) {  // nothing but the finish decides: go back as far as the finish still meets it
    is_held = true;
    for (Day before = start; ; start = before) {
      do before -= one_day;
      while (left.unit == DurationUnit::workdays && !days.works(before));
      if (!may_start(before)) break;
    }
  }
  // Work is contiguous: held by its finish, it starts as late as that finish allows.
  while (is_held && left.unit != DurationUnit::workdays && finish(start + one_day) == finish(start)) start += one_day;
  return {morning(start), finish(start)};
}

Tick landed(const Leaf& leaf, Tick t) {
  if (leaf.record->rule) t = std::max(t, morning(applied(*leaf.record->rule, day_of(t), *leaf.days)));
  if (leaf.sessions) {
    for (const Day day : leaf.sessions->days)
      if (morning(day) >= t) return evening(day);
    throw std::out_of_range("no session is left");
  }
  return leaf.days->works(day_of(t)) ? t : morning(leaf.days->next(day_of(t)));
}

}  // namespace

Dates Network::placed(const Leaf& leaf, Tick start_bound, Tick finish_bound) const {
  if (leaf.state == LeafState::finished) return {leaf.actual_start, leaf.actual_finish};
  const Tick both = std::max(start_bound, finish_bound);
  if (leaf.state == LeafState::passing) return {both, both};
  Dates dates{both, both};
  if (leaf.left.count > 0) dates = worked(*leaf.days, leaf.left, start_bound, finish_bound);
  dates.finish = landed(leaf, dates.finish);
  if (leaf.left.count == 0) dates.start = dates.finish;
  if (leaf.state == LeafState::running) dates.start = leaf.actual_start;
  return dates;
}

}  // namespace accord::brute
