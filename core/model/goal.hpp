#pragma once
// A milestone to be reached inside a mandate; both ends of the mandate belong to it.
#include <optional>
#include <string>
#include <vector>

#include "core/model/field.hpp"
#include "core/model/light.hpp"

namespace accord {

struct Mandate;
struct Milestone;

struct Goal : Record {
  std::string title;
  Id<Mandate> mandate;
  Id<Milestone> milestone;
  std::optional<double> position;
  Light light = Light::by_rule;
  std::string light_why;

  static std::vector<Field> describe();
};

}  // namespace accord
