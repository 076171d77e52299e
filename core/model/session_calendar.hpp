#pragma once
// A published list of sessions. It replaces the rule of a built-in calendar of the same code for the days that it covers.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

struct SessionCalendarRecord : Record {
  std::string title;
  std::string sessions;  // a built-in session calendar; empty = stands alone under its own code
  std::optional<Day> covers_from;
  std::optional<Day> covers_to;

  static std::vector<Field> describe();
};

}  // namespace accord
