#include "app/cli/history_words.hpp"

#include <fmt/format.h>

#include "app/session/history.hpp"
#include "app/session/journal_words.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::cli {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// The record's code now, else the one that the change itself gives it.
std::string code_in(const RecordChange& change, const Dossier& dossier) {
  if (dossier.find(change.kind, change.id)) return dossier.code_of(change.kind, change.id);
  for (const FieldChange& field : change.fields)
    if (field.field == "code") return field.after.empty() ? field.before : field.after;
  return dossier.code_of(change.kind, change.id);
}

Json change_json(const RecordChange& change, const Dossier& dossier) {
  constexpr const char* words[] = {"add", "update", "remove"};
  Json fields = Json::array();
  for (const FieldChange& field : change.fields) {
    const Field* described = type_of(change.kind).field(field.field);
    const auto shown = [&](const std::string& text) {
      return text_or_null(described ? display_text(*described, text, dossier) : text);
    };
    fields.push_back({{"field", field.field}, {"before", shown(field.before)}, {"after", shown(field.after)}});
  }
  return {{"change", words[static_cast<int>(change.change)]},
          {"kind", type_of(change.kind).name},
          {"record", code_in(change, dossier)},
          {"fields", std::move(fields)}};
}

}  // namespace

std::vector<JournalEntry> entries_about(const std::vector<JournalEntry>& entries, Kind kind, RecordId id) {
  std::vector<JournalEntry> out;
  for (const JournalEntry& entry : entries)
    if (auto about = entry_about(entry, kind, id)) out.push_back(std::move(*about));
  return out;
}

void speak_summaries(std::vector<JournalEntry>& entries, const std::vector<JournalEntry>& all) {
  const auto told = summaries_in_words(all);
  for (JournalEntry& entry : entries)
    if (const auto at = told.find(entry.number); at != told.end()) entry.summary = at->second;
}

std::string entry_mark(const JournalEntry& entry, const Clock& clock) {
  return fmt::format("{:>4}  {} ", entry.number, clock.local_time(entry.time));
}

std::string entry_text(const JournalEntry& entry) {
  return entry.why.empty() ? fmt::format("{}: {}", author_in_words(entry.author), entry.summary)
                           : say("{}: {} (why: {})", author_in_words(entry.author), entry.summary, entry.why);
}

Json entry_json(const JournalEntry& entry, const Clock& clock, const Dossier& dossier) {
  Json changes = Json::array();
  for (const RecordChange& change : entry.changes) changes.push_back(change_json(change, dossier));
  return {{"revision", entry.number},
          {"time", clock.local_time(entry.time)},
          {"author", entry.author},
          {"action", action_name(entry.action)},
          {"summary", entry.summary},
          {"why", text_or_null(entry.why)},
          {"of", entry.of ? Json(entry.of) : Json(nullptr)},
          {"changes", std::move(changes)}};
}

}  // namespace accord::cli
