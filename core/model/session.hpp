#pragma once
// One day on which something can happen, from a published list.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

struct SessionCalendarRecord;

struct SessionRecord : Record {
  std::string title;
  Id<SessionCalendarRecord> session_calendar;
  std::optional<Day> day;

  static std::vector<Field> describe();
};

}  // namespace accord
