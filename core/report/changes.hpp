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

struct ChangeLine {
  std::string code;      // of the record
  std::string sentence;  // ends with a full stop
  std::optional<Day> day;  // of the last entry that touched it; nothing where none did, and its change follows from others
  std::string author;    // of that entry; "" in the public edition
  std::string why;       // the reasons given, joined; "" where none was, and in the public edition
};
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
