#pragma once
// A requirement of an action plan, with the partner's own score and the assessor's.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"
#include "core/model/ladder.hpp"
#include "core/model/light.hpp"

namespace accord {

struct Milestone;
struct Party;
struct Track;

struct Benchmark : Record {
  std::string title;
  Id<Track> track;
  std::string block;
  std::string topic;
  std::optional<int> phase;
  Id<Milestone> milestone;
  Id<Party> owner;
  Id<Party> co_owner;
  std::optional<Day> deadline;
  std::string ladder = std::string(first_rung);  // how far it really is: a step of core/model/ladder.hpp
  std::optional<double> own_score;
  std::optional<double> assessor_score;
  std::string wording;
  Light light = Light::by_rule;
  std::string light_why;

  static std::vector<Field> describe();
};

}  // namespace accord
