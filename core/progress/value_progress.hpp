#pragma once
// Planned, earned and actual progress against a baseline, and what earned schedule says of the pace.
#include <optional>
#include <string>
#include <vector>

#include "core/model/baseline_dates.hpp"
#include "core/model/dossier.hpp"
#include "core/progress/earned_schedule.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

// What progress is weighed by: the length of stages, the weights that people gave to milestones, or the number of
// benchmarks that are closed, each counting the same however large.
enum class WeighBy { duration, weights, benchmarks };

struct ValuePoint {
  Day day;
  double planned = 0;            // shares of the whole, 0 to 1, at the end of the day
  std::optional<double> earned;  // absent after the status day
};

struct ValueProgress {
  WeighBy by = WeighBy::duration;
  Day as_of;
  Day start, planned_end;          // of the baseline
  double planned = 0, earned = 0;  // shares of the whole, 0 to 1
  // Time spent on what was begun, in units of the planned whole: above `earned` where work takes longer than planned,
  // and even above 1. Absent where benchmarks are counted.
  std::optional<double> actual;
  EarnedSchedule schedule;          // in calendar days from the plan's start
  std::optional<Day> forecast_end;  // the planned end at the pace so far
  std::vector<ValuePoint> course;   // the last day of each month, the status day, and the planned end
  int counted = 0;                  // milestones or benchmarks that weigh something
  int unplanned = 0;                // left out: the baseline has no dates for them (benchmarks: no deadline either)
  std::vector<std::string> without_percent;  // codes of what runs and has no percent entered
  int awaiting_evidence = 0;        // said to be done, earn nothing until they are shown
  std::vector<std::string> sentences;
};

struct ValueOptions {
  WeighBy by = WeighBy::duration;
  std::optional<Id<Track>> track = {};
};

// Planned work spreads evenly over the days that the baseline gives it, earned work over those that it really took. What
// runs has earned the percent that was entered; without one, the share of the days that the plan of today gives it which
// has passed: a baseline kept today and measured today has SPI(t) = 1.
// Codes: progress.nothing_planned (nothing that the baseline has dates for weighs anything).
Result<ValueProgress> value_progress(const Dossier& dossier, const Schedule& plan,
                                     const std::vector<BaselineDates>& baseline, const ValueOptions& options = {});

}  // namespace accord
