#pragma once
// A dated exception of a working calendar: a holiday, or an extra working day.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Calendar;

struct CalendarExceptionRecord : Record {
  std::string title;
  Id<Calendar> calendar;
  std::optional<Day> first;
  std::optional<Day> last;
  bool works = false;

  static std::vector<Field> describe();
};

}  // namespace accord
