#pragma once
// A milestone to be reached inside a mandate; both ends of the mandate belong to it.
#include <optional>
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Mandate;
struct Milestone;

struct Goal : Record {
  std::string title;
  Id<Mandate> mandate;
  Id<Milestone> milestone;
  std::optional<double> position;

  static std::vector<Field> describe();
};

}  // namespace accord
