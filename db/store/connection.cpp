#include "db/store/connection.hpp"

#include <stdexcept>

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/spoken.hpp"
#include "db/store/unwritable.hpp"

namespace accord {
namespace {

int flags_for(OpenFor purpose) {
  switch (purpose) {
    case OpenFor::reading: return SQLite::OPEN_READONLY;
    case OpenFor::writing: return SQLite::OPEN_READWRITE;
    case OpenFor::making: return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  }
  return SQLite::OPEN_READONLY;
}

Diagnostic read_only(int extended, const std::filesystem::path& path) {
  if (extended == SQLITE_READONLY_DBMOVED)
    return on_moved(path);
  if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY)
    return on_file(path, "store.half_written", say("A program stopped while it was writing to this file, and the file cannot be repaired while it is opened for reading only."), say("open it once where it may be written; it is then put back to its last saved state"));
  return on_file(path, "store.read_only", say("The file or its folder may not be written."), say("ask for the right to write there, or save a copy elsewhere"));
}

}  // namespace

Diagnostic on_moved(const std::filesystem::path& path) {
  std::error_code unknown;
  return std::filesystem::exists(path, unknown)
             ? on_file(path, "store.moved", say("The file was replaced while it was open; nothing was written."), say("open it again"))
             : on_file(path, "store.moved", say("The file is not there any more; nothing was written."), say("put it back, or save a copy elsewhere"));
}

Diagnostic on_file(const std::filesystem::path& path, std::string code, std::string message, std::string advice) {
  Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = std::move(advice)};
  d.place.file = path.string();
  return d;
}

StoreConnection::StoreConnection(const std::filesystem::path& path, OpenFor purpose, int busy_ms) : db_(path.string(), flags_for(purpose), busy_ms), purpose_(purpose) {
  sqlite3* const handle = db_.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
}

StoreConnection& StoreConnection::use() {
  run("PRAGMA cell_size_check = ON");
  run("PRAGMA temp_store = MEMORY");
  run("PRAGMA synchronous = FULL");
  if (purpose_ == OpenFor::reading) run("PRAGMA query_only = ON");
  return *this;
}

bool StoreConnection::moved() {
  int has_moved = 0;
  return sqlite3_file_control(db_.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved) == SQLITE_OK && has_moved != 0;
}

Diagnostic judged(const SQLite::Exception& error, const std::filesystem::path& path) {
  const int extended = error.getExtendedErrorCode();
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return on_file(path, "store.locked", say("Another program is writing to this file and does not finish."), say("try again in a moment; if that does not help, close Accord on the other computer"));
    case SQLITE_NOTADB:
      return on_file(path, "store.foreign", say("This is not an Accord dossier, or its beginning is damaged."), say("choose a file that ends in .accord, or take a backup"));
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return on_file(path, "store.corrupt", say("The file is damaged."), say("open a backup; the damaged file was left as it is"));
    case SQLITE_READONLY: return read_only(extended, path);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return on_file(path, "store.unreadable", say("The file or its folder may not be used."), say("ask for the right to read and write there"));
    case SQLITE_FULL: {
      const Diagnostic why = unwritable(path, std::errc::no_space_on_device);
      throw StorageError(why.code, why.message, why.advice);
    }
    case SQLITE_IOERR: throw StorageError("storage.io", say("Reading or writing {} failed. Nothing was changed; look whether the disk or the network can be reached, and try again.", path.string()));
    case SQLITE_NOMEM: throw StorageError("storage.memory", say("There is not enough memory to work with {}.", path.string()));
    default: throw std::logic_error(fmt::format("{}: {} ({})", path.string(), error.what(), extended));
  }
}

Diagnostic judged_unseen(const SQLite::Exception& error, const std::filesystem::path& path) {
  if ((error.getErrorCode() & 0xff) != SQLITE_ERROR) return judged(error, path);
  return on_file(path, "store.corrupt", say("The file's tables are damaged."), say("open a backup; the damaged file was left as it is"));
}

}  // namespace accord
