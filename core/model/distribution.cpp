#include "core/model/distribution.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/base/spoken.hpp"
#include "core/model/true_bounds.hpp"

namespace accord {
namespace {

using Shape = Estimate::Shape;
using boost::math::complement;
using Steps = std::vector<std::pair<double, double>>;

// Without long double: a simulation asks for millions of quantiles, and days need no twentieth digit.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Beta = boost::math::beta_distribution<double, InDouble>;
using Lognormal = boost::math::lognormal_distribution<double, InDouble>;

constexpr double infinity = std::numeric_limits<double>::infinity();

// Beta-PERT with λ = 4 (Clark 1962; Vose 2008): mean (a + 4m + b)/6.
Beta pert_on_unit(const ThreePoint& b) {
  const double span = b.high - b.low;
  return {1 + 4 * (b.mode - b.low) / span, 1 + 4 * (b.high - b.mode) / span};
}

Lognormal lognormal(const std::vector<double>& median_and_p90) {
  const double z90 = boost::math::quantile(boost::math::normal{}, 0.9);
  const double location = std::log(median_and_p90[0]);
  return {location, (std::log(median_and_p90[1]) - location) / z90};
}

// Both tails at once, so that neither loses its digits to the other.
struct Tails {
  double below, above;  // P(X ≤ x), P(X > x)
};

Tails triangular_tails(double x, const ThreePoint& b) {
  if (x < b.mode) {
    const double below = (x - b.low) * (x - b.low) / ((b.high - b.low) * (b.mode - b.low));
    return {below, 1 - below};
  }
  const double above = (b.high - x) * (b.high - x) / ((b.high - b.low) * (b.high - b.mode));
  return {1 - above, above};
}

Tails pert_tails(double x, const ThreePoint& b) {
  const auto unit = pert_on_unit(b);
  const double share = (x - b.low) / (b.high - b.low);
  return {boost::math::cdf(unit, share), boost::math::cdf(complement(unit, share))};
}

// Shapes on low … high, constants included.
Tails bounded_tails(Shape shape, double x, const ThreePoint& b) {
  if (x >= b.high) return {1, 0};
  if (x <= b.low) return {0, 1};
  if (shape == Shape::triangular) return triangular_tails(x, b);
  if (shape == Shape::pert) return pert_tails(x, b);
  const double below = (x - b.low) / (b.high - b.low);
  return {below, 1 - below};
}

double triangular_quantile(Tails at, const ThreePoint& b) {
  const double span = b.high - b.low;
  if (at.below * span < b.mode - b.low) return b.low + std::sqrt(at.below * span * (b.mode - b.low));
  return b.high - std::sqrt(at.above * span * (b.high - b.mode));
}

double pert_quantile(Tails at, const ThreePoint& b) {
  const auto unit = pert_on_unit(b);
  const double share =
      at.below < at.above ? boost::math::quantile(unit, at.below) : boost::math::quantile(complement(unit, at.above));
  return b.low + share * (b.high - b.low);
}

double bounded_quantile(Shape shape, Tails at, const ThreePoint& b) {
  if (b.low == b.high) return b.low;
  if (shape == Shape::triangular) return triangular_quantile(at, b);
  if (shape == Shape::pert) return pert_quantile(at, b);
  return b.low + at.below * (b.high - b.low);
}

double lognormal_quantile(Tails at, const std::vector<double>& median_and_p90) {
  if (at.above <= 0) return infinity;
  const auto law = lognormal(median_and_p90);
  return at.below < at.above ? boost::math::quantile(law, at.below) : boost::math::quantile(complement(law, at.above));
}

Steps steps_of(std::vector<double> observed) {
  std::sort(observed.begin(), observed.end());
  Steps steps;
  const auto count = static_cast<double>(observed.size());
  for (std::size_t i = 0; i < observed.size(); ++i) {
    const bool is_last_of_equals = i + 1 == observed.size() || observed[i + 1] != observed[i];
    if (is_last_of_equals) steps.emplace_back(observed[i], static_cast<double>(i + 1) / count);
  }
  return steps;
}

double step_quantile(const Steps& steps, double p) {
  const auto at =
      std::find_if(steps.begin(), steps.end(), [p](const auto& step) { return step.second > 0 && step.second >= p; });
  if (at == steps.end()) return infinity;
  return at->first;
}

int whole_days(double days) { return static_cast<int>(std::lround(days)); }

Diagnostic unknown_class(const std::string& reference) {
  return {.code = "estimate.class_unknown",
          .message = say("There is no reference class \"{}\"", reference),
          .expected = say("a kind and two stages that the reference class has"),
          .found = reference,
          .advice = say("list the classes that there are, or estimate by three points")};
}

Diagnostic impossible_percentiles(const Estimate& estimate) {
  return {.code = "estimate.percent_impossible",
          .message =
              say("No shortest and longest duration give these percentiles: the shortest would be negative, or the two "
                  "points are one"),
          .expected = say("a lower point further from zero or closer to the most likely value"),
          .found = estimate.text(),
          .advice = say("read the lower number as the shortest possible one: @p0p{}",
                                estimate.high_percent.value_or(100))};
}

}  // namespace

Result<Distribution> Distribution::make(const Estimate& estimate, const ReferenceLookup& reference) {
  Distribution d(estimate);
  const std::vector<double>& v = estimate.values;
  switch (estimate.shape) {
    case Shape::fixed:
      d.low_ = d.mode_ = d.high_ = v.at(0);
      break;
    case Shape::uniform:
      d.low_ = v.at(0);
      d.high_ = v.at(1);
      d.mode_ = (d.low_ + d.high_) / 2;
      break;
    case Shape::triangular:
    case Shape::pert: {
      ThreePoint bounds{v.at(0), v.at(1), v.at(2)};
      const Percentiles percentiles{estimate.low_percent.value_or(0) / 100.0,
                                    estimate.high_percent.value_or(100) / 100.0};
      if (percentiles.low > 0 || percentiles.high < 1) {
        const auto solved = true_bounds(bounds, percentiles, [&](double x, const ThreePoint& b) {
          return bounded_tails(estimate.shape, x, b).below;
        });
        if (!solved) return impossible_percentiles(estimate);
        bounds = *solved;
      }
      d.low_ = bounds.low;
      d.mode_ = bounds.mode;
      d.high_ = bounds.high;
      break;
    }
    case Shape::lognormal:
      break;
    case Shape::empirical:
      d.steps_ = steps_of(v);
      break;
    case Shape::reference_class: {
      auto curve = reference ? reference(estimate.reference) : std::nullopt;
      if (!curve) return unknown_class(estimate.reference);
      if (curve->empty() || curve->back().second <= 0)
        return Diagnostic{
            .code = "estimate.class_empty",
            .message = say("No case of the reference class \"{}\" has finished", estimate.reference),
            .expected = say("at least one finished case"),
            .advice = say("choose a wider class, or estimate by three points")};
      d.steps_.assign(curve->begin(), curve->end());
      break;
    }
  }
  return d;
}

double Distribution::lower() const {
  if (estimate_.shape == Shape::lognormal) return 0;
  return steps_.empty() ? low_ : step_quantile(steps_, 0);
}

double Distribution::upper() const {
  if (estimate_.shape == Shape::lognormal) return infinity;
  return steps_.empty() ? high_ : step_quantile(steps_, 1);
}

double Distribution::cdf(double x) const {
  if (estimate_.shape == Shape::lognormal) return x <= 0 ? 0 : boost::math::cdf(lognormal(estimate_.values), x);
  if (steps_.empty()) return bounded_tails(estimate_.shape, x, {low_, mode_, high_}).below;
  const auto after = std::find_if(steps_.begin(), steps_.end(), [x](const auto& step) { return step.first > x; });
  return after == steps_.begin() ? 0 : std::prev(after)->second;
}

double Distribution::quantile(double p) const {
  if (!(p >= 0 && p <= 1)) throw std::invalid_argument("a quantile is asked for a share from 0 to 1");
  if (!steps_.empty()) return step_quantile(steps_, p);
  const Tails at{p, 1 - p};
  return estimate_.shape == Shape::lognormal ? lognormal_quantile(at, estimate_.values)
                                             : bounded_quantile(estimate_.shape, at, {low_, mode_, high_});
}

int Distribution::deterministic() const {
  if (estimate_.shape == Shape::lognormal) return whole_days(estimate_.values[0]);
  if (steps_.empty()) return whole_days(mode_);
  const double median = step_quantile(steps_, 0.5);
  return whole_days(std::isinf(median) ? steps_.back().first : median);
}

std::optional<int> Distribution::last_known_finish() const {
  if (steps_.empty() || !std::isinf(upper())) return std::nullopt;
  return whole_days(steps_.back().first);
}

std::optional<int> Distribution::conditional_median(double elapsed) const {
  if (!steps_.empty()) {
    const double past = cdf(elapsed);
    const double median = past < 1 ? step_quantile(steps_, past + (1 - past) / 2) : infinity;
    return std::isinf(median) ? std::nullopt : std::optional(whole_days(median));
  }
  if (estimate_.shape == Shape::lognormal) {
    const double left = elapsed <= 0 ? 1 : boost::math::cdf(complement(lognormal(estimate_.values), elapsed));
    return left > 0 ? std::optional(whole_days(lognormal_quantile({1 - left / 2, left / 2}, estimate_.values)))
                    : std::nullopt;
  }
  const ThreePoint bounds{low_, mode_, high_};
  const double left = bounded_tails(estimate_.shape, elapsed, bounds).above;
  return left > 0 ? std::optional(whole_days(bounded_quantile(estimate_.shape, {1 - left / 2, left / 2}, bounds)))
                  : std::nullopt;
}

}  // namespace accord
