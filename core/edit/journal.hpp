#pragma once
// The journal: every change ever made, by whom, when, why; append-only. Undo and redo are new entries.
#include <cstdint>
#include <optional>
#include <span>

#include "core/edit/change.hpp"

namespace accord {

// create: the dossier's first entry, which cannot be undone; import: one undoable entry however large.
enum class Action { create, edit, import, undo, redo, migrate };
std::string_view action_name(Action action);
std::optional<Action> action_from(std::string_view name);

// Number of the record format that changes are written in; replay upgrades older ones in memory (upgrade()).
inline constexpr int record_format = 1;

struct JournalEntry {
  std::int64_t number = 0;       // 1, 2, 3 … without gaps; also the revision that it made
  std::int64_t time = 0;         // seconds since 1970-01-01 UTC
  std::string author;
  Action action = Action::edit;
  std::string summary;           // one line for a person: "VFA.10: finished on 2027-10-20"
  std::string why;               // what the author gave as a reason; may be empty
  std::int64_t of = 0;           // undo, redo: the entry that is taken back or made again
  int format = record_format;
  ChangeSet changes;
  std::string hash;              // SHA-256 over the previous hash and this entry, hexadecimal; set by the store
  bool operator==(const JournalEntry&) const = default;
};

// What replaying the entries from an empty dossier gives. Fails with journal.replay naming the entry that does not fit.
// Costs the changes and the records, not their product.
Result<Dossier> replay(std::span<const JournalEntry> entries);
// The same from a later state on: what the entries make of the dossier that they were written on.
Result<Dossier> replay_on(const Dossier& before, std::span<const JournalEntry> entries);

// The entry that undo would take back: the newest edit or import not yet undone. Nothing when there is none.
std::optional<std::int64_t> next_undo(std::span<const JournalEntry> entries);
// The entry that redo would make again: the newest undone one, as long as nothing but undo and redo came after it.
std::optional<std::int64_t> next_redo(std::span<const JournalEntry> entries);

// The changes of an undo entry for `number`, checked against the dossier as it is now: undo.nothing, undo.creation,
// undo.conflict (a later edit touched the same field; names it and the later entry's author).
Result<ChangeSet> undo_changes(const Dossier& now, std::span<const JournalEntry> entries, std::int64_t number);

}  // namespace accord
