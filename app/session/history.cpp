#include "app/session/history.hpp"

#include <algorithm>

#include "core/base/spoken.hpp"

namespace accord {

std::optional<JournalEntry> entry_about(const JournalEntry& entry, Kind kind, RecordId id) {
  ChangeSet about;
  std::copy_if(entry.changes.begin(), entry.changes.end(), std::back_inserter(about),
               [&](const RecordChange& change) { return change.kind == kind && change.id == id; });
  if (about.empty()) return std::nullopt;
  JournalEntry out = without_changes(entry);
  out.changes = std::move(about);
  return out;
}

JournalEntry without_changes(const JournalEntry& entry) {
  return {.number = entry.number,
          .time = entry.time,
          .author = entry.author,
          .action = entry.action,
          .summary = entry.summary,
          .why = entry.why,
          .of = entry.of,
          .format = entry.format,
          .changes = {},
          .hash = entry.hash};
}

std::string author_in_words(const std::string& author) { return author == "unknown" ? say("unknown") : author; }

}  // namespace accord
