#pragma once
// The journal for people and programs.
#include <nlohmann/json.hpp>
#include <vector>

#include "app/session/clock.hpp"
#include "core/edit/journal.hpp"

namespace accord::cli {

// The entries that touched a record, oldest first, with what they changed about it and nothing else.
std::vector<JournalEntry> entries_about(const std::vector<JournalEntry>& entries, Kind kind, RecordId id);
// The entries with their summaries in the spoken tongue; `all` are the file's, from the first.
void speak_summaries(std::vector<JournalEntry>& entries, const std::vector<JournalEntry>& all);
// " 12  2026-11-22 14:05" and "A. Nurpeis: VFA.7: finished on … (why: …)", as a mark and its text.
std::string entry_mark(const JournalEntry& entry, const Clock& clock);
std::string entry_text(const JournalEntry& entry);
// {"revision", "time", "author", "action", "summary", "why", "of", "changes": [{"change", "kind", "record", "fields":
// […]}]}. References are shown with the codes that `dossier` knows, "#17" for a record that is gone.
nlohmann::ordered_json entry_json(const JournalEntry& entry, const Clock& clock, const Dossier& dossier);

}  // namespace accord::cli
