#include "core/forecast/words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace accord {

std::string percent(double share) {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share >= 0.995) return "over 99 %";
  return fmt::format("{} %", std::lround(100 * share));
}

std::string in_words(const Proportion& proportion) {
  if (proportion.low == proportion.high) return proportion.value > 0.5 ? "yes" : "no";
  return fmt::format("{} (95 % sure: {:.1f} to {:.1f} %)", percent(proportion.value), 100 * proportion.low,
                     100 * proportion.high);
}

std::string planned_chance(const MilestoneForecast& forecast) {
  if (!forecast.planned || !forecast.planned_percentile) return {};
  return fmt::format("The plan's own date, {}, or an earlier one comes true in {} of the trials.",
                     to_iso(*forecast.planned), percent(*forecast.planned_percentile));
}

std::string evidence_in_words(int n, int events) {
  return n < 10 ? fmt::format("n = {}, {} finished: few cases, weak evidence", n, events)
                : fmt::format("n = {}, {} finished", n, events);
}

}  // namespace accord
