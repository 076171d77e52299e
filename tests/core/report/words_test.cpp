#include "core/report/words.hpp"

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

Day day(const char* iso) { return parse_day(iso).value(); }
FuzzyDate fuzzy(const char* text) { return FuzzyDate::parse(text).value(); }

TEST_CASE("days and spans read as British prose") {
  CHECK(in_prose(day("2026-03-03")) == "3 March 2026");
  CHECK(month_in_prose(day("2027-10-20")) == "October 2027");
  CHECK(span_in_prose(day("2027-08-01"), day("2027-12-31")) == "1 August to 31 December 2027");
  CHECK(span_in_prose(day("2027-12-01"), day("2028-01-02")) == "1 December 2027 to 2 January 2028");
  CHECK(span_in_prose(day("2027-12-01"), day("2027-12-01")) == "1 December 2027");
}

TEST_CASE("a fuzzy date fits into a sentence as people said it") {
  const struct {
    const char* text;
    const char* phrase;
  } rows[] = {{"2026-12-02", "on 2 December 2026"}, {"2025-04", "in April 2025"}, {"2027", "in 2027"}, {"spring 2027", "in spring 2027"},
              {"early March 2027", "in early March 2027"}, {"by the end of 2027", "by the end of 2027"}, {"by 2025-10-28", "by 28 October 2025"},
              {"2027-08-01..2027-12-31", "between 1 August 2027 and 31 December 2027"}, {"..2026-12-31", "by 31 December 2026"},
              {"~2026-11-20", "about 20 November 2026"}, {"unknown", "on an unknown day"}, {"end of 2027", "at the end of 2027"}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(when(fuzzy(row.text)) == row.phrase);
  }
}

TEST_CASE("sentences end with one full stop") {
  CHECK(with_full_stop("Done") == "Done.");
  CHECK(with_full_stop("Done.") == "Done.");
  CHECK(with_full_stop("Why?") == "Why?");
  CHECK(with_full_stop("") == "");
  CHECK(without_full_stop("Done. ") == "Done");
}

TEST_CASE("a title inside a sentence loses its capital only where it is no name") {
  CHECK(inside_sentence("Visa facilitation") == "visa facilitation");
  CHECK(inside_sentence("EU file") == "EU file");
  CHECK(inside_sentence("Kurultai IV") == "Kurultai IV");
  CHECK(inside_sentence("") == "");
}

TEST_CASE("long text is cut at a word, and never inside a character") {
  CHECK(shortened("one two three", 9) == "one two…");
  CHECK(shortened("ҚҚҚҚҚҚ", 5) == "ҚҚҚҚҚ…");
  CHECK(shortened("ҚҚҚҚҚҚ", 6) == "ҚҚҚҚҚҚ");
  CHECK(shortened("short", 9) == "short");
}

}  // namespace
}  // namespace accord
