#pragma once
// How many trials ended on which day: the whole distribution of a date, exactly.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/schedule/ticks.hpp"

namespace accord {

// Two days between which a percentile lies with 95 % confidence; absent where only "never" bounds it, or where there are
// too few trials for so much confidence.
struct DayInterval {
  std::optional<Day> low, high;
  bool too_few = false;
  bool operator==(const DayInterval&) const = default;
};

class DayCounts {
 public:
  // Counts the days of ticks; a tick beyond the range of years is "never", no_tick is not counted at all.
  void add(std::span<const Tick> ticks);
  void add_day(Day day);

  std::int64_t total() const { return counted_ + never_; }
  std::int64_t never() const { return never_; }  // trials in which it does not happen in any year that can be computed
  bool empty() const { return total() == 0; }
  std::optional<Day> first() const;
  std::optional<Day> last() const;
  std::int64_t on(Day day) const;
  std::int64_t up_to(Day day) const;  // that day included

  // The smallest day by which at least a share p (above 0, up to 1) of the trials ended; nothing where that is never.
  std::optional<Day> percentile(double p) const;
  // The order statistics between which the percentile lies with 95 % confidence, whatever the distribution (binomial
  // ranks; Conover 1999, ch. 3.2).
  DayInterval interval(double p) const;
  // Days since 1970-01-01, and days; nothing where some trials never end.
  std::optional<double> mean_day() const;
  std::optional<double> sd_days() const;
  bool operator==(const DayCounts&) const = default;

 private:
  void reach(DayNumber from, DayNumber to);
  std::optional<Day> at_rank(std::int64_t rank) const;  // rank from 1

  DayNumber first_ = 0;
  std::vector<std::uint32_t> counts_;  // of first_, first_ + 1, …
  std::int64_t counted_ = 0;
  std::int64_t never_ = 0;
};

}  // namespace accord
