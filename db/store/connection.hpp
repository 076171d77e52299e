#pragma once
// One SQLite connection with the settings that every dossier is opened with, and the translation of SQLite's errors.
#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "db/store/store.hpp"

namespace accord {

// "ACRD" in ASCII: what the file's header says it is.
inline constexpr int application_id = 0x41435244;

enum class OpenFor { reading, writing, making };

// Rollback journal, synchronous FULL, foreign keys on; nothing in the file's schema is trusted with more than it needs.
class StoreConnection {
 public:
  // SQLite::Exception when SQLite cannot open it. `making` creates the file where it is missing. Nothing is read yet: the
  // first look at a file that is not ours could already leave something beside it.
  StoreConnection(const std::filesystem::path& path, OpenFor purpose, int busy_ms);
  // To be called before anything else, once the file is known to be ours.
  StoreConnection& use();

  SQLite::Database& db() { return db_; }
  void run(const char* sql) { db_.exec(sql); }
  std::int64_t number(const char* sql) { return db_.execAndGet(sql).getInt64(); }
  std::string text(const char* sql) { return db_.execAndGet(sql).getString(); }
  // The file of this name is no longer the one that was opened.
  bool moved();

 private:
  SQLite::Database db_;
  OpenFor purpose_;
};

// What SQLite found wrong, as a judgement on the file; StorageError where it is breakage, std::logic_error where it is a bug.
Diagnostic judged(const SQLite::Exception& error, const std::filesystem::path& path);

Diagnostic judged_unseen(const SQLite::Exception& error, const std::filesystem::path& path);

// Runs f(), a function that returns a Result, and turns SQLite's exceptions into its diagnostics.
template <class F>
auto guarded(const std::filesystem::path& path, F&& f) -> decltype(f()) {
  try {
    return f();
  } catch (const SQLite::Exception& error) {
    return judged(error, path);
  }
}

// The same for a file whose tables nobody has looked at yet: SQL that does not run there is the file's fault.
template <class F>
auto guarded_unseen(const std::filesystem::path& path, F&& f) -> decltype(f()) {
  try {
    return f();
  } catch (const SQLite::Exception& error) {
    return judged_unseen(error, path);
  }
}

// The file is no longer the one that was opened: gone, or another in its place. Code: store.moved.
Diagnostic on_moved(const std::filesystem::path& path);
Diagnostic on_file(const std::filesystem::path& path, std::string code, std::string message, std::string advice = {});

}  // namespace accord
