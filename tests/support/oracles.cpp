#include "tests/support/oracles.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/doctest.hpp"

namespace accord::test {

std::filesystem::path source_dir() { return ACCORD_SOURCE_DIR; }

std::filesystem::path shared(const std::string& name) {
  const auto path = source_dir().parent_path() / "shared" / name;
  if (std::filesystem::exists(path)) return path;
  MESSAGE("skipped: ", name, " does not lie beside the project");
  return {};
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, const std::string& extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == extension) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace accord::test
