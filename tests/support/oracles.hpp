#pragma once
// Expected values that lie beside the project, not in it. A test that needs them is skipped, and says so, where they are absent.
#include <filesystem>
#include <string>
#include <vector>

namespace accord::test {

// The project's own source folder.
std::filesystem::path source_dir();
// `../shared/NAME` from the project's root, or an empty path after printing "skipped: …".
std::filesystem::path shared(const std::string& name);
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, const std::string& extension);  // sorted
std::string read_file(const std::filesystem::path& path);  // bytes; throws when unreadable

}  // namespace accord::test
