#pragma once
// Standard normal deviates from uniform integers, by table: for factors that stages of a track share.
#include <cstdint>
#include <span>

namespace accord::simulation {

// Keys of the normal scale: z in units of 2⁻²⁷, so that thresholds can be compared as integers.
inline constexpr double normal_key_scale = 134'217'728.0;

// Φ⁻¹((u + ½) / 2³¹) for each u, linear between tabulated points that lie closer towards the tails: at most 2·10⁻⁵ off.
void to_normal(std::span<const std::int32_t> uniform, std::span<float> normal);

// Replaces each uniform draw by the key of √ρ·common + √(1 − ρ)·own, own = Φ⁻¹(draw): the Gaussian copula's latent
// variable. All spans are of one length; 0 ≤ ρ ≤ 1.
void correlate(std::span<std::int32_t> draws, std::span<const float> common, double rho);

}  // namespace accord::simulation
