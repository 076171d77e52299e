#pragma once
// What became of the plan: a baseline compared with the plan as it is, and the milestone trend, the forecast date of
// each milestone against the day on which it was made. Every baseline and every forecast that is kept feeds the trend.
#include <optional>
#include <string>
#include <vector>

#include "core/model/baseline_dates.hpp"
#include "core/model/dossier.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

struct BaselineRow {
  Id<Milestone> milestone;
  std::optional<Day> base_start, base_finish, start, finish;
  std::optional<int> start_slip, finish_slip;  // calendar days; positive = later than in the baseline
  bool finished = false;
};
struct BaselineComparison {
  std::vector<BaselineRow> rows;     // what the baseline and the plan both have, in outline order
  std::vector<Id<Milestone>> added;  // not in the baseline
  int gone = 0;                      // in the baseline, no longer in the plan
  std::optional<Day> base_end, end;  // the last finish of either
  std::vector<std::string> sentences;
};
// The baseline's dates against the plan's. Dropped milestones count as gone.
BaselineComparison compare_with_baseline(const Dossier& dossier, const std::vector<BaselineDates>& baseline,
                                         const Schedule& now);
// One baseline against a later one.
BaselineComparison compare_baselines(const Dossier& dossier, const std::vector<BaselineDates>& baseline,
                                     const std::vector<BaselineDates>& later);

// Start and finish of every milestone of a plan that has dates: what a baseline keeps.
std::vector<BaselineDates> dates_to_keep(const Schedule& plan);

// The newest baseline made up to the day; of several made on one day the last. Null where none can be read.
const Baseline* newest_baseline(const Dossier& dossier, Day as_of);

// By name or code, without regard to case. baseline.unknown, with the nearest name.
Result<const Baseline*> baseline_named(const Dossier& dossier, std::string_view name);

struct TrendPoint {
  Day made;
  Day forecast;
  std::string from;     // "Plan of November 2026", "Forecast (P50)", "now"
  bool actual = false;  // it was reached on that day
};
struct MilestoneTrend {
  Id<Milestone> milestone;
  std::vector<TrendPoint> points;  // by day made; the last is the plan as it is
  int moved_days = 0;              // from the first to the last forecast; positive = later
  std::string sentence;            // "Signature (VFA.10) has moved 42 days later in 90 days: …"
};
// Milestones with at least one earlier forecast, in outline order; for one that was reached, made before it was. Of a kept
// forecast its P50 counts.
std::vector<MilestoneTrend> milestone_trends(const Dossier& dossier, const Schedule& now);

}  // namespace accord
