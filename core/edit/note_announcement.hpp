#pragma once
// What a note says is still to come: "round 3 will be held in December", "visit planned for October".
#include <optional>

#include "core/edit/note_words.hpp"

namespace accord {

struct Announcement {
  std::size_t word = 0;          // the place of the word that says so: "will", "planned"
  bool beside_an_event = false;  // the note also says that something happened: "call yesterday, round 3 planned for May"
};

// The first such word of a note in English. Nothing where "planned" or "will" say something else ("planned agenda
// adopted", "held as planned", "political will").
std::optional<Announcement> announcement_in(const NoteWords& words);

}  // namespace accord
