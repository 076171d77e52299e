#include "core/calendar/duration.hpp"

#include "tests/core/calendar/dates.hpp"

using namespace accord;
using test::code_of;

TEST_CASE("durations are read in every unit, whatever the case and the spaces") {
  struct Row {
    const char* typed;
    const char* text;
    const char* words;
  };
  for (const Row& row :
       {Row{"10", "10d", "10 working days"}, Row{"10d", "10d", "10 working days"}, Row{" 1 D ", "1d", "1 working day"},
        Row{"2w", "10d", "10 working days"}, Row{"30ed", "30ed", "30 calendar days"},
        Row{"1ED", "1ed", "1 calendar day"}, Row{"2ew", "14ed", "14 calendar days"}, Row{"3mo", "3mo", "3 months"},
        Row{"1 mo", "1mo", "1 month"}, Row{"0", "0d", "0 working days"}, Row{"007d", "7d", "7 working days"}}) {
    CAPTURE(row.typed);
    const auto duration = Duration::parse(row.typed);
    REQUIRE(duration);
    CHECK(duration->text() == row.text);
    CHECK(duration->in_words() == row.words);
    CHECK(Duration::parse(duration->text()).value() == *duration);
  }
}

TEST_CASE("a duration that cannot be is refused with its reason") {
  for (const char* wrong : {"", "d", "ten days", "10x", "1.5d", "10 d d", "10%", "10h", "d10", "10-"}) {
    CAPTURE(wrong);
    CHECK(code_of(Duration::parse(wrong)) == "duration.syntax");
  }
  CHECK(code_of(Duration::parse("3m")) == "duration.ambiguous");
  CHECK(Duration::parse("3m").errors().front().advice == "for months write 3mo");
  CHECK(code_of(Duration::parse("-3d")) == "duration.negative");
  CHECK(code_of(Duration::parse("36526d")) == "duration.range");
  CHECK(code_of(Duration::parse("1201mo")) == "duration.range");
  CHECK(code_of(Duration::parse("99999999999999999999d")) == "duration.range");
}

TEST_CASE("a lag may be negative or a share of the predecessor's length") {
  struct Row {
    const char* typed;
    const char* text;
    const char* words;
  };
  for (const Row& row :
       {Row{"5d", "5d", "5 working days after"}, Row{"+5d", "5d", "5 working days after"},
        Row{"-2ed", "-2ed", "2 calendar days before"}, Row{"- 1w", "-5d", "5 working days before"},
        Row{"50%", "50%", "50 % of its length after"}, Row{"-25 %", "-25%", "25 % of its length before"},
        Row{"30%e", "30%e", "30 % of its length in calendar days after"}, Row{"1mo", "1mo", "1 month after"},
        Row{"0", "0d", "directly after"}}) {
    CAPTURE(row.typed);
    const auto lag = Lag::parse(row.typed);
    REQUIRE(lag);
    CHECK(lag->text() == row.text);
    CHECK(lag->in_words() == row.words);
    CHECK(Lag::parse(lag->text()).value() == *lag);
  }
  CHECK(code_of(Lag::parse("5m")) == "duration.ambiguous");
  CHECK(code_of(Lag::parse("-5m")) == "duration.ambiguous");
  CHECK(code_of(Lag::parse("five")) == "lag.syntax");
  CHECK(code_of(Lag::parse("--5d")) == "lag.syntax");
  CHECK(code_of(Lag::parse("40000ed")) == "duration.range");
}
