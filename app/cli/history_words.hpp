#pragma once
// The journal for people and programs.
#include <vector>

#include <nlohmann/json.hpp>

#include "app/session/clock.hpp"
#include "core/edit/journal.hpp"

namespace accord::cli {

// The entries that touched a record, oldest first.
std::vector<JournalEntry> entries_about(const std::vector<JournalEntry>& entries, Kind kind, RecordId id);
// "12  2026-11-22 14:05  A. Nurpeis: VFA.7: finished on … (why: …)".
std::string entry_line(const JournalEntry& entry, const Clock& clock);
// {"revision", "time", "author", "action", "summary", "why", "of", "changes": [{"change", "kind", "id", "fields": […]}]}.
nlohmann::ordered_json entry_json(const JournalEntry& entry, const Clock& clock);

}  // namespace accord::cli
