#include "core/calendar/day.hpp"

#include <concepts>
#include <type_traits>

#include "core/calendar/duration.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "tests/core/calendar/dates.hpp"

using namespace accord;
using test::code_of;
using test::day;

namespace {

template <class A, class B>
concept addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept comparable = requires(A a, B b) {
  a < b;
};

// A day is a point, a length is a length: only what means something compiles.
static_assert(!addable<Day, Day>);
static_assert(!addable<Day, int>);
static_assert(!addable<Day, Duration>);
static_assert(!addable<Duration, Duration>);
static_assert(addable<Day, date::days>);
static_assert(!std::convertible_to<int, Day>);
static_assert(!std::convertible_to<int, Duration>);
static_assert(!std::convertible_to<Duration, Lag>);
static_assert(!std::convertible_to<Lag, Duration>);
static_assert(!std::convertible_to<Day, FuzzyDate>);
static_assert(!comparable<Duration, Duration>);  // 10 working days and 14 calendar days have no order
static_assert(!comparable<Day, FuzzyDate>);
static_assert(!std::convertible_to<Day, Tick>);

}  // namespace

TEST_CASE("a day is written year, month, day and nothing else") {
  for (const char* iso : {"1900-01-01", "2024-02-29", "2026-11-22", "2199-12-31"}) CHECK(to_iso(day(iso)) == iso);
  for (const char* wrong : {"", "2026", "2026-1-1", "2026-11-22 ", " 2026-11-22", "2026/11/22", "22-11-2026",
                            "2026-11-2x", "２０２６-11-22"}) {
    CAPTURE(wrong);
    CHECK(code_of(parse_day(wrong)) == "day.syntax");
  }
  CHECK(code_of(parse_day("2026-13-01")) == "day.missing");
  CHECK(code_of(parse_day("2026-00-01")) == "day.missing");
  CHECK(code_of(parse_day("2026-01-00")) == "day.missing");
  CHECK(code_of(parse_day("1899-12-31")) == "day.range");
  CHECK(code_of(parse_day("2200-01-01")) == "day.range");
}

TEST_CASE("a day that does not exist is answered with the last day of its month") {
  const auto missing = parse_day("2027-02-31");
  CHECK(code_of(missing) == "day.missing");
  CHECK(missing.errors().front().advice.find("2027-02-28") != std::string::npos);
  CHECK(code_of(parse_day("2100-02-29")) == "day.missing");
}

TEST_CASE("months clamp to the month's end") {
  CHECK(to_iso(add_months(day("2027-01-31"), 1)) == "2027-02-28");
  CHECK(to_iso(add_months(day("2028-01-31"), 1)) == "2028-02-29");
  CHECK(to_iso(add_months(day("2027-03-31"), -1)) == "2027-02-28");
  CHECK(to_iso(add_months(day("2027-11-15"), 14)) == "2029-01-15");
  CHECK(to_iso(add_months(day("2027-01-15"), -13)) == "2025-12-15");
  CHECK(to_iso(month_start(day("2027-02-15"))) == "2027-02-01");
  CHECK(to_iso(month_end(day("2028-02-15"))) == "2028-02-29");
  CHECK(days_between(day("2027-01-01"), day("2027-12-31")) == 364);
}

TEST_CASE("weekdays have English names") {
  CHECK(weekday_name(day("2026-11-22")) == "Sunday");
  CHECK(weekday_name(day("2026-11-23")) == "Monday");
  CHECK(weekday_name(day("1900-01-01")) == "Monday");
}

TEST_CASE("a tick knows its day and its half") {
  for (const char* iso : {"1900-01-01", "1969-12-31", "1970-01-01", "2199-12-31"}) {
    const Day d = day(iso);
    CHECK(day_of(morning(d)) == d);
    CHECK(day_of(evening(d)) == d);
    CHECK(is_evening(evening(d)));
    CHECK_FALSE(is_evening(morning(d)));
  }
}
