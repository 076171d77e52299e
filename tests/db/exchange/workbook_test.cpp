// A workbook is whole or not made: full folders for passing files, parts that are cut.
#include "db/exchange/workbook.hpp"

#include <filesystem>

#include "db/exchange/xlsx.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_disk.hpp"

namespace accord {
namespace {

// Much in its parts, little when packed.
XlsxTable long_table() {
  XlsxTable table{.sheet = "Form", .columns = {"code", "what"}, .rows = {}};
  for (int i = 0; i < 3000; ++i) table.rows.push_back({std::to_string(i), "the same words in every row, so that they pack well"});
  return table;
}

TEST_CASE("a workbook whose parts find no room is refused instead of being written in pieces") {
  const XlsxTable table = long_table();
  const std::string whole = write_xlsx(table);
  // The last is just too small for the largest part, so that the packed whole would fit.
  for (const rlim_t room : {4'096UL, 20'000UL, 65'536UL, 110'000UL}) {
    CAPTURE(room);
    const test::SmallDisk disk(room);
    CHECK_THROWS_AS(write_xlsx(table), std::filesystem::filesystem_error);
  }
  CHECK(write_xlsx(table) == whole);
}

TEST_CASE("a workbook is whole only with every cell in it") {
  const XlsxTable table = long_table();
  const std::string bytes = write_xlsx(table);
  const std::size_t cells = 2 * (table.rows.size() + 1);
  CHECK(is_whole_workbook(bytes, cells));
  CHECK_FALSE(is_whole_workbook(bytes, cells + 1));
  CHECK_FALSE(is_whole_workbook(bytes, cells - 1));
  CHECK_FALSE(is_whole_workbook(std::string_view(bytes).substr(0, bytes.size() / 2), cells));
  CHECK_FALSE(is_whole_workbook("", 0));
}

}  // namespace
}  // namespace accord
