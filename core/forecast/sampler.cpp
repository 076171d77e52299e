#include "core/forecast/sampler.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "core/forecast/normal.hpp"

namespace accord::simulation {
namespace {

constexpr double uniform_size = 2147483648.0;  // 2³¹ keys
constexpr std::int32_t key_end = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t longest = 60'000;  // days: about as long as the range of years
constexpr double nothing_left = 1e-12;
constexpr double hair = 1e-9;  // shares of whole days do not meet whole days exactly

// The greatest key that still belongs to a share of the mass.
std::int32_t threshold(double share, Scale scale) {
  if (scale == Scale::uniform) {
    const double keys = std::ceil(std::clamp(share, 0.0, 1.0) * uniform_size);
    return static_cast<std::int32_t>(std::min(keys - 1, uniform_size - 1));
  }
  if (share <= 0) return std::numeric_limits<std::int32_t>::min();
  if (share >= 1) return key_end;
  const double z = boost::math::quantile(boost::math::normal{}, share) * normal_key_scale;
  return static_cast<std::int32_t>(std::clamp(std::floor(z), -2147483648.0, 2147483647.0));
}

// Rounded to nearest, halves up, as std::lround does: at most `days` are those below days + ½.
double share_up_to(const Distribution& distribution, double days) {
  return distribution.cdf(std::nextafter(days + 0.5, 0.0));
}

std::int32_t rounded(double days) {
  return static_cast<std::int32_t>(std::lround(std::min(days, static_cast<double>(longest))));
}

// The highest day worth a threshold: the distribution's own end, or where what is left cannot be drawn any more.
std::int32_t highest_day(const Distribution& distribution) {
  const double end = distribution.upper();
  if (std::isfinite(end)) return rounded(end);
  if (distribution.estimate().shape == Estimate::Shape::lognormal) return rounded(distribution.quantile(1 - 1e-10));
  // A class of which some never finish: its last step.
  double low = 0, high = longest;
  const double most = distribution.cdf(high);
  while (high - low > 0.25) {
    const double middle = (low + high) / 2;
    (distribution.cdf(middle) >= most ? high : low) = middle;
  }
  return rounded(high);
}

bool may_never_finish(const Distribution& distribution) {
  return distribution.estimate().shape == Estimate::Shape::reference_class && !std::isfinite(distribution.upper());
}

}  // namespace

Sampler::Sampler(const Spread& spread, Scale scale)
    : lowest_(spread.lowest), highest_(std::max(spread.lowest, spread.highest)), open_ended_(spread.open_ended) {
  const std::int32_t last = open_ended_ ? highest_ : highest_ - 1;
  for (std::int32_t day = lowest_; day <= last; ++day) {
    const double share = spread.share(day);
    shares_.push_back(share);
    thresholds_.push_back(threshold(share, scale));
  }
  make_guide(scale);
}

void Sampler::make_guide(Scale scale) {
  const std::size_t count = thresholds_.size();
  int bits = 5;
  while (bits < 12 && (std::size_t{1} << bits) < 6 * count) ++bits;
  const int key_bits = scale == Scale::uniform ? 31 : 32;
  if (scale == Scale::normal) bits += 2;  // most of its scale is hardly ever drawn
  shift_ = key_bits - bits;
  origin_ = scale == Scale::uniform ? 0u : 0x8000'0000u;
  std::size_t widest = 0, before = 0;
  for (std::uint32_t piece = 0; piece < (1u << bits); ++piece) {
    guide_.push_back(static_cast<std::int32_t>(before));
    // The keys of this piece: those up to `end`, exclusive.
    const std::int64_t end = (static_cast<std::int64_t>(piece + 1) << shift_) - static_cast<std::int64_t>(origin_);
    std::size_t within = before;
    while (within < count && thresholds_[within] < end) ++within;
    widest = std::max(widest, within - before);
    before = within;
  }
  int stretch = 1;
  while (static_cast<std::size_t>(stretch) <= widest) stretch *= 2;
  reach_ = count == 0 ? 0 : stretch / 2;
  thresholds_.insert(thresholds_.end(), static_cast<std::size_t>(stretch), key_end);
}

void Sampler::sample(std::span<std::int32_t> keys) const {
  if (reach_ == 0) {
    std::ranges::fill(keys, lowest_);
    return;
  }
  const std::int32_t* const thresholds = thresholds_.data();
  const std::int32_t* const guide = guide_.data();
  for (std::int32_t& key : keys) {
    const std::int32_t* at = thresholds + guide[(static_cast<std::uint32_t>(key) + origin_) >> shift_];
    for (int half = reach_; half > 0; half /= 2) at += key > at[half - 1] ? half : 0;
    key = lowest_ + static_cast<std::int32_t>(at - thresholds);
  }
  if (!open_ended_) return;
  for (std::int32_t& day : keys)
    if (day > highest_) day = never;
}

std::int32_t Sampler::quantile(double p) const {
  const auto at = std::ranges::lower_bound(shares_, p);
  if (at == shares_.end()) return highest();
  return lowest_ + static_cast<std::int32_t>(at - shares_.begin());
}

Sampler::Spread whole_duration(const Distribution& distribution) {
  return {rounded(distribution.lower()), highest_day(distribution), may_never_finish(distribution),
          [distribution](std::int32_t days) { return share_up_to(distribution, days); }};
}

bool has_mass_beyond(const Distribution& distribution, int elapsed) {
  return 1 - distribution.cdf(elapsed) > nothing_left;
}

Sampler::Spread remaining_duration(const Distribution& distribution, int elapsed) {
  const double past = elapsed > 0 ? distribution.cdf(elapsed) : 0;
  const std::int32_t first = elapsed > 0 ? 1 : std::max(rounded(distribution.lower()), 1);
  return {std::max(first, rounded(distribution.lower()) - elapsed), std::max(1, highest_day(distribution) - elapsed),
          may_never_finish(distribution), [distribution, elapsed, past](std::int32_t days) {
            return (share_up_to(distribution, elapsed + days) - past) / (1 - past);
          }};
}

Sampler::Spread share_of_duration(const Distribution& distribution, double left) {
  if (left <= 0) return {0, 0, false, {}};
  // As the scheduler has it: of a whole length what remains is rounded up.
  const auto of = [left](std::int32_t whole) { return std::max(1, static_cast<std::int32_t>(std::ceil(left * whole - hair))); };
  return {of(rounded(distribution.lower())), of(highest_day(distribution)), may_never_finish(distribution),
          [distribution, left](std::int32_t days) { return share_up_to(distribution, std::floor((days + hair) / left)); }};
}

Sampler::Spread evenly(std::int32_t lowest, std::int32_t highest) {
  const double count = highest - lowest + 1.0;
  return {lowest, highest, false, [lowest, count](std::int32_t day) { return (day - lowest + 1) / count; }};
}

}  // namespace accord::simulation
