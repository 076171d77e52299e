#pragma once
// What the journal says of one record.
#include <optional>
#include <string>

#include "core/edit/journal.hpp"

namespace accord {

// The entry with what it changed about the record and nothing else; nothing where it did not touch it.
std::optional<JournalEntry> entry_about(const JournalEntry& entry, Kind kind, RecordId id);

// Who, when and why without what was changed: what the first entry of a file began with is as large as the file.
JournalEntry without_changes(const JournalEntry& entry);

// As people are told: nobody who said who they were is "unknown" in the spoken language.
std::string author_in_words(const std::string& author);

}  // namespace accord
