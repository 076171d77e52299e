#include "core/calendar/fuzzy_date.hpp"

#include "tests/core/calendar/dates.hpp"

using namespace accord;
using test::code_of;
using test::day;

namespace {

struct Row {
  const char* typed;
  const char* earliest;  // "" = open
  const char* latest;
  const char* middle;
};

void check(const Row& row) {
  CAPTURE(row.typed);
  const auto date = FuzzyDate::parse(row.typed);
  REQUIRE(date);
  CHECK((date->earliest() ? to_iso(*date->earliest()) : "") == row.earliest);
  CHECK((date->latest() ? to_iso(*date->latest()) : "") == row.latest);
  CHECK((date->middle() ? to_iso(*date->middle()) : "") == row.middle);
}

}  // namespace

TEST_CASE("every form of the grammar is understood") {
  for (const Row& row : {
           Row{"2027-03-15", "2027-03-15", "2027-03-15", "2027-03-15"},
           Row{"2027-02", "2027-02-01", "2027-02-28", "2027-02-15"},
           Row{"2027", "2027-01-01", "2027-12-31", "2027-07-01"},
           Row{"2027-Q2", "2027-04-01", "2027-06-30", "2027-05-16"},
           Row{"2027-H1", "2027-01-01", "2027-06-30", "2027-04-01"},
           Row{"2027-h2", "2027-07-01", "2027-12-31", "2027-09-30"},
           Row{"spring 2027", "2027-03-01", "2027-05-31", "2027-04-15"},
           Row{"summer 2027", "2027-06-01", "2027-08-31", "2027-07-16"},
           Row{"autumn 2027", "2027-09-01", "2027-11-30", "2027-10-16"},
           Row{"winter 2027", "2027-12-01", "2028-02-29", "2028-01-15"},
           Row{"early 2027", "2027-01-01", "2027-03-31", "2027-02-14"},
           Row{"mid 2027", "2027-05-01", "2027-08-31", "2027-07-01"},
           Row{"end 2027", "2027-10-01", "2027-12-31", "2027-11-15"},
           Row{"end of 2027", "2027-10-01", "2027-12-31", "2027-11-15"},
           Row{"early 2027-03", "2027-03-01", "2027-03-10", "2027-03-05"},
           Row{"mid of 2027-03", "2027-03-11", "2027-03-20", "2027-03-15"},
           Row{"end of 2027-02", "2027-02-21", "2027-02-28", "2027-02-24"},
           Row{"by 2027-03-15", "", "2027-03-15", "2027-03-15"},
           Row{"by the end of 2027", "", "2027-12-31", "2027-12-31"},
           Row{"by 2027", "", "2027-12-31", "2027-12-31"},
           Row{"by the end of 2027-02", "", "2027-02-28", "2027-02-28"},
           Row{"by spring 2027", "", "2027-05-31", "2027-05-31"},
           Row{"2027-03-01..2027-03-31", "2027-03-01", "2027-03-31", "2027-03-15"},
           Row{"2027-03-01..2027-03-04", "2027-03-01", "2027-03-04", "2027-03-02"},
           Row{"2027-03..2027-04", "2027-03-01", "2027-04-30", "2027-03-31"},
           Row{"..2027-03-15", "", "2027-03-15", "2027-03-15"},
           Row{"2027-03-15..", "2027-03-15", "", "2027-03-15"},
           Row{"~2027-03-15", "2027-03-08", "2027-03-22", "2027-03-15"},
           Row{"unknown", "", "", ""},
       })
    check(row);
}

TEST_CASE("the English forms that officers type are understood, whatever the case and the spaces") {
  for (const Row& row : {
           Row{"  March   2027 ", "2027-03-01", "2027-03-31", "2027-03-15"},
           Row{"early March 2027", "2027-03-01", "2027-03-10", "2027-03-05"},
           Row{"End Of March 2027", "2027-03-21", "2027-03-31", "2027-03-26"},
           Row{"late 2026", "2026-10-01", "2026-12-31", "2026-11-15"},
           Row{"mid-2027", "2027-05-01", "2027-08-31", "2027-07-01"},
           Row{"the beginning of 2027", "2027-01-01", "2027-03-31", "2027-02-14"},
           Row{"2 Dec 2025", "2025-12-02", "2025-12-02", "2025-12-02"},
           Row{"2 December 2025", "2025-12-02", "2025-12-02", "2025-12-02"},
           Row{"2nd December 2025", "2025-12-02", "2025-12-02", "2025-12-02"},
           Row{"December 2, 2025", "2025-12-02", "2025-12-02", "2025-12-02"},
           Row{"1 sept 2025", "2025-09-01", "2025-09-01", "2025-09-01"},
           Row{"may 2027", "2027-05-01", "2027-05-31", "2027-05-15"},
           Row{"Q2 2027", "2027-04-01", "2027-06-30", "2027-05-16"},
           Row{"Q2/2027", "2027-04-01", "2027-06-30", "2027-05-16"},
           Row{"2027 Q2", "2027-04-01", "2027-06-30", "2027-05-16"},
           Row{"H2 2026", "2026-07-01", "2026-12-31", "2026-09-30"},
           Row{"by end 2026", "", "2026-12-31", "2026-12-31"},
           Row{"by the end of March 2027", "", "2027-03-31", "2027-03-31"},
           Row{"2 Dec 2025 .. 5 Dec 2025", "2025-12-02", "2025-12-05", "2025-12-03"},
           Row{"~ 15 March 2027", "2027-03-08", "2027-03-22", "2027-03-15"},
           Row{"UNKNOWN", "", "", ""},
           Row{"2027-3-5", "2027-03-05", "2027-03-05", "2027-03-05"},
       })
    check(row);
}

