#pragma once
// A point of the negotiating text that is not agreed yet. Red line and fallback are restricted from the start.
#include <string>
#include <vector>

#include "core/model/field.hpp"

namespace accord {

struct Entry;
struct Party;
struct Track;

enum class PointState { open, in_brackets, agreed, withdrawn };
template <>
struct Choices<PointState> {
  static constexpr Choice list[] = {{"open", "Open"}, {"in_brackets", "In brackets"}, {"agreed", "Agreed"}, {"withdrawn", "Withdrawn"}};
};

struct OpenPoint : Record {
  std::string title;
  Id<Track> track;
  std::string article;
  std::string our_position;
  std::string their_position;
  std::string red_line;
  std::string fallback;
  PointState state = PointState::open;
  Id<Party> owner;
  Id<Entry> entry;
  std::string precedent;

  static std::vector<Field> describe();
};

}  // namespace accord
