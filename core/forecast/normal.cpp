#include "core/forecast/normal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace accord::simulation {
namespace {

// A tail share t = x / 2³², x odd: each octave of x is cut into 2⁷ pieces, found by the leading bits of x as a float.
constexpr int pieces_log2 = 7, octaves = 32;
constexpr int shift = 23 - pieces_log2;
constexpr std::uint32_t one = 0x3F80'0000u;  // the bits of 1.0f

using Table = std::array<float, (octaves << pieces_log2) + 2>;

// |z| at the beginning of each piece.
Table make_table() {
  Table table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto x = static_cast<double>(std::bit_cast<float>(one + (static_cast<std::uint32_t>(i) << shift)));
    const double share = std::min(x / 4294967296.0, 0.5);
    table[i] = static_cast<float>(-boost::math::quantile(boost::math::normal{}, share));
  }
  return table;
}

const Table& table() {
  static const Table made = make_table();
  return made;
}

inline float normal_of(const float* beginnings, std::int32_t u) {
  const bool upper = u >= (1 << 30);
  const std::int32_t from_end = upper ? std::int32_t{0x7FFF'FFFF} - u : u;
  const float x = static_cast<float>(2 * from_end + 1);
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(x) - one;
  const std::uint32_t piece = bits >> shift;
  const float part = static_cast<float>(bits & ((1u << shift) - 1)) * (1.0f / static_cast<float>(1u << shift));
  const float z = beginnings[piece] + part * (beginnings[piece + 1] - beginnings[piece]);
  return upper ? z : -z;
}

}  // namespace

void to_normal(std::span<const std::int32_t> uniform, std::span<float> normal) {
  const float* beginnings = table().data();
  for (std::size_t i = 0; i < uniform.size(); ++i) normal[i] = normal_of(beginnings, uniform[i]);
}

void correlate(std::span<std::int32_t> draws, std::span<const float> common, double rho) {
  const float* beginnings = table().data();
  const float shared = static_cast<float>(std::sqrt(rho) * normal_key_scale);
  const float own = static_cast<float>(std::sqrt(1 - rho) * normal_key_scale);
  for (std::size_t i = 0; i < draws.size(); ++i)
    draws[i] = static_cast<std::int32_t>(shared * common[i] + own * normal_of(beginnings, draws[i]));
}

}  // namespace accord::simulation
