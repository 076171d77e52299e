#pragma once
// A named set of what-if changes.
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Scenario : Record {
  std::string title;
  std::string overrides;

  static std::vector<Field> describe();
};

}  // namespace accord
