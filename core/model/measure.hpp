#pragma once
// A step that a body takes to meet a benchmark.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/benchmark.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Party;

struct Measure : Record {
  std::string title;
  Id<Benchmark> benchmark;
  Id<Party> owner;
  Id<Party> co_owner;
  std::optional<Day> deadline;
  std::string ladder = std::string(first_rung);
  std::string next_step;

  static std::vector<Field> describe();
};

}  // namespace accord
