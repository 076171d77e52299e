#pragma once
// The dates that a baseline keeps: one line a milestone, in the baseline's field `dates`.
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/calendar/day.hpp"
#include "core/model/milestone.hpp"

namespace accord {

// Start and finish of one milestone as they stood; either may be absent.
struct BaselineDates {
  Id<Milestone> milestone;
  std::optional<Day> start;
  std::optional<Day> finish;
  bool operator==(const BaselineDates&) const = default;
};

// "17 2026-01-05 2026-02-01; 18 - 2026-03-01": the milestone's id, then both days, "-" for an absent one.
std::string baseline_text(const std::vector<BaselineDates>& dates);
// baseline.syntax names the line that cannot be read.
Result<std::vector<BaselineDates>> parse_baseline(std::string_view text);

}  // namespace accord
