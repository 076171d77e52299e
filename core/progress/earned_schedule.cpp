#include "core/progress/earned_schedule.hpp"

#include <algorithm>

namespace accord {

double earned_time(std::span<const double> planned, double earned) {
  const auto after = std::upper_bound(planned.begin(), planned.end(), earned);
  const double whole = static_cast<double>(after - planned.begin());
  if (after == planned.end()) return whole;
  const double before = after == planned.begin() ? 0 : *(after - 1);
  return whole + std::max(0.0, (earned - before) / (*after - before));
}

EarnedSchedule earned_schedule(std::span<const double> planned, double earned, double actual_time,
                               double planned_duration) {
  EarnedSchedule out;
  out.earned_time = earned_time(planned, earned);
  out.actual_time = actual_time;
  out.variance = out.earned_time - actual_time;
  if (actual_time > 0) out.index = out.earned_time / actual_time;
  if (out.index && *out.index > 0) out.forecast = planned_duration / *out.index;
  return out;
}

}  // namespace accord
