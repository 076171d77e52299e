#pragma once
// Something that nobody knows yet.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Milestone;
struct Track;

struct Question : Record {
  std::string title;
  std::string ask;
  std::optional<FuzzyDate> since;
  std::vector<Id<Track>> tracks;
  std::vector<Id<Milestone>> milestones;
  std::string answer;
  std::optional<Day> answered;

  static std::vector<Field> describe();
};

}  // namespace accord
