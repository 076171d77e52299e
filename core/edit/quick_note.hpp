#pragma once
// One line that a person types after a round, a call or a visit, understood as an entry:
// "round 3 held Brussels 2 Dec, Luchner, next in February". What is not understood is kept in the title; the line
// itself is kept in the notes.
#include <string>
#include <utility>
#include <vector>

#include "core/edit/commands.hpp"

namespace accord {

struct QuickNote {
  std::string text;  // as typed
  EntryKind kind = EntryKind::statement;
  bool kind_said = false;  // else a statement is assumed
  bool took_place = true;  // false: only that something did not, or is to come; kept as context, which ends no silence
  bool in_doubt = false;   // it may speak of something that is still to come: never to be saved without asking
  std::optional<int> number;
  FuzzyDate date;
  bool date_said = false;  // else today is assumed
  std::string place;
  std::vector<Id<Person>> people;
  std::vector<Id<Track>> tracks;
  bool tracks_said = false;  // else those that are being negotiated
  std::vector<Id<Milestone>> milestones;
  std::optional<FuzzyDate> next_announced;
  std::optional<FuzzyDate> promised_by;  // "promised the text by 15 December": the day of the promise, never of the entry
  std::string title;
  std::string rest;     // words of a round's note that were not understood; part of the title
  Diagnostics remarks;  // what a person should look at before saving; no errors
};

// `today` decides the years that were left out: the most recent such day for what happened, the next one after that for
// what was announced. Codes: note.empty, note.not_understood, text.encoding, day.missing ("31 February").
// Remarks: note.no_event (nothing took place), note.future (the day is still to come), note.order (a round before an
// earlier one), note.repeated (that round is recorded already), note.gap (the round before it is not),
// note.several_people, note.in_doubt (it may be still to come), note.promise (how to keep it as a commitment).
Result<QuickNote> understand_note(std::string_view text, const Dossier& dossier, Day today);

// The entry's fields, for add_record(Kind::entry, …).
std::vector<Assignment> assignments(const QuickNote& note, const Dossier& dossier);

// How it was understood, for a person to confirm: label and value, in the order to be shown.
std::vector<std::pair<std::string, std::string>> in_words(const QuickNote& note, const Dossier& dossier);

}  // namespace accord
