#pragma once
// The naive scheduler: walks days and asks only "may this start or finish today?". Written from the specification alone.
#include <optional>
#include <vector>

#include "tests/core/schedule/brute/network.hpp"

namespace accord::brute {

struct Answer {
  RecordId milestone;
  std::optional<Day> early_start, early_finish, late_start, late_finish;  // absent for an empty group
  std::optional<int> total_float;
  std::optional<int> free_float;
  bool operator==(const Answer&) const = default;
};

// One answer per milestone, in the plan's order. std::out_of_range when the plan leaves the walked days.
std::vector<Answer> solve(const World& world, const Plan& plan);

}  // namespace accord::brute
