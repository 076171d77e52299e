#include "db/store/migrations.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/spoken.hpp"
#include "db/store/copying.hpp"
#include "db/store/journal_rows.hpp"
#include "db/store/replaying.hpp"
#include "db/store/rows.hpp"
#include "db/store/schema.hpp"

namespace accord {
namespace {

std::set<std::string> plain_columns(StoreConnection& connection, const std::string& table) {
  std::set<std::string> names;
  SQLite::Statement rows(connection.db(), fmt::format("SELECT name FROM pragma_table_xinfo('{}') WHERE hidden = 0", table));
  while (rows.executeStep()) names.insert(rows.getColumn(0).getString());
  return names;
}

// Copies what both forms of the table have; a new column gets its default.
void rebuild(StoreConnection& connection, const SchemaObject& wanted) {
  const std::string passing = "new_" + wanted.name;
  std::string sql = wanted.sql;
  sql.replace(sql.find(sql_name(wanted.name)), sql_name(wanted.name).size(), sql_name(passing));
  connection.run(sql.c_str());
  const std::set<std::string> before = plain_columns(connection, wanted.name);
  std::string shared;
  for (const std::string& column : plain_columns(connection, passing))
    if (before.count(column)) shared += (shared.empty() ? "" : ", ") + sql_name(column);
  connection.run(fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM {2}", sql_name(passing), shared, sql_name(wanted.name)).c_str());
  connection.run(fmt::format("DROP TABLE {}", sql_name(wanted.name)).c_str());
  connection.run(fmt::format("ALTER TABLE {} RENAME TO {}", sql_name(passing), sql_name(wanted.name)).c_str());
}

// Indexes and triggers are made anew; tables only where they differ.
void bring_to_described_form(StoreConnection& connection) {
  const auto before = schema_of(connection);
  for (const SchemaObject& object : before)
    if (object.type != "table") connection.run(fmt::format("DROP {} {}", object.type, sql_name(object.name)).c_str());
  const auto named = [](const std::vector<SchemaObject>& schema, const SchemaObject& like) {
    return std::find_if(schema.begin(), schema.end(), [&](const SchemaObject& o) { return o.type == like.type && o.name == like.name; });
  };
  for (const SchemaObject& object : before)
    if (object.type == "table" && named(fresh_schema(), object) == fresh_schema().end()) connection.run(fmt::format("DROP TABLE {}", sql_name(object.name)).c_str());
  for (const SchemaObject& wanted : fresh_schema()) {
    if (wanted.type != "table") continue;
    const auto old = named(before, wanted);
    if (old == before.end()) connection.run(wanted.sql.c_str());
    else if (old->sql != wanted.sql) rebuild(connection, wanted);
  }
  for (const SchemaObject& wanted : fresh_schema())
    if (wanted.type != "table") connection.run(wanted.sql.c_str());
  if (schema_of(connection) != fresh_schema()) throw std::logic_error("a migrated file does not have the tables of a fresh one");
}

// What the steps did to the records goes into the journal, so that replaying it gives the tables again.
Outcome journal_it(StoreConnection& connection, const std::string& summary, std::int64_t time) {
  const std::int64_t last = read_meta(connection).entries;
  const auto before = replayed(connection, last);
  if (!before) return before.errors();
  const auto after = load_rows(connection);
  if (!after) return after.errors();
  append_entry(connection, JournalEntry{.time = time, .author = "Accord", .action = Action::migrate, .summary = summary, .why = {}, .changes = diff(*before, *after), .hash = {}});
  return Done{};
}

// Within a transaction of the caller, who commits it.
Outcome run_steps(StoreConnection& connection, std::span<const Migration> steps, int from, std::int64_t time) {
  std::string summary = fmt::format("File brought from format {} to {}", from, newest_format(steps));
  for (const Migration& step : steps) {
    if (step.to <= from) continue;
    step.run(connection);
    summary += fmt::format("{}{}", step.to == from + 1 ? ": " : "; ", step.what);
  }
  bring_to_described_form(connection);
  connection.run(fmt::format("PRAGMA user_version = {}", newest_format(steps)).c_str());
  if (const Outcome written = journal_it(connection, summary, time); !written) return written;
  if (SQLite::Statement(connection.db(), "PRAGMA foreign_key_check").executeStep()) throw std::logic_error("a migrated file has references to nothing");
  return Done{};
}

// References are checked at the end, not while tables are being replaced.
class WithoutForeignKeys {
 public:
  explicit WithoutForeignKeys(StoreConnection& connection) : handle_(connection.db().getHandle()) { set(false); }
  ~WithoutForeignKeys() { set(true); }
  WithoutForeignKeys(const WithoutForeignKeys&) = delete;
  WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;

 private:
  void set(bool enforced) {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_FKEY, enforced ? 1 : 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, enforced ? 0 : 1, nullptr);
  }
  sqlite3* handle_;
};

std::filesystem::path free_backup_name(const std::filesystem::path& path, int format) {
  std::filesystem::path name = fmt::format("{}.v{}-backup", path.string(), format);
  for (int i = 2; std::filesystem::exists(name); ++i) name = fmt::format("{}.v{}-backup-{}", path.string(), format, i);
  return name;
}

}  // namespace

std::span<const Migration> migrations() {
  // What these steps add merely appears empty.
  static const Migration steps[] = {
      {2,
       "adds attached files, traffic lights set by hand, accounts set aside, the ladder and the phrases of the dossier",
       [](StoreConnection&) {}},
      {3, "adds comparable cases of one's own, and what a record's texts are in other languages", [](StoreConnection&) {}},
  };
  return steps;
}

int newest_format(std::span<const Migration> steps) { return steps.empty() ? file_format : steps.back().to; }

Outcome migrate(StoreConnection& connection, const std::filesystem::path& path, std::span<const Migration> steps, std::int64_t time) {
  const WithoutForeignKeys off(connection);
  // From here on nobody else writes, so that the copy is of what is changed, and of several programs that open the file at
  // once one does the work while the others wait.
  SQLite::Transaction transaction(connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
  const int from = static_cast<int>(connection.number("PRAGMA user_version"));
  if (from >= newest_format(steps)) return Done{};  // another program was faster
  if (const Outcome sound = sound_journal(connection); !sound) return sound;
  const std::filesystem::path copy = free_backup_name(path, from);
  // A connection that writes cannot be copied from.
  StoreConnection source(path, OpenFor::reading, 0);
  if (const Outcome copied = copy_database(source.use(), copy, false); !copied) return copied;
  Diagnostic failed = on_file(path, "store.migration", say("The file is from an older version of Accord and could not be brought to this one; it was left as it is."), say("keep the older version for this file and report the problem; a copy lies in {}", copy.string()));
  try {
    const Outcome done = run_steps(connection, steps, from, time);
    if (done) {
      transaction.commit();
      return done;
    }
    failed.found = to_text(done.errors().front());
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    if (code != SQLITE_ERROR && code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH) throw;
    failed.found = error.what();
  } catch (const std::logic_error& error) {
    failed.found = error.what();
  }
  return failed;
}

}  // namespace accord
