#pragma once
// The traffic light that a person may set by hand, with a reason, where the rule would give another.
#include "core/model/field.hpp"

namespace accord {

enum class Light { by_rule, green, amber, red };
template <>
struct Choices<Light> {
  static constexpr Choice list[] = {
      {"", "By its rule"}, {"green", "Green, by hand"}, {"amber", "Amber, by hand"}, {"red", "Red, by hand"}};
};

}  // namespace accord
