#pragma once
// Lengths of time as people enter them, and lags of links. Grammar: records.md.
#include <compare>

#include "core/calendar/day.hpp"

namespace accord {

enum class DurationUnit { workdays, calendar_days, months };

// A non-negative length. `Nw` is kept as 5·N working days, `New` as 7·N calendar days.
struct Duration {
  int count = 0;
  DurationUnit unit = DurationUnit::workdays;
  // `N`, `Nd`, `Nw`, `Ned`, `New`, `Nmo`. `m` is refused as ambiguous (duration.ambiguous); other codes:
  // duration.syntax, duration.negative, duration.range (over 100 years).
  static Result<Duration> parse(std::string_view text);
  std::string text() const;      // "10d", "30ed", "3mo"
  std::string in_words() const;  // "10 working days", "1 calendar day", "3 months"
  bool operator==(const Duration&) const = default;
};

// percent: of the predecessor's duration, rounded up to whole days of that duration's unit.
// elapsed_percent: the same share in calendar days (Microsoft Project's "e%"), written `N%e`.
enum class LagUnit { workdays, calendar_days, months, percent, elapsed_percent };

// What lies between the two ends of a link; may be negative (a lead).
struct Lag {
  int count = 0;
  LagUnit unit = LagUnit::workdays;
  // As Duration::parse, with a sign and the percent forms. Codes: lag.syntax, duration.ambiguous, duration.range.
  static Result<Lag> parse(std::string_view text);
  std::string text() const;  // "5d", "-2ed", "50%"
  std::string in_words()
      const;  // "5 working days after", "2 calendar days before", "half …" is not attempted: "50 % of its length"
  bool operator==(const Lag&) const = default;
};

}  // namespace accord
