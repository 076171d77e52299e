#pragma once
// A figure that is watched month by month, such as refused entries.
#include <optional>
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Track;

struct Indicator : Record {
  std::string title;
  Id<Track> track;
  std::string unit;
  std::string values;
  std::optional<double> threshold;

  static std::vector<Field> describe();
};

}  // namespace accord
