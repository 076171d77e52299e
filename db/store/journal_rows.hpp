#pragma once
// The journal's rows: appended, chained, read.
#include <functional>
#include <optional>

#include "core/edit/journal.hpp"
#include "db/store/connection.hpp"

namespace accord {

struct Meta {
  std::int64_t revision = 0;
  std::int64_t entries = 0;
  std::string head;
  std::int64_t next_id = 2;
};
Meta read_meta(StoreConnection& connection);

// One row as it lies in the file; `changes` not yet understood.
struct JournalRow {
  JournalEntry entry;  // without changes
  std::string changes;
};

// The hash of a row: SHA-256 over the previous hash and every column, each with its length in front of it.
std::string chained_hash(const std::string& previous, const JournalRow& row);

// Appends the entry (its number, hash and, where its own would run backwards, time are set here) and moves `meta` on.
// Inside a transaction of the caller's. Gives the entry as written.
JournalEntry append_entry(StoreConnection& connection, JournalEntry entry);

// Calls f for each row with first <= number <= last, ascending, until it returns false.
void each_row(StoreConnection& connection, std::int64_t first, std::int64_t last, const std::function<bool(JournalRow&)>& f);
// The entries of that range. Code store.corrupt, naming the entry, where one cannot be read; store.newer where its record
// format is newer than the program's.
Result<std::vector<JournalEntry>> read_entries(StoreConnection& connection, std::int64_t first, std::int64_t last);
Result<ChangeSet> changes_of(const JournalRow& row, const std::filesystem::path& path);

// The newest entry with a time up to and including `utc_seconds`; 0 when there is none.
std::int64_t entry_at(StoreConnection& connection, std::int64_t utc_seconds);
std::int64_t time_of(StoreConnection& connection, std::int64_t number);

}  // namespace accord
