#pragma once
// The plan as it was on a day, or the dates that an imported file carried.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Baseline : Record {
  std::string title;
  std::optional<Day> made;
  std::string dates;  // see core/model/baseline_dates.hpp

  static std::vector<Field> describe();
};

}  // namespace accord
