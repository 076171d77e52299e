#pragma once
// Files that appear whole or not at all.
#include <filesystem>

#include "core/base/result.hpp"

namespace accord {

// May the file and its folder be written (a rollback journal has to lie beside it)?
bool may_write(const std::filesystem::path& path);

// Nothing when a file of this name may be made: store.exists unless `overwrite`, store.not_a_file, store.missing (the
// folder), store.read_only (the folder), store.half_written (a rollback journal is left there and would be taken for the new file's).
Outcome may_make(const std::filesystem::path& path, bool overwrite);

// A file under a passing name in the destination's folder; removed, with its rollback journal, unless it was kept.
class TemporaryFile {
 public:
  // Makes it, empty. StorageError when that fails.
  explicit TemporaryFile(const std::filesystem::path& destination);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Gives it its final name, in one step and durably. Without `overwrite` a file that appeared meanwhile is kept: store.exists.
  Outcome keep(bool overwrite);

 private:
  std::filesystem::path destination_;
  std::filesystem::path path_;
};

}  // namespace accord
