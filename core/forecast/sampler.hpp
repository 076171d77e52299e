#pragma once
// A distribution of whole numbers of days, compiled for sampling: thresholds on an integer scale, one per day, and a
// guide that says where to begin (Chen and Asau 1974). Sampling is comparing integers, so the same draw gives the same
// day on every machine.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/model/distribution.hpp"

namespace accord::simulation {

// The scale of the keys: uniform integers as draw() makes them, or the normal keys of correlate().
enum class Scale { uniform, normal };

// A number of days so long that its end lies beyond the years that Accord computes in: "never".
inline constexpr std::int32_t never = 1'000'000;

class Sampler {
 public:
  // `share(d)` = P(D ≤ d), not falling, for d = lowest, lowest + 1, …; values beyond `highest` are `highest`, unless
  // `open_ended`: then what is left beyond is `never`.
  struct Spread {
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
    bool open_ended = false;
    std::function<double(std::int32_t)> share;
  };
  Sampler(const Spread& spread, Scale scale);

  // Replaces keys by days.
  void sample(std::span<std::int32_t> keys) const;

  // The least day whose share is at least p.
  std::int32_t quantile(double p) const;
  std::int32_t lowest() const { return lowest_; }
  std::int32_t last() const { return highest_; }  // the highest that is not “never”
  std::int32_t highest() const { return open_ended_ ? never : highest_; }
  bool is_constant() const { return lowest_ == highest_ && !open_ended_; }

 private:
  void make_guide(Scale scale);

  std::int32_t lowest_, highest_;
  bool open_ended_;
  std::uint32_t origin_ = 0;  // of the guide: added to a key, whose wrapped sum counts the guide's pieces
  int shift_ = 0;
  int reach_ = 0;  // half the widest stretch of thresholds in a piece, a power of two; 0 = no threshold at all
  std::vector<std::int32_t> thresholds_;  // ascending; a key beyond the k-th is more than lowest + k; padded
  std::vector<std::int32_t> guide_;       // per piece: thresholds before it
  std::vector<double> shares_;
};

// Of a whole duration.
Sampler::Spread whole_duration(const Distribution& distribution);
// Of what remains after `elapsed` days that were not enough: D | D > elapsed, rounded, less elapsed, at least 1. Needs
// mass beyond `elapsed` (has_mass_beyond).
Sampler::Spread remaining_duration(const Distribution& distribution, int elapsed);
bool has_mass_beyond(const Distribution& distribution, int elapsed);
// Of what remains where a share of the whole, 0 to 1, is left: max(1, round(share · D)); 0 where nothing is left.
Sampler::Spread share_of_duration(const Distribution& distribution, double left);
// Every whole number from lowest to highest alike.
Sampler::Spread evenly(std::int32_t lowest, std::int32_t highest);

}  // namespace accord::simulation
