#include "core/calendar/presidencies.hpp"

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

TEST_CASE("presidencies follow one another without a gap, two a year") {
  const auto all = council_presidencies();
  REQUIRE(all.size() == 28);
  for (std::size_t i = 1; i < all.size(); ++i) {
    CAPTURE(all[i].country);
    CHECK(all[i].first() == all[i - 1].last() + date::days{1});
  }
  CHECK(to_iso(all.front().first()) == "2017-01-01");
  CHECK(to_iso(all.back().last()) == "2030-12-31");
}

TEST_CASE("Ireland presides in the second half of 2026 and Greece in that of 2027") {
  for (const Presidency& one : council_presidencies()) {
    if (one.year == 2026 && one.half == 2) CHECK(one.country == "Ireland");
    if (one.year == 2027 && one.half == 2) CHECK(one.code == "EL");
  }
}

}  // namespace
}  // namespace accord
