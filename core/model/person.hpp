#pragma once
// Someone who holds a role, with the dates between which they hold it.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Party;

struct Person : Record {
  std::string title;
  std::string role;
  Id<Party> party;
  std::optional<FuzzyDate> valid_from;
  std::optional<FuzzyDate> valid_to;
  Id<Person> successor;
  std::string contact;

  static std::vector<Field> describe();
};

}  // namespace accord
