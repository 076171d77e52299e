#pragma once
// Where the plan counts with nothing but an assumption.
#include <algorithm>

#include "core/schedule/schedule.hpp"

namespace accord {

// Whether the milestone runs, nothing is left of its estimate, and the plan assumes one more day for it.
inline bool is_exhausted(const Schedule& plan, const Milestone& milestone) {
  return std::ranges::any_of(plan.warnings, [&](const Diagnostic& d) { return d.code == "estimate.exhausted" && d.place.record == milestone.code; });
}

}  // namespace accord
