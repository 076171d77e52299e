#include "core/calendar/date_rule.hpp"

#include <nlohmann/json.hpp>

#include "core/calendar/catalogue.hpp"
#include "tests/core/calendar/dates.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using test::code_of;
using test::day;

namespace {

std::string apply(const char* rule, const char* iso, const char* calendar) {
  return to_iso(DateRule::parse(rule).value().apply(day(iso), *built_in_calendar(calendar)));
}

CalendarPtr weekdays_without(const std::vector<std::string>& days) {
  std::vector<CalendarException> holidays;
  for (const std::string& iso : days)
    holidays.push_back({.first = day(iso), .last = day(iso), .name = "Holiday", .source = {}});
  return WorkCalendar::make("test", {true, true, true, true, true, false, false}, holidays).value();
}

}  // namespace

TEST_CASE("the derived cases of Regulation 1182/71 come out") {
  const auto path = test::shared("oracles/worked/reg_1182_71.json");
  if (path.empty()) return;
  const auto cases = nlohmann::json::parse(test::read_file(path));
  for (const auto& row : cases["expected"]) {
    CAPTURE(row.dump());
    const std::string period = row["period"];
    const Day event = day(row["event"]);
    // The case in December counts 25 December as the only holiday near it.
    const auto calendar = weekdays_without(row.value("holidays", std::vector<std::string>{"2026-12-25"}));
    const int count = std::stoi(period);
    if (period.ends_with("working days")) CHECK(to_iso(calendar->add(event, count)) == row["ends"].get<std::string>());
    else
      CHECK(to_iso(DateRule::parse("+" + std::to_string(count) + "mo@1182").value().apply(event, *calendar)) ==
            row["ends"].get<std::string>());
  }
  CHECK(apply("+1mo@1182", "2026-11-25", "eu") ==
        "2027-01-04");  // the institutions are closed from 24 December to 2 January
}

TEST_CASE("a rule gives the day that its words say") {
  CHECK(apply("first-of-month+2", "2027-01-31", "every-day") == "2027-03-01");
  CHECK(apply("first-of-month+2", "2027-01-01", "every-day") == "2027-03-01");
  CHECK(apply("first-of-month+1", "2027-12-31", "every-day") == "2028-01-01");
  CHECK(apply("first-of-month+2@1182", "2027-03-10", "eu") == "2027-05-03");  // 1 May is a Saturday
  CHECK(apply("last-workday-of-month", "2027-01-05", "weekdays") == "2027-01-29");
  CHECK(apply("last-workday-of-month", "2027-01-29", "weekdays") == "2027-01-29");
  CHECK(apply("last-workday-of-month", "2027-01-30", "weekdays") == "2027-02-26");
  CHECK(apply("last-workday-of-month", "2026-12-24", "eu") == "2027-01-29");
  CHECK(apply("+30ed", "2027-01-15", "eu") == "2027-02-14");
  CHECK(apply("+30ed@1182", "2027-01-15", "eu") == "2027-02-15");
  CHECK(apply("+2ew", "2027-01-15", "eu") == "2027-01-29");
  CHECK(apply("+1mo", "2027-01-31", "eu") == "2027-02-28");
  CHECK(apply("+30ed;first-of-month+2", "2027-01-15", "eu") == "2027-04-01");
}

TEST_CASE("a period of two days or more includes at least two working days") {
  CHECK(apply("+1ed@1182", "2027-01-15", "weekdays") == "2027-01-18");  // Friday: the day after is closed
  CHECK(apply("+2ed@1182", "2027-01-15", "weekdays") == "2027-01-19");  // Saturday and Sunday are not two working days
  CHECK(apply("+3ed@1182", "2027-01-15", "weekdays") == "2027-01-19");
  CHECK(apply("+4ed@1182", "2027-01-15", "weekdays") == "2027-01-19");
  CHECK(apply("+2ed@1182", "2027-01-11", "weekdays") == "2027-01-13");
}

TEST_CASE("rules are written one way, read in any case, and explained") {
  const auto rule = DateRule::parse(" First-of-Month + 2 @1182 ; +2EW ; last-workday-of-month;+1mo ").value();
  CHECK(rule.text() == "first-of-month+2@1182;+14ed;last-workday-of-month;+1mo");
  CHECK(DateRule::parse(rule.text()).value() == rule);
  CHECK(DateRule::parse("first-of-month+2").value().in_words() == "the first day of the second month following");
  CHECK(DateRule::parse("first-of-month+1").value().in_words() == "the first day of the month following");
  CHECK(DateRule::parse("+30ed;last-workday-of-month").value().in_words() ==
        "30 calendar days after, then the last working day of the month");
}

TEST_CASE("a wrong rule is refused with all its problems") {
  for (const char* wrong : {"", ";", "first-of-month", "first-of-month+x", "first-of-month-1", "+5", "+5d", "30ed",
                            "-30ed", "+ed", "+5ed@1183", "@1182"}) {
    CAPTURE(wrong);
    CHECK(code_of(DateRule::parse(wrong)) == "rule.syntax");
  }
  CHECK(code_of(DateRule::parse("first-of-month+0")) == "rule.range");
  CHECK(code_of(DateRule::parse("+40000ed")) == "rule.range");
  CHECK(code_of(DateRule::parse("+99999999999999999999mo")) == "rule.range");
  CHECK(DateRule::parse("+x;+5ed;first-of-month+0").errors().size() == 2);
}

TEST_CASE("every rule is monotone, never leads back, and latest_before inverts it") {
  const auto calendar = built_in_calendar("eu+kz");
  for (const char* text : {"first-of-month+2", "first-of-month+1@1182", "last-workday-of-month", "+30ed", "+2ed@1182",
                           "+1mo@1182", "+1mo;last-workday-of-month", "+14ed@1182;first-of-month+2"}) {
    CAPTURE(text);
    const DateRule rule = DateRule::parse(text).value();
    Day before = rule.apply(day("2026-11-01"), *calendar);
    for (Day d = day("2026-11-01"); d <= day("2028-03-31"); d += date::days{1}) {
      CAPTURE(to_iso(d));
      const Day image = rule.apply(d, *calendar);
      CHECK(image >= d);
      CHECK(image >= before);
      const Day latest = rule.latest_before(image, *calendar);
      CHECK(latest >= d);
      CHECK(rule.apply(latest, *calendar) == image);
      CHECK(rule.apply(latest + date::days{1}, *calendar) > image);
      before = image;
    }
  }
}

TEST_CASE("a rule that leaves the range throws out_of_range") {
  const auto calendar = built_in_calendar("weekdays");
  const auto at = [&](const char* rule, Day d) { return DateRule::parse(rule).value().apply(d, *calendar); };
  CHECK_THROWS_AS(at("+1ed", last_day), std::out_of_range);
  CHECK_THROWS_AS(at("first-of-month+1", last_day), std::out_of_range);
  CHECK_THROWS_AS(at("+1mo", last_day), std::out_of_range);
  CHECK_THROWS_AS(at("+0ed", last_day + date::days{1}), std::out_of_range);
  CHECK_THROWS_AS(DateRule::parse("+30ed").value().latest_before(first_day, *calendar), std::out_of_range);
  CHECK(DateRule::parse("+1ed").value().latest_before(last_day + date::days{9}, *calendar) == last_day - date::days{1});
}
