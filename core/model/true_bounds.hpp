#pragma once
// The true ends of a three-point spread whose ends were given as percentiles.
#include <functional>
#include <optional>

namespace accord {

// Days, low ≤ mode ≤ high.
struct ThreePoint {
  double low, mode, high;
};

// P(X ≤ x) for a spread with the given true bounds; continuous in the bounds.
using ThreePointCdf = std::function<double(double x, const ThreePoint& bounds)>;

// Two shares of one, low < high.
struct Percentiles {
  double low, high;
};

// The bounds, low ≥ 0, under which `given.low` and `given.high` are the percentiles and the mode stays; nothing when
// there are none (the shortest would have to be negative, or the two points coincide). Nested bracketed root finding
// (TOMS 748, Alefeld, Potra and Shi 1995): for each low the high that fits, then the low.
std::optional<ThreePoint> true_bounds(const ThreePoint& given, Percentiles percentiles, const ThreePointCdf& cdf);

}  // namespace accord
