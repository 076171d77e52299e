#include "app/cli/history_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace accord::cli {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json change_json(const RecordChange& change) {
  constexpr const char* words[] = {"add", "update", "remove"};
  Json fields = Json::array();
  for (const FieldChange& field : change.fields) fields.push_back({{"field", field.field}, {"before", text_or_null(field.before)}, {"after", text_or_null(field.after)}});
  return {{"change", words[static_cast<int>(change.change)]}, {"kind", type_of(change.kind).name}, {"id", change.id.number}, {"fields", std::move(fields)}};
}

}  // namespace

std::vector<JournalEntry> entries_about(const std::vector<JournalEntry>& entries, Kind kind, RecordId id) {
  std::vector<JournalEntry> out;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(out), [&](const JournalEntry& entry) {
    return std::any_of(entry.changes.begin(), entry.changes.end(), [&](const RecordChange& change) { return change.kind == kind && change.id == id; });
  });
  return out;
}

std::string entry_line(const JournalEntry& entry, const Clock& clock) {
  return fmt::format("{:>3}  {}  {}: {}{}", entry.number, clock.local_time(entry.time), entry.author, entry.summary, entry.why.empty() ? "" : fmt::format(" (why: {})", entry.why));
}

Json entry_json(const JournalEntry& entry, const Clock& clock) {
  Json changes = Json::array();
  for (const RecordChange& change : entry.changes) changes.push_back(change_json(change));
  return {{"revision", entry.number}, {"time", clock.local_time(entry.time)}, {"author", entry.author}, {"action", action_name(entry.action)},
          {"summary", entry.summary}, {"why", text_or_null(entry.why)}, {"of", entry.of ? Json(entry.of) : Json(nullptr)}, {"changes", std::move(changes)}};
}

}  // namespace accord::cli
