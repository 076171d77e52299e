#pragma once
// Earned schedule: how far along the plan the work is, in time instead of cost. Formulae: W. Lipke, "Schedule is
// Different", The Measurable News, 2003, and "Earned Schedule", 2009.
#include <optional>
#include <span>

namespace accord {

// `planned` holds the cumulative planned value at the end of periods 1 … n, never falling; 0 before the first.
// ES = C + I: C is the last period whose planned value is not above what was earned, I the linear share of the next
// one. Between 0 and n: what is earned beyond the plan's end counts no further.
double earned_time(std::span<const double> planned, double earned);

struct EarnedSchedule {
  double earned_time = 0;       // ES, in periods
  double actual_time = 0;       // AT
  double variance = 0;          // SV(t) = ES − AT; negative = behind
  std::optional<double> index;  // SPI(t) = ES / AT; absent at the very beginning
  std::optional<double>
      forecast;  // IEAC(t) = PD / SPI(t), the length that the pace so far would give; absent while nothing is earned
};
// After `actual_time` periods of a plan of `planned_duration` periods.
EarnedSchedule earned_schedule(std::span<const double> planned, double earned, double actual_time,
                               double planned_duration);

}  // namespace accord
