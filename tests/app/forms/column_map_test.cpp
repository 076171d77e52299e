#include "app/forms/column_map.hpp"

#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("columns that are known need no question") {
  const ColumnMap map({{"Task", "Opening", "title"}, {"Weight", "2", "weight"}, {"Comment", "", "notes"}});
  CHECK(map.is_certain());
  CHECK(map.names().empty());
  CHECK(map.columns().size() == 2);  // what is rarer is understood and not asked about
}

TEST_CASE("what a person says of a column goes to the import, and what cannot be is said") {
  ColumnMap map({{"Jalon", "Opening", ""}, {"Wer", "HOME", ""}});
  CHECK_FALSE(map.is_certain());
  CHECK(map.problems() == std::vector<std::string>{"Say which column holds the milestones' titles."});
  std::size_t title = 0;
  while (column_meanings()[title].code != "title") ++title;
  map.choose(0, title);
  CHECK(map.problems().empty());
  CHECK(map.names() == std::vector<std::pair<std::string, std::string>>{{"Jalon", "title"}});
  map.choose(1, title);
  CHECK(map.problems().size() == 1);
}
