#pragma once
// What a note says is still to come: "round 3 will be held in December", "visit planned for October", "Costa to visit
// Astana", "round 3 next month", "promised by May".
#include <optional>

#include "core/calendar/fuzzy_date.hpp"
#include "core/edit/note_words.hpp"

namespace accord {

struct Announcement {
  std::size_t word = 0;          // the place of the word that says so: "will", "planned", "next week"
  bool beside_an_event = false;  // the note also says that something happened: "call yesterday, round 3 planned for May"
  bool was_due = false;          // "was due on 5 October": the day is one that has passed
  bool is_a_day = false;         // the word begins the day itself
};

// The first such word of a note in English. Nothing where "planned" or "will" say something else ("planned agenda
// adopted", "held as planned", "political will"). Where no word says so, a day after `today` does, if the note names no other.
std::optional<Announcement> announcement_in(const NoteWords& words, Day today);

// True where a round, a meeting or a visit stands beside a word such as "planned", and nothing says that it took place, or
// that it is still to come: a person must say which.
bool may_be_an_announcement(const NoteWords& words, Day today);

// Begins after `today`.
bool lies_ahead(const FuzzyDate& date, Day today);

// "promised the text", "undertook to".
bool promises_something(const NoteWords& words);
// The clause that holds this place promises something: a day in it that is still to come is the day of the promise.
bool is_promised_for(const NoteWords& words, std::size_t i);
// True where a day at this place would be the end of a term: "by 15 December", "not later than 15 December".
bool begins_a_term(const NoteWords& words, std::size_t i);

}  // namespace accord
