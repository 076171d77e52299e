// Why a file could not be written.
#include "db/store/unwritable.hpp"

#include <fstream>

#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"

namespace accord {
namespace {

using test::TemporaryFolder;

TEST_CASE("each thing in the way of a file is said in whole sentences, with what to do about it") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "brief.pdf";
  const std::string name = file.string();
  const struct {
    std::errc error;
    std::string code, message;
  } rows[] = {
      {std::errc::no_space_on_device, "storage.full", "There is no room left to write " + name + ". Nothing was changed."},
      {std::errc::file_too_large, "storage.full", "There is no room left to write " + name + ". Nothing was changed."},
      {std::errc::permission_denied, "store.read_only", name + " may not be written. Nothing was changed."},
      {std::errc::read_only_file_system, "store.read_only", name + " may not be written. Nothing was changed."},
      {std::errc::no_such_file_or_directory, "store.read_only", name + " may not be written. Nothing was changed."},
      {std::errc::text_file_busy, "storage.busy", "Another program is using " + name + ". Nothing was changed."},
      {std::errc::device_or_resource_busy, "storage.busy", "Another program is using " + name + ". Nothing was changed."},
      {std::errc::filename_too_long, "store.not_a_file", "No file can have this name. Nothing was changed."},
      {std::errc::io_error, "storage.io", "Writing " + name + " failed. Nothing was changed."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.message);
    const Diagnostic said = unwritable(file, row.error);
    CHECK(said.code == row.code);
    CHECK(said.message == row.message);
    CHECK_FALSE(said.advice.empty());
    CHECK(said.place.file == name);
  }
}

TEST_CASE("an old file of that name is said to be there still") {
  const TemporaryFolder folder;
  const auto file = folder.file("brief.pdf", "old");
  CHECK(unwritable(file, std::errc::no_space_on_device).message == "There is no room left to write " + file.string() + ". Nothing was changed, and the old file is still there.");
}

TEST_CASE("a folder in the file's place, and a folder that is not there, are said to be that whatever the system says") {
  const TemporaryFolder folder;
  CHECK(unwritable(folder.path(), std::errc::permission_denied).message == folder.path().string() + " is a folder, not a file. Nothing was changed.");
  CHECK(unwritable(folder.path(), std::errc::no_space_on_device).message == "There is no room left in the folder " + folder.path().string() + ". Nothing was changed.");
  const auto lost = folder.path() / "nowhere" / "a.pdf";
  const Diagnostic said = unwritable(lost, std::errc::no_such_file_or_directory);
  CHECK(said.code == "store.missing");
  CHECK(said.message == "There is no folder " + lost.parent_path().string() + ". Nothing was changed.");
}

}  // namespace
}  // namespace accord