TEST_CASE("what is not a date is refused with its code") {
  for (const char* wrong : {"",
                            "soon",
                            "spring",
                            "2027-",
                            "27-03-15",
                            "03/04/2027",
                            "2026-2027",
                            "by",
                            "by the end of the year",
                            "..",
                            "~",
                            "~March 2027",
                            "~..2027-01-01",
                            "2027-Q5",
                            "2027-H3",
                            "Q0 2027",
                            "early",
                            "early spring 2027",
                            "2027-03-15 maybe",
                            "2027-03-15..2027-03-16..",
                            "12027",
                            "Smarch 2027",
                            "between 2026 and 2027",
                            "2027-03-15-01",
                            "\xFF\xFE"}) {
    CAPTURE(wrong);
    CHECK(code_of(FuzzyDate::parse(wrong)) == "fuzzy_date.syntax");
  }
  CHECK(code_of(FuzzyDate::parse("2027-02-31")) == "day.missing");
  CHECK(FuzzyDate::parse("31 February 2027").errors().front().advice.find("2027-02-28") != std::string::npos);
  CHECK(code_of(FuzzyDate::parse("2027-13")) == "day.missing");
  CHECK(code_of(FuzzyDate::parse("1812")) == "day.range");
  CHECK(code_of(FuzzyDate::parse("winter 2199")) == "day.range");
  CHECK(code_of(FuzzyDate::parse("~1900-01-01")) == "day.range");
  CHECK(code_of(FuzzyDate::parse("2027-03-02..2027-03-01")) == "fuzzy_date.order");
  CHECK(FuzzyDate::parse("2027-03-15 maybe").errors().front().place.column == 12);
}

TEST_CASE("the words are kept, and say what was understood") {
  const auto spring = FuzzyDate::parse(" Spring 2027 ").value();
  CHECK(spring.text() == "Spring 2027");
  CHECK(spring.explained() == "any day from 2027-03-01 to 2027-05-31");
  CHECK(FuzzyDate::parse("by the end of 2026").value().explained() == "on or before 2026-12-31");
  CHECK(FuzzyDate::parse("2026-12-01..").value().explained() == "on or after 2026-12-01");
  CHECK(FuzzyDate().explained() == "not known");
  CHECK(FuzzyDate(day("2026-12-01")).explained() == "2026-12-01");
  CHECK(FuzzyDate().text() == "unknown");
  CHECK(FuzzyDate::parse("Unknown").value() == FuzzyDate());
  CHECK(FuzzyDate::parse("2026-12-01").value() == FuzzyDate(day("2026-12-01")));
}

TEST_CASE("an interval without words gets the grammar's own") {
  CHECK(FuzzyDate::between(day("2027-03-01"), day("2027-03-02")).value().text() == "2027-03-01..2027-03-02");
  CHECK(FuzzyDate::between(day("2027-03-01"), day("2027-03-01")).value() == FuzzyDate(day("2027-03-01")));
  CHECK(FuzzyDate::between({}, day("2027-03-01")).value().text() == "..2027-03-01");
  CHECK(FuzzyDate::between(day("2027-03-01"), {}).value().text() == "2027-03-01..");
  CHECK(FuzzyDate::between({}, {}).value() == FuzzyDate());
  CHECK(code_of(FuzzyDate::between(day("2027-03-02"), day("2027-03-01"))) == "fuzzy_date.order");
  CHECK(code_of(FuzzyDate::between(last_day + date::days{1}, {})) == "day.range");
}

TEST_CASE("dates are ordered by their earliest day, then by their latest") {
  const auto at = [](const char* text) { return FuzzyDate::parse(text).value(); };
  CHECK(at("..2027-01-01") < at("2026-01-01"));
  CHECK(at("2026-03-01") < at("2026-03"));
  CHECK(at("2026-03") < at("2026-03-01.."));
  CHECK(at("2026-03") < at("2026-04"));
  CHECK((at("2026-03") <=> at("2026-03")) == std::strong_ordering::equal);
}

TEST_CASE("intervals overlap when they share a day") {
  const auto at = [](const char* text) { return FuzzyDate::parse(text).value(); };
  CHECK(overlap(at("2026-03"), at("2026-03-31..2026-05-01")));
  CHECK_FALSE(overlap(at("2026-03"), at("2026-04")));
  CHECK(overlap(at("..2026-03-01"), at("2026-03-01..")));
  CHECK_FALSE(overlap(at("..2026-02-28"), at("2026-03")));
  CHECK(overlap(FuzzyDate(), at("2026-04")));
}
