#pragma once
// A strand of the dossier: visa facilitation, readmission, a cooperation area.
#include <optional>
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Milestone;

struct Track : Record {
  std::string title;
  std::string calendar;
  Id<Milestone> end;  // limits late dates instead of the track's last finish
  std::optional<double> correlation;
  std::optional<double> position;

  static std::vector<Field> describe();
};

}  // namespace accord
