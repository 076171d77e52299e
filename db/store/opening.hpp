#pragma once
// From a path to an open store: every judgement on the file before anything in it is used.
#include <span>

#include "db/store/migrations.hpp"

namespace accord {

struct Store::Impl {
  std::filesystem::path path;
  bool read_only = false;
  int busy_ms = 0;
  int format = 0;         // that every other program must leave the file in while it is open here
  std::int64_t seen = 0;  // the revision last loaded or written
  StoreConnection connection;
};

// As Store::open, with the steps given: the released ones, or a test's.
Result<std::unique_ptr<Store::Impl>> open_file(const std::filesystem::path& path, const OpenOptions& options, std::span<const Migration> steps);

// The file's own state as it is now, inside a transaction: that it is still ours and of the format that we opened.
Outcome still_ours(Store::Impl& file);

}  // namespace accord
