#pragma once
// Why a file could not be written, in the same words wherever one is.
#include <filesystem>
#include <system_error>

#include "core/base/diagnostic.hpp"

namespace accord {

// What stands in the way, that nothing was changed, whether an old file is still there, and what to do. Codes: storage.full
// (no room), store.read_only (no right), store.not_a_file (a folder, or a name that no file can have), store.missing (the
// folder), storage.busy (in use), storage.io (anything else).
Diagnostic unwritable(const std::filesystem::path& path, const std::error_code& error);
Diagnostic unwritable(const std::filesystem::path& path, std::errc error);

}  // namespace accord
