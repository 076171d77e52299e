#pragma once
// What became of the plan: a baseline compared with the plan as it is, and the milestone trend, the date of each milestone
// against the day on which it was said. Baselines and the plan as it is give its dates in the plan; forecasts that are kept
// give another quantity, the day that comes with even chances, which is never compared with a date of the plan.
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
  std::string from;     // "Plan of November 2026", "Simulated (P50)", "now"
  bool actual = false;  // it was reached on that day
};
struct MilestoneTrend {
  Id<Milestone> milestone;
  std::vector<TrendPoint> points;  // dates of the plan by the day made; the last is the plan as it is
  std::vector<TrendPoint> saved;   // P50 of the forecasts that were kept, by the day made
  int moved_days = 0;              // from the first to the last date of the plan; positive = later
  std::string sentence;            // "VFA.10 Signature is planned for 1 May 2027, 42 days later than what was planned on …"
};
// Milestones of which a baseline or a kept forecast says something, in outline order; for one that was reached, made before
// it was.
std::vector<MilestoneTrend> milestone_trends(const Dossier& dossier, const Schedule& now);

}  // namespace accord
