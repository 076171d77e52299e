#include "app/render/write_file.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/stat.h>

#include "tests/support/doctest.hpp"
#include "tests/support/small_disk.hpp"

namespace accord {
namespace {

namespace fs = std::filesystem;

// A folder of its own, gone with the test.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "accord-write-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t files_in(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{})); }

TEST_CASE("a file is written, and written over") {
  const Folder folder;
  const fs::path file = folder.path / "brief.html";
  write_file(file, "one");
  CHECK(content(file) == "one");
  write_file(file, std::string("tw\0o", 4));
  CHECK(content(file) == std::string("tw\0o", 4));
  CHECK(files_in(folder.path) == 1);
}

TEST_CASE("failing half-way leaves the old file and nothing else") {
  const Folder folder;
  const fs::path file = folder.path / "brief.html";
  write_file(file, "the old one");
  {
    const test::SmallDisk disk(4096);
    CHECK_THROWS_AS(write_file(file, std::string(10000, 'x')), fs::filesystem_error);
  }
  CHECK(content(file) == "the old one");
  CHECK(files_in(folder.path) == 1);
}

TEST_CASE("an existing file keeps its permissions") {
  const Folder folder;
  const fs::path file = folder.path / "secret.txt";
  write_file(file, "a");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  write_file(file, "b");
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a symbolic link stays one, and what it points to is written") {
  const Folder folder;
  write_file(folder.path / "real.txt", "a");
  fs::create_symlink("real.txt", folder.path / "link.txt");
  write_file(folder.path / "link.txt", "b");
  CHECK(fs::is_symlink(folder.path / "link.txt"));
  CHECK(content(folder.path / "real.txt") == "b");
}

TEST_CASE("a folder, or a folder that is not there, is refused by name") {
  const Folder folder;
  CHECK_THROWS_AS(write_file(folder.path, "a"), fs::filesystem_error);
  const fs::path lost = folder.path / "nowhere" / "a.txt";
  try {
    write_file(lost, "a");
    FAIL("nothing was thrown");
  } catch (const fs::filesystem_error& error) {
    CHECK(error.path1() == lost);
  }
}

TEST_CASE("a device is written to, not replaced") {
  write_file("/dev/null", "a");
  CHECK(fs::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace accord
