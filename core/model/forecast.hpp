#pragma once
// A forecast as it was saved: what it was made from and what it said.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Forecast : Record {
  std::string title;
  std::optional<Day> made;
  std::optional<int> at_revision;
  std::optional<int> seed;
  std::optional<int> trials;
  std::string results;

  static std::vector<Field> describe();
};

}  // namespace accord
