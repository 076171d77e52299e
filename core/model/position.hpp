#pragma once
// Where a Member State, a group or an institution stands, with date and source.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Milestone;
struct Party;
struct Track;

enum class Stance { unknown, support, reserve, oppose };
template <>
struct Choices<Stance> {
  static constexpr Choice list[] = {{"unknown", "Unknown"}, {"support", "Supports"}, {"reserve", "Reserve"}, {"oppose", "Opposes"}};
};

struct Position : Record {
  std::string title;
  Id<Party> party;
  Stance stance = Stance::unknown;
  std::optional<FuzzyDate> date;
  Id<Track> track;
  Id<Milestone> milestone;

  static std::vector<Field> describe();
};

}  // namespace accord
