#include "db/store/opening.hpp"

#include <array>
#include <cstring>
#include <optional>

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/base/spoken.hpp"
#include "db/store/files.hpp"
#include "db/store/journal_rows.hpp"
#include "db/store/schema.hpp"

namespace accord {
namespace {

namespace fs = std::filesystem;

// The first bytes of every SQLite file (sqlite.org/fileformat2.html, "The Database Header").
class Header {
 public:
  // Read through SQLite and not beside it: closing a second descriptor would drop the locks that this process holds.
  explicit Header(StoreConnection& connection) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(connection.db().getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods) return;
    whole_ = file->pMethods->xRead(file, bytes_.data(), static_cast<int>(bytes_.size()), 0) == SQLITE_OK;
  }
  bool is_sqlite() const { return std::memcmp(bytes_.data(), "SQLite format 3", 16) == 0; }
  bool is_whole() const { return whole_; }
  bool uses_wal() const { return bytes_[18] != 1 || bytes_[19] != 1; }
  std::int32_t user_version() const { return static_cast<std::int32_t>(word(60)); }
  std::uint32_t application() const { return word(68); }

 private:
  std::uint32_t word(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes_[at + i];
    return value;
  }
  std::array<unsigned char, 100> bytes_{};
  bool whole_ = false;
};

Outcome judge_path(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return on_file(path, "store.missing", say("There is no such file."), say("check the name and the folder"));
  if (!fs::exists(status)) return on_file(path, "store.unreadable", say("The file's folder may not be read."), say("ask for the right to read there"));
  if (!fs::is_regular_file(status)) return on_file(path, "store.not_a_file", say("This is not a file."), say("choose a file that ends in .accord"));
  if (::access(path.c_str(), R_OK) != 0) return on_file(path, "store.unreadable", say("The file may not be read."), say("ask for the right to read it"));
  if (fs::file_size(path, error) == 0) return on_file(path, "store.empty", say("The file is empty: it holds no bytes at all."), say("delete it and make a new dossier, or take a backup"));
  return Done{};
}

Outcome judge_header(const fs::path& path, const Header& header, int newest) {
  if (!header.is_sqlite()) return on_file(path, "store.foreign", say("This is not an Accord dossier, or its beginning is damaged."), say("choose a file that ends in .accord; other formats are taken in by import"));
  if (!header.is_whole()) return on_file(path, "store.corrupt", say("The file is damaged: most of it is missing."), say("open a backup; the damaged file was left as it is"));
  if (header.application() != static_cast<std::uint32_t>(application_id)) return on_file(path, "store.foreign", say("This file was made by another program, not by Accord."), say("choose a file that ends in .accord"));
  if (header.user_version() > newest)
    return on_file(path, "store.newer", say("This file was made by a newer version of Accord (its format is {}, this version knows up to {}); it was left as it is.", header.user_version(), newest), say("install the newer version"));
  if (header.user_version() < 1 || header.uses_wal()) return on_file(path, "store.schema", say("Another program has changed how this file is kept, so that Accord cannot use it safely; it was left as it is."), say("open a backup"));
  return Done{};
}

// What a look at the whole file shows: structure, value types, checks; tables as described; the journal's head in place.
Outcome judge_content(StoreConnection& connection, const fs::path& path) {
  const SQLite::Transaction reading(connection.db());
  const std::int64_t bytes = connection.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  // SQLite reads the missing end of a last page as zeros.
  const std::string verdict = static_cast<std::int64_t>(fs::file_size(path)) < bytes ? "the end of the file is missing" : connection.text("PRAGMA quick_check(1)");
  if (verdict != "ok") {
    Diagnostic d = on_file(path, "store.corrupt", say("The file is damaged."), say("open a backup; the damaged file was left as it is"));
    d.found = verdict;
    return d;
  }
  if (schema_of(connection) != fresh_schema()) return on_file(path, "store.schema", say("The file's tables are not as Accord makes them: another program has changed them; it was left as it is."), say("open a backup"));
  const Meta meta = read_meta(connection);
  SQLite::Statement head(connection.db(), "SELECT count(*), max(\"number\"), (SELECT \"hash\" FROM \"journal\" ORDER BY \"number\" DESC LIMIT 1) FROM \"journal\"");
  head.executeStep();
  if (meta.revision < 1 || meta.entries != meta.revision || head.getColumn(0).getInt64() != meta.entries || head.getColumn(1).getInt64() != meta.entries || head.getColumn(2).getString() != meta.head)
    return on_file(path, "store.corrupt", say("The file's journal does not end where the file says it does: entries are missing or were added by something other than Accord."), say("open a backup; the damaged file was left as it is"));
  return Done{};
}

// Opening for writing puts a half-written file back to its last saved state.
Outcome repair(const fs::path& path, int busy_ms) {
  return guarded_unseen(path, [&]() -> Outcome {
    StoreConnection connection(path, OpenFor::writing, busy_ms);
    connection.use();
    connection.number("SELECT count(*) FROM sqlite_schema");
    return Done{};
  });
}

Result<std::unique_ptr<Store::Impl>> open_once(const fs::path& path, const OpenOptions& options, std::span<const Migration> steps) {
  return guarded_unseen(path, [&]() -> Result<std::unique_ptr<Store::Impl>> {
    const bool writing = options.access == Access::read_write && may_write(path);
    const int newest = newest_format(steps);
    auto file = std::make_unique<Store::Impl>(Store::Impl{path, !writing, options.busy_ms, newest, 0, StoreConnection(path, writing ? OpenFor::writing : OpenFor::reading, options.busy_ms)});
    StoreConnection& connection = file->connection;
    if (const Outcome ours = judge_header(path, Header(connection), newest); !ours) return ours.errors();
    connection.use();
    if (const std::int64_t format = connection.number("PRAGMA user_version"); format < newest) {
      if (!may_write(path)) return on_file(path, "store.read_only", say("The file is from an older version of Accord and has to be brought to this one first, but it may not be written."), say("copy it to a folder where you may write, and open the copy"));
      StoreConnection writer(path, OpenFor::writing, options.busy_ms);
      if (const Outcome migrated = migrate(writer.use(), path, steps, options.now ? options.now() : 0); !migrated) return migrated.errors();
    }
    if (const Outcome sound = judge_content(connection, path); !sound) return sound.errors();
    file->seen = read_meta(connection).revision;
    return file;
  });
}

}  // namespace

Result<std::unique_ptr<Store::Impl>> open_file(const fs::path& path, const OpenOptions& options, std::span<const Migration> steps) {
  if (const Outcome there = judge_path(path); !there) return there.errors();
  auto file = open_once(path, options, steps);
  if (file || file.errors().front().code != "store.half_written" || !may_write(path)) return file;
  if (const Outcome repaired = repair(path, options.busy_ms); !repaired) return repaired.errors();
  return open_once(path, options, steps);
}

Outcome still_ours(Store::Impl& file) {
  if (file.connection.moved()) return on_moved(file.path);
  if (file.connection.number("PRAGMA user_version") != file.format) return on_file(file.path, "store.newer", "A newer version of Accord has taken over this file while it was open.", "install the newer version, then open it again");
  return Done{};
}

}  // namespace accord
