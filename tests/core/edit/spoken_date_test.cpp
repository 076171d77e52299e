#include "core/edit/spoken_date.hpp"

#include "core/base/text.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

const Day sunday = parse_day("2026-11-22").value();

struct Said {
  const char* words;
  Direction direction;
  std::size_t taken;
  const char* date;
};

}  // namespace

TEST_CASE("a date is understood as people say it, and a year that is left out is the one they mean") {
  constexpr auto past = Direction::past, future = Direction::future;
  const Said table[] = {
      {"2 Dec", past, 2, "2025-12-02"},
      {"2 Dec", future, 2, "2026-12-02"},
      {"22 November", past, 2, "2026-11-22"},
      {"22 November", future, 2, "2027-11-22"},
      {"2 December 2024", past, 3, "2024-12-02"},
      {"2nd of December", past, 3, "2025-12-02"},
      {"Dec 2", past, 2, "2025-12-02"},
      {"3-4 December", past, 2, "2025-12-03..2025-12-04"},
      {"February", future, 1, "2027-02"},
      {"February", past, 1, "2026-02"},
      {"November", past, 1, "2026-11"},
      {"early February", future, 2, "early 2027-02"},
      {"late March 2027", past, 3, "end 2027-03"},
      {"spring", future, 1, "spring 2027"},
      {"spring 2028", past, 2, "spring 2028"},
      {"2.12.2026", past, 1, "2026-12-02"},
      {"2/12/2026", past, 1, "2026-12-02"},
      {"2026-12-02", past, 1, "2026-12-02"},
      {"2026-12", past, 1, "2026-12"},
      {"today", past, 1, "2026-11-22"},
      {"yesterday", past, 1, "2026-11-21"},
      {"tomorrow", future, 1, "2026-11-23"},
      {"Monday", past, 1, "2026-11-16"},
      {"Monday", future, 1, "2026-11-23"},
      {"Sunday", past, 1, "2026-11-22"},
      {"next week", future, 2, "2026-11-23..2026-11-29"},
      {"next month", future, 2, "2026-12"},
      {"29 February", past, 2, "2024-02-29"},
      {"Brussels 2 Dec", past, 0, "unknown"},
      {"3", past, 0, "unknown"},
      {"round 3", past, 0, "unknown"},
  };
  for (const Said& row : table) {
    CAPTURE(row.words);
    const auto words = split(row.words, ' ');
    const auto found = read_spoken_date(words, sunday, row.direction);
    REQUIRE(found.ok());
    CHECK(found->words == row.taken);
    CHECK(found->date.text() == row.date);
  }
}

TEST_CASE("a day that does not exist is refused by name") {
  for (const char* text : {"31 February", "31 Feb 2027", "Feb 30", "31.2.2027"}) {
    CAPTURE(text);
    const auto found = read_spoken_date(split(text, ' '), sunday, Direction::past);
    REQUIRE(!found.ok());
    CHECK(found.errors()[0].code == "day.missing");
  }
}

}  // namespace accord
