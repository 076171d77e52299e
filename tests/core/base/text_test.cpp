#include "core/base/text.hpp"

#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("a list reads as a sentence") {
  CHECK(join_in_words(std::vector<std::string>{}) == "");
  CHECK(join_in_words(std::vector<std::string>{"a"}) == "a");
  CHECK(join_in_words(std::vector<std::string>{"a", "b", "c"}) == "a, b and c");
  CHECK(counted(1, "day") == "1 day");
  CHECK(counted(-3, "entry", "entries") == "-3 entries");
}

TEST_CASE("splitting keeps empty parts between separators and trims them") {
  CHECK(split(" a ; ;b", ';') == std::vector<std::string>{"a", "", "b"});
  CHECK(split("  ", ';').empty());
}

TEST_CASE("numbers are read whole or not at all, whatever the locale") {
  CHECK(parse_integer("+12") == 12);
  CHECK_FALSE(parse_integer("12a").has_value());
  CHECK_FALSE(parse_integer("").has_value());
  CHECK(parse_number("1.5") == 1.5);
  CHECK_FALSE(parse_number("1,5").has_value());
  CHECK_FALSE(parse_number("nan").has_value());
  CHECK_FALSE(parse_number("inf").has_value());
}

TEST_CASE("the nearest word is offered only when it is near enough") {
  const std::vector<std::string> codes{"VFA.10", "VFA.11", "RA.10"};
  CHECK(nearest("VFA10", codes) == "VFA.10");
  CHECK_FALSE(nearest("signature", codes).has_value());
}

TEST_CASE("invalid UTF-8 is found at its first byte") {
  CHECK_FALSE(first_invalid_utf8("Қазақстан, Šimkić €").has_value());
  CHECK(first_invalid_utf8("ab\xFF") == 2);
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
  CHECK(first_invalid_utf8("a\xE2\x82") == 1);         // cut off
  CHECK(code_points("Šimkić") == 6);
}
