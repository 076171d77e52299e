#include "app/session/journal_words.hpp"

#include <optional>
#include <vector>

#include "core/report/change_sentence.hpp"

namespace accord {
namespace {

// Whole summaries, and beginnings of them with up to two gaps, as those who write to a file call what they did.
constexpr std::string_view known[] = {
    message("Dossier created"),
    message("Sample dossier created"),
    message("Exported as the public edition"),
    message("Exported as the restricted edition"),
    message("Forecast kept"),
    message("Pasted from a spreadsheet"),
    message("Imported from {}"),
    message("Events imported from {}"),
    message("Form of {} read from {}"),
    message("{} comparable case taken from a table"),
    message("{} comparable cases taken from a table"),
    message("File brought from format {} to {}"),
};

// What stands in the gaps of the pattern, where the text follows it.
std::optional<std::vector<std::string>> gaps_filled(std::string_view pattern, std::string_view text) {
  constexpr std::string_view gap = "{}";
  std::vector<std::string> values;
  for (std::size_t at = pattern.find(gap); at != pattern.npos; at = pattern.find(gap)) {
    if (!text.starts_with(pattern.substr(0, at))) return std::nullopt;
    text.remove_prefix(at);
    pattern.remove_prefix(at + gap.size());
    const std::string_view next = pattern.substr(0, pattern.find(gap));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == text.npos) return std::nullopt;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (text != pattern) return std::nullopt;
  values.resize(2);
  return values;
}

std::optional<std::string> as_known(const JournalEntry& entry, const Tongue& t) {
  for (const std::string_view pattern : known)
    if (const auto values = gaps_filled(pattern, entry.summary)) return t(pattern, values->at(0), values->at(1));
  return std::nullopt;
}

std::string told(const JournalEntry& entry, const Dossier& before, const Dossier& after, const Tongue& t) {
  if (auto words = as_known(entry, t)) return *words;
  if (entry.changes.empty()) return entry.summary;
  const std::string first = change_sentence(entry.changes.front(), before, after, t);
  if (first.empty()) return entry.summary;
  if (entry.changes.size() == 1) return first;
  return t.plural("{1} (and {0} further record)", "{1} (and {0} further records)", std::ssize(entry.changes) - 1,
                  first);
}

}  // namespace

std::map<std::int64_t, std::string> summaries_in_words(std::span<const JournalEntry> entries, const Tongue& t) {
  std::map<std::int64_t, std::string> out;
  const bool as_kept = t.code() == Tongue::english().code();
  Dossier before = replay({}).value();
  for (const JournalEntry& entry : entries) {
    out[entry.number] = entry.summary;
    if (as_kept) continue;
    const auto after = replay_on(before, std::span(&entry, 1));
    if (!after) return out;  // a damaged file: what is kept is shown as it is
    const auto of = out.find(entry.of);
    if (entry.of > 0 && of != out.end())
      out[entry.number] =
          entry.action == Action::undo ? t("Undone: {}", of->second) : t("Done again: {}", of->second);
    else out[entry.number] = told(entry, before, *after, t);
    before = *after;
  }
  return out;
}

}  // namespace accord
