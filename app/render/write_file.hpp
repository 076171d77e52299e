#pragma once
// Writing a file so that there is never half of it: a temporary file in the same folder, flushed, then renamed over the old.
#include <filesystem>
#include <string_view>

namespace accord {

// The whole file or nothing: when it fails half-way, the old file is still there and no temporary one is left. Keeps an existing
// file's permissions and writes through symbolic links. What is no regular file (a device, a pipe) is written to directly.
// Throws std::filesystem::filesystem_error naming the file.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace accord
