#include "core/model/true_bounds.hpp"

#include <boost/math/tools/toms748_solve.hpp>

namespace accord {
namespace {

// A root of an increasing or decreasing function whose signs differ at the two ends.
template <class F>
double root_between(const F& f, double from, double to) {
  const double at_from = f(from), at_to = f(to);
  if (at_from == 0) return from;
  if (at_to == 0) return to;
  std::uintmax_t rounds = 200;
  const auto [below, above] = boost::math::tools::toms748_solve(f, from, to, at_from, at_to,
                                                                boost::math::tools::eps_tolerance<double>(48), rounds);
  return below + (above - below) / 2;
}

// The true high end that makes `given.high` the percentile, for a chosen low end.
double high_end(double low, const ThreePoint& given, double share, const ThreePointCdf& cdf) {
  if (share >= 1) return given.high;
  const auto excess = [&](double high) { return cdf(given.high, {low, given.mode, high}) - share; };
  // The further the end, the less lies below given.high: double the distance until too little does.
  double distance = given.high - low;
  while (excess(given.high + distance) > 0) distance *= 2;
  return root_between(excess, given.high, given.high + distance);
}

}  // namespace

std::optional<ThreePoint> true_bounds(const ThreePoint& given, Percentiles percentiles, const ThreePointCdf& cdf) {
  if (given.low >= given.high) return std::nullopt;
  const auto with_low = [&](double low) {
    return ThreePoint{low, given.mode, high_end(low, given, percentiles.high, cdf)};
  };
  if (percentiles.low <= 0) return with_low(given.low);
  const auto excess = [&](double low) { return cdf(given.low, with_low(low)) - percentiles.low; };
  if (excess(0) < 0) return std::nullopt;
  return with_low(root_between(excess, 0, given.low));
}

}  // namespace accord
