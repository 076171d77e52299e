#include "core/forecast/proportion.hpp"

#include <algorithm>
#include <cmath>

namespace accord {

Proportion proportion(std::int64_t hits, std::int64_t n) {
  constexpr double z = 1.959963984540054;  // Φ⁻¹(0.975)
  const auto size = static_cast<double>(n);
  const double p = static_cast<double>(hits) / size;
  const double weight = 1 + z * z / size;
  const double middle = (p + z * z / (2 * size)) / weight;
  const double half = z * std::sqrt(p * (1 - p) / size + z * z / (4 * size * size)) / weight;
  const bool all_alike = hits == 0 || hits == n;
  return {p, all_alike ? half / z : std::sqrt(p * (1 - p) / size), hits == 0 ? 0 : std::max(0.0, middle - half),
          hits == n ? 1 : std::min(1.0, middle + half)};
}

Proportion certainly(bool yes) {
  const double value = yes ? 1 : 0;
  return {value, 0, value, value};
}

}  // namespace accord
