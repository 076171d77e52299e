#pragma once
// Who promised what, to whom, by when.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Entry;
struct Milestone;
struct Party;
struct Person;
struct Track;

// slipped: done, but later than promised.
enum class CommitmentState { open, kept, slipped, broken };
template <>
struct Choices<CommitmentState> {
  static constexpr Choice list[] = {{"open", "Open"}, {"kept", "Kept"}, {"slipped", "Slipped"}, {"broken", "Broken"}};
};

struct Commitment : Record {
  std::string title;
  Id<Party> by_party;
  Id<Person> by_person;
  Id<Party> to_party;
  std::optional<FuzzyDate> made;
  std::optional<FuzzyDate> due;
  bool in_public = false;
  CommitmentState state = CommitmentState::open;
  std::optional<FuzzyDate> resolved;
  std::vector<Id<Entry>> entries;
  std::vector<Id<Track>> tracks;
  std::vector<Id<Milestone>> milestones;

  static std::vector<Field> describe();
};

}  // namespace accord
