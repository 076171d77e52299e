#include "app/render/columns.hpp"

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("letters are counted as columns, not bytes") {
  const struct {
    const char* text;
    int width;
  } rows[] = {{"", 0}, {"abc", 3}, {"Кабинет", 7}, {"Қазақстан", 9}, {"–", 1}, {"é", 1}, {"e\u0301", 1}, {"日本", 4}, {"🙂", 2}, {"a\u200Bb", 2}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("text breaks at spaces and keeps its words whole") {
  CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrap("one two", 7) == Lines{"one two"});
  CHECK(wrap("", 8) == Lines{""});
  CHECK(wrap("a\nb c", 8) == Lines{"a", "b c"});
}

TEST_CASE("a word longer than a line breaks between characters, never inside one") {
  CHECK(wrap("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap("Қазақстан", 4) == Lines{"Қаза", "қста", "н"});
  CHECK(wrap("日本国", 3) == Lines{"日", "本", "国"});
}

TEST_CASE("what a screen would obey is shown as a sign instead") {
  CHECK(harmless("plain Қ 日 e\u0301\n\t") == "plain Қ 日 e\u0301\n\t");
  CHECK(harmless("\033[31mred\033[0m") == "\uFFFD[31mred\uFFFD[0m");
  CHECK(harmless("a\rb\bc\x7f") == "a\uFFFDb\uFFFDc\uFFFD");
  CHECK(harmless("\u009b2J") == "\uFFFD2J");
  CHECK(harmless("abc\u202Etxt\u2066x\u2069") == "abc\uFFFDtxt\uFFFDx\uFFFD");
}

TEST_CASE("padding goes to the side that alignment leaves free") {
  CHECK(padded("é", 3) == "é  ");
  CHECK(padded("12", 4, true) == "  12");
  CHECK(padded("long", 2) == "long");
}

}  // namespace
}  // namespace accord
