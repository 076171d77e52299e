#pragma once
// A requirement of an action plan, with the partner's own score and the assessor's.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Milestone;
struct Party;
struct Track;

// The ladder of completion: how far a requirement really is.
enum class Ladder { not_started, drafted, adopted, by_laws, applied, verified };
template <>
struct Choices<Ladder> {
  static constexpr Choice list[] = {{"not_started", "Not started"}, {"drafted", "Drafted"}, {"adopted", "Adopted"}, {"by_laws", "By-laws in place"}, {"applied", "Applied"}, {"verified", "Verified"}};
};

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
  Ladder ladder = Ladder::not_started;
  std::optional<double> own_score;
  std::optional<double> assessor_score;
  std::string wording;

  static std::vector<Field> describe();
};

}  // namespace accord
