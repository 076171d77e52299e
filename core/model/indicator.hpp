#pragma once
// A figure that is watched month by month, such as refused entries.
#include <optional>
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Track;

// How the figures are watched. rise: their sum over `months` against the same months a year before; below, above: the
// newest figure against the threshold itself.
enum class Watch { rise, below, above };
template <>
struct Choices<Watch> {
  static constexpr Choice list[] = {{"rise", "A rise on the year before, per cent"},
                                    {"below", "Falling below a level"},
                                    {"above", "Rising above a level"}};
};

struct Indicator : Record {
  std::string title;
  Id<Track> track;
  std::string unit;
  std::string values;  // see core/model/monthly.hpp
  Watch watch = Watch::rise;
  std::optional<int> months;  // absent = 2
  std::optional<double> threshold;
  std::optional<double> warn_at;  // absent = two thirds of the way to the threshold

  static std::vector<Field> describe();
};

}  // namespace accord
