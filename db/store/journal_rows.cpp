#include "db/store/journal_rows.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "db/store/change_text.hpp"
#include "db/store/hash.hpp"

namespace accord {
namespace {

void bind_row(SQLite::Statement& insert, const JournalRow& row) {
  const JournalEntry& e = row.entry;
  insert.bind(1, e.number);
  insert.bind(2, e.time);
  insert.bind(3, e.author);
  insert.bind(4, std::string(action_name(e.action)));
  insert.bind(5, e.summary);
  insert.bind(6, e.why);
  if (e.of != 0) insert.bind(7, e.of);
  insert.bind(8, e.format);
  insert.bindNoCopy(9, row.changes);
  insert.bind(10, e.hash);
}

JournalRow row_from(const SQLite::Statement& row) {
  JournalRow out;
  JournalEntry& e = out.entry;
  e.number = row.getColumn(0).getInt64();
  e.time = row.getColumn(1).getInt64();
  e.author = row.getColumn(2).getString();
  const auto action = action_from(row.getColumn(3).getString());
  if (!action) throw std::logic_error("the file's own check lets an unknown action pass");
  e.action = *action;
  e.summary = row.getColumn(4).getString();
  e.why = row.getColumn(5).getString();
  e.of = row.getColumn(6).getInt64();
  e.format = row.getColumn(7).getInt();
  out.changes = row.getColumn(8).getString();
  e.hash = row.getColumn(9).getString();
  return out;
}

}  // namespace

Meta read_meta(StoreConnection& connection) {
  SQLite::Statement row(connection.db(), "SELECT \"revision\", \"entries\", \"head\", \"next_id\" FROM \"meta\"");
  if (!row.executeStep()) return {};
  return {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2).getString(), row.getColumn(3).getInt64()};
}

std::string chained_hash(const std::string& previous, const JournalRow& row) {
  const JournalEntry& e = row.entry;
  std::string canonical;
  const auto part = [&canonical](std::string_view text) { canonical += fmt::format("{}:{}\n", text.size(), text); };
  for (const std::int64_t number : {e.number, e.time, e.of, static_cast<std::int64_t>(e.format)}) part(std::to_string(number));
  for (const std::string_view text : {std::string_view(previous), std::string_view(e.author), action_name(e.action), std::string_view(e.summary), std::string_view(e.why), std::string_view(row.changes)}) part(text);
  return sha256(canonical);
}

JournalEntry append_entry(StoreConnection& connection, JournalEntry entry) {
  const Meta meta = read_meta(connection);
  entry.number = meta.entries + 1;
  if (meta.entries > 0) entry.time = std::max(entry.time, time_of(connection, meta.entries));
  JournalRow row{std::move(entry), {}};
  row.changes = change_text(row.entry.changes);
  row.entry.hash = chained_hash(meta.head, row);
  SQLite::Statement insert(connection.db(), "INSERT INTO \"journal\" (\"number\", \"time\", \"author\", \"action\", \"summary\", \"why\", \"of\", \"format\", \"changes\", \"hash\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  bind_row(insert, row);
  insert.exec();
  SQLite::Statement moved(connection.db(), "UPDATE \"meta\" SET \"revision\" = ?1, \"entries\" = ?1, \"head\" = ?2");
  moved.bind(1, row.entry.number);
  moved.bind(2, row.entry.hash);
  moved.exec();
  return std::move(row.entry);
}

void each_row(StoreConnection& connection, std::int64_t first, std::int64_t last, const std::function<bool(JournalRow&)>& f) {
  SQLite::Statement rows(connection.db(), "SELECT \"number\", \"time\", \"author\", \"action\", \"summary\", \"why\", \"of\", \"format\", \"changes\", \"hash\" FROM \"journal\" WHERE \"number\" BETWEEN ? AND ? ORDER BY \"number\"");
  rows.bind(1, first);
  rows.bind(2, last);
  while (rows.executeStep()) {
    JournalRow row = row_from(rows);
    if (!f(row)) return;
  }
}

Result<ChangeSet> changes_of(const JournalRow& row, const std::filesystem::path& path) {
  if (row.entry.format > record_format)
    return on_file(path, "store.newer", say("Journal entry {} was written by a newer version of Accord.", row.entry.number), say("install the newer version"));
  auto changes = parse_changes(row.changes);
  if (changes) return changes;
  Diagnostic d = on_file(path, "store.corrupt", say("Journal entry {} cannot be read.", row.entry.number), say("open a backup; the damaged file was left as it is"));
  d.found = changes.errors().front().found;
  return d;
}

Result<std::vector<JournalEntry>> read_entries(StoreConnection& connection, std::int64_t first, std::int64_t last) {
  std::vector<JournalEntry> entries;
  Diagnostics problems;
  each_row(connection, first, last, [&](JournalRow& row) {
    auto changes = changes_of(row, connection.db().getFilename());
    if (!changes) {
      problems = changes.errors();
      return false;
    }
    entries.push_back(std::move(row.entry));
    entries.back().changes = std::move(changes).value();
    return true;
  });
  if (!problems.empty()) return problems;
  return entries;
}

std::int64_t time_of(StoreConnection& connection, std::int64_t number) {
  SQLite::Statement row(connection.db(), "SELECT \"time\" FROM \"journal\" WHERE \"number\" = ?");
  row.bind(1, number);
  return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

std::int64_t entry_at(StoreConnection& connection, std::int64_t utc_seconds) {
  // Times never run backwards, so that halving finds it without reading the journal.
  std::int64_t low = 0, high = read_meta(connection).entries;
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    if (time_of(connection, middle) <= utc_seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

}  // namespace accord
