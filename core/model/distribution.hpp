#pragma once
// The probability distribution behind an estimate, in days of its unit.
#include <functional>
#include <utility>

#include "core/model/estimate.hpp"

namespace accord {

// A reference class as a step function: (day, share of cases finished by the end of that day), ascending in both.
// The last share is below 1 where cases are still open.
using StepCurve = std::vector<std::pair<int, double>>;
// Finds the curve of a reference class ("visa_facilitation/negotiations_opened/signed"); nothing when there is none.
using ReferenceLookup = std::function<std::optional<StepCurve>(const std::string& reference)>;

class Distribution {
 public:
  // Codes: estimate.class_unknown, estimate.class_empty, estimate.percent_impossible (no true bounds give these
  // percentiles).
  static Result<Distribution> make(const Estimate& estimate, const ReferenceLookup& reference = {});

  double lower() const;        // smallest possible value
  double upper() const;        // largest; infinity for lognormal and for a class that never finishes
  double cdf(double x) const;  // P(X ≤ x)
  double quantile(double p) const;  // 0 ≤ p ≤ 1, else std::invalid_argument; smallest x with cdf(x) ≥ p; infinity where
                                    // the class never reaches p
  // The single number that a deterministic plan uses, in whole days, rounded to nearest: the mode (triangular, PERT),
  // the median (lognormal, empirical, class), the midpoint (uniform), the value (fixed, in its own unit).
  // (scheduling.md) A class of which fewer than half ever finish has no median: the day of its last known finish stands
  // for it.
  int deterministic() const;
  // The median of X given X > elapsed: quantile(F(t) + (1 − F(t))/2), rounded to whole days. Nothing when no mass is
  // left beyond `elapsed` ("estimate.exhausted" is the caller's finding), or when more than half of what is left never
  // finishes.
  std::optional<int> conditional_median(double elapsed) const;
  // A class of which some cases were never seen to finish: its last known finish, in days; nothing for all others.
  std::optional<int> last_known_finish() const;

  const Estimate& estimate() const { return estimate_; }

 private:
  explicit Distribution(Estimate estimate) : estimate_(std::move(estimate)) {}
  Estimate estimate_;
  double low_ = 0, mode_ = 0, high_ = 0;          // the true bounds, once percentiles are solved for
  std::vector<std::pair<double, double>> steps_;  // as StepCurve; observed days need not be whole
};

}  // namespace accord
