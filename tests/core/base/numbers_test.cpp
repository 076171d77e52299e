#include "core/base/numbers.hpp"

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

TEST_CASE("a number's decimals stand behind the mark of the language") {
  const Tongue english, russian("ru", nullptr), kazakh("kk", nullptr);
  CHECK(decimal(41.44, 1, english) == "41.4");
  CHECK(decimal(41.44, 1, russian) == "41,4");
  CHECK(decimal(41.44, 1, kazakh) == "41,4");
  CHECK(decimal(0.25, russian) == "0,25");
  CHECK(decimal(7, russian) == "7");
  CHECK(signed_decimal(2, 1, english) == "+2.0");
  CHECK(signed_decimal(-2.5, 1, russian) == "-2,5");
  CHECK(decimal(3.6, 0, russian) == "4");
}

TEST_CASE("what is no plain number keeps its points") {
  CHECK(with_decimal_mark("1.2.3", Tongue("ru", nullptr)) == "1.2.3");
  CHECK(with_decimal_mark("", Tongue("ru", nullptr)).empty());
}

}  // namespace
}  // namespace accord
