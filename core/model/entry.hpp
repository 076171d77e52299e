#pragma once
// A dated thing that happened, or that was announced to happen.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Milestone;
struct Party;
struct Person;
struct Track;

// context and appointment never count against silence.
enum class EntryKind { statement, round, meeting, visit, document, appointment, context };
template <>
struct Choices<EntryKind> {
  static constexpr Choice list[] = {{"statement", "Statement"}, {"round", "Round"}, {"meeting", "Meeting"}, {"visit", "Visit"}, {"document", "Document"}, {"appointment", "Appointment"}, {"context", "Context"}};
};

struct Entry : Record {
  std::string title;
  EntryKind kind = EntryKind::statement;
  std::optional<FuzzyDate> date;
  std::vector<Id<Track>> tracks;
  std::vector<Id<Milestone>> milestones;
  std::optional<int> number;
  std::string place;
  std::vector<Id<Person>> people;
  std::vector<Id<Party>> parties;
  std::string agenda;
  std::string outcome;
  std::optional<FuzzyDate> next_announced;
  Id<Entry> chosen;  // another account of the same thing that is taken instead of this one
  std::string chosen_why;

  static std::vector<Field> describe();
};

}  // namespace accord
