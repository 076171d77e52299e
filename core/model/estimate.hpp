#pragma once
// What people expect a stage to take: a spread of days, not a promise. Grammar: records.md.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/duration.hpp"

namespace accord {

struct Estimate {
  enum class Shape { fixed, triangular, pert, uniform, lognormal, empirical, reference_class };
  Shape shape = Shape::fixed;
  // fixed: {n}; triangular, pert: {low, mode, high}; uniform: {low, high}; lognormal: {median, p90}; empirical: the
  // observed durations, as given; reference_class: empty. In days of `unit`; fixed may also be in months.
  std::vector<double> values;
  DurationUnit unit = DurationUnit::workdays;
  // Triangular and PERT: `values` give these percentiles instead of the true bounds (`@p10p90`); absent = 0 and 100.
  std::optional<int> low_percent;
  std::optional<int> high_percent;
  std::string reference;  // reference_class: "KIND/FROM/TO[;era=…]"; its unit is calendar days

  // Every problem at once. Codes: estimate.syntax, estimate.order (low ≤ mode ≤ high), estimate.negative, estimate.unit
  // (a spread only in d or ed), estimate.percent (percentiles 0 ≤ low < high ≤ 100), estimate.range (over 100 years).
  static Result<Estimate> parse(std::string_view text);
  std::string text() const;      // canonical: parse(text()) == *this
  std::string in_words() const;  // "about 55 calendar days, between 0 and 138"
  bool operator==(const Estimate&) const = default;
};

}  // namespace accord
