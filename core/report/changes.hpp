#pragma once
// What changed in the file between two moments, from the journal, in sentences.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/edit/journal.hpp"
#include "core/report/document.hpp"
#include "core/report/moved_dates.hpp"

namespace accord {

// The civil day on which a moment (seconds since 1970-01-01 UTC) falls where the reader is; empty = UTC's.
using LocalDay = std::function<Day(std::int64_t)>;

// The number of the newest entry made up to the end of `day`, 0 where there is none.
std::int64_t revision_on(std::span<const JournalEntry> entries, Day day, const LocalDay& local_day = {});

// What one person did to a record, of that which still shows.
struct ChangeShare {
  std::string author;
  Day day;                          // of the last entry of theirs that did it
  std::vector<std::string> fields;  // names of the fields, in the order in which they were changed; empty where the record is new or gone
  std::string why;                  // the reasons given for it, joined; "" where none was
};
struct ChangeLine {
  std::string code;      // of the record
  std::string sentence;  // ends with a full stop
  std::optional<Day> day;  // of the last entry that touched it; nothing where none did, and its change follows from others
  std::string author;    // of the last share; "" in the public edition
  std::string why;       // the reasons of that author; "" where none was given, and in the public edition
  Kind kind = Kind::dossier;         // of the record
  std::vector<ChangeShare> shares = {};  // everybody who changed what the sentence tells, by the last entry of each; none in the public edition
};
// Who changed it when and why: "Anna, 3 May 2026: agreed"; of several people each with what they changed: "estimate: Anna,
// 3 May 2026: agreed; notes: Boris, 4 May 2026". "" where nobody is named.
std::string by_whom(const ChangeLine& line, const Tongue& tongue);
// The sentence and, in brackets, who changed it when and why.
std::string in_words(const ChangeLine& line, const Tongue& tongue);

struct ChangeGroup {
  std::string track_code;  // "" = concerns no track
  std::string track;       // "The dossier" for that
  std::vector<ChangeLine> lines;
};
struct ChangeNote {
  std::int64_t from_revision = 0, to_revision = 0;  // what the newer has that the older had not
  Day from, to;                                     // the days asked about, else those on which these revisions were made
  std::vector<ChangeGroup> groups;                  // tracks in order, the dossier last; empty where nothing changed
  std::vector<MovedDate> moved = {};                // what that did to the plan's dates; filled by who has both plans
  std::size_t later = 0;                            // entries made after the newer day, of which nothing is told
  Edition edition = Edition::restricted;            // a public note may be silent about what changed all the same
  std::size_t count() const;                        // lines in all groups
  bool same_file() const { return from_revision == to_revision; }  // nobody wrote anything in between
  bool from_beginning() const { return from_revision == 0; }
};

struct ChangeRange {
  std::int64_t after = 0;              // the older revision; 0 = before the file existed
  std::optional<std::int64_t> until;   // the newer one; absent = the newest entry
  Edition edition = Edition::restricted;
  LocalDay local_day;
  Tongue tongue = {};                  // of the sentences
  std::optional<Day> asked_from, asked_to;  // the days that the reader asked about, where they are not those of the revisions
};

// The net difference: what was done and undone within the range does not appear; who and why come from the entries that touched
// the record. `entries` begin with the file's first. Fails with journal.replay (as replay() does) and changes.range.
// In the public edition nothing appears that was ever restricted, and nothing that follows from it: both states are made
// public with every mark that a record ever bore, and only what is so in the whole dossier too counts as a change. Neither authors nor reasons do: they are written for colleagues.
Result<ChangeNote> changes_between(std::span<const JournalEntry> entries, const ChangeRange& range);

}  // namespace accord
