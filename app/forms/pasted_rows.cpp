#include "app/forms/pasted_rows.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace accord {
namespace {

// The column that the names, or the head itself, call so.
std::optional<std::size_t> column_of(const CsvRow& head, const ColumnNames& names, std::string_view meaning) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto named = std::ranges::find(names, head[i].text, &std::pair<std::string, std::string>::first);
    if (named != names.end() ? named->second == meaning : same_ignoring_case(trim(head[i].text), meaning)) return i;
  }
  return std::nullopt;
}

void empty_what_is_known(CsvRow& row, const CsvRow& head, const Milestone& milestone, std::size_t code, const ShownCell& shown) {
  for (std::size_t i = 0; i < row.size() && i < head.size(); ++i)
    if (i != code && trim(row[i].text) == trim(shown(milestone, head[i].text))) row[i].text.clear();
}

bool says_nothing(const CsvRow& row, const CsvRow& head, const ColumnNames& names, std::optional<std::size_t> code) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i == code || trim(row[i].text).empty()) continue;
    const auto named = i < head.size() ? std::ranges::find(names, head[i].text, &std::pair<std::string, std::string>::first) : names.end();
    if (named == names.end() || named->second != "left_out") return false;
  }
  return true;
}

}  // namespace

PastedRows::PastedRows(std::vector<CsvRow> rows, const Dossier& dossier, const Track* track, const ColumnNames& heads,
                       const ShownCell& shown) {
  if (rows.empty()) return;
  CsvRow head = rows.front();
  for (const auto& name : heads)
    if (std::ranges::find(head, name.first, &CsvCell::text) != head.end()) names_.push_back(name);
  const auto code = column_of(head, names_, "code");
  const bool names_tracks = column_of(head, names_, "track").has_value();
  const std::size_t width = head.size();
  const CsvCell track_head{"track", 1, static_cast<int>(width) + 1};
  rows_.push_back(head);
  if (!names_tracks) rows_.back().push_back(track_head);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    CsvRow row = std::move(rows[r]);
    const auto known = code && *code < row.size() ? dossier.find_code(trim(row[*code].text)) : std::nullopt;
    if (known && known->kind == Kind::track) {
      track = static_cast<const Track*>(known->record);
      continue;
    }
    std::string on = track ? track->code : std::string();
    if (known && known->kind == Kind::milestone) {
      const auto& milestone = static_cast<const Milestone&>(*known->record);
      empty_what_is_known(row, head, milestone, *code, shown);
      if (says_nothing(row, head, names_, code)) continue;
      on = dossier.code_of(Kind::track, milestone.track);
    }
    const int line = row.empty() ? 1 : row.front().line;
    while (row.size() < width) row.push_back({"", line, static_cast<int>(row.size()) + 1});
    if (!names_tracks) row.push_back({std::move(on), line, static_cast<int>(width) + 1});
    rows_.push_back(std::move(row));
  }
}

}  // namespace accord
