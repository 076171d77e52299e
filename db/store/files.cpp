#include "db/store/files.hpp"

#include <atomic>
#include <cerrno>
#include <fstream>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/spoken.hpp"
#include "db/store/storage_error.hpp"
#include "db/store/unwritable.hpp"

namespace accord {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

Diagnostic about(const fs::path& path, std::string code, std::string message, std::string advice) {
  Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = std::move(advice)};
  d.place.file = path.string();
  return d;
}

// A rollback journal that was begun but not yet written, or is done with, starts with a zero byte or is empty.
bool holds_changes(const fs::path& journal) { return std::ifstream(journal, std::ios::binary).get() > 0; }

Diagnostic exists_already(const fs::path& path) {
  return about(path, "store.exists", say("There is a file of this name already; it was left as it is."), say("choose another name, or move the old file away first"));
}

[[noreturn]] void fail(const fs::path& path, int error) {
  const Diagnostic why = unwritable(path, std::error_code(error, std::generic_category()));
  throw StorageError(why.code, why.message, why.advice);
}

// Makes a new name in a folder survive a power cut.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

bool may_write(const fs::path& path) {
  return ::access(path.c_str(), W_OK) == 0 && ::access(folder_of(path).c_str(), W_OK | X_OK) == 0;
}

Outcome may_make(const fs::path& path, bool overwrite) {
  std::error_code ignored;
  const fs::file_status there = fs::status(path, ignored);
  if (fs::is_directory(there)) return unwritable(path, std::errc::is_a_directory);
  if (fs::exists(there) && !fs::is_regular_file(there)) return about(path, "store.not_a_file", say("This is not a file."), say("choose a file's name"));
  if (fs::exists(there) && !overwrite) return exists_already(path);
  if (!path.has_filename()) return about(path, "store.not_a_file", say("This is not a file's name."), say("choose a file's name"));
  const fs::path folder = folder_of(path);
  if (!fs::is_directory(folder, ignored)) return unwritable(path, std::errc::no_such_file_or_directory);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return unwritable(path, std::errc::permission_denied);
  if (holds_changes(path.string() + "-journal"))
    return about(path, "store.half_written", say("Beside it lies {}-journal, left by a program that stopped while it was writing there.", path.filename().string()), say("open the old file in Accord first, which repairs it, or choose another name"));
  return Done{};
}

TemporaryFile::TemporaryFile(const fs::path& destination) : destination_(destination) {
  static std::atomic<unsigned> counter{0};
  for (;;) {
    path_ = folder_of(destination) / fmt::format(".{}.{}-{}.tmp", destination.filename().string(), ::getpid(), counter++);
    const int descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      ::close(descriptor);
      return;
    }
    if (errno != EEXIST) fail(destination, errno);
  }
}

TemporaryFile::~TemporaryFile() {
  if (path_.empty()) return;
  std::error_code ignored;
  fs::remove(path_, ignored);
  fs::remove(path_.string() + "-journal", ignored);
}

Outcome TemporaryFile::keep(bool overwrite) {
  if (overwrite) {
    if (::rename(path_.c_str(), destination_.c_str()) != 0) fail(destination_, errno);
    path_.clear();
  } else if (::link(path_.c_str(), destination_.c_str()) != 0) {
    if (errno == EEXIST) return exists_already(destination_);
    // Some file systems have no links. Between this look and the renaming another program can lose only a file that it
    // made in that instant.
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) fail(destination_, errno);
    if (::access(destination_.c_str(), F_OK) == 0) return exists_already(destination_);
    if (::rename(path_.c_str(), destination_.c_str()) != 0) fail(destination_, errno);
    path_.clear();
  }
  sync_folder(folder_of(destination_));
  return Done{};
}

}  // namespace accord
