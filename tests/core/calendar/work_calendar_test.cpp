#include "core/calendar/work_calendar.hpp"

#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/calendar/catalogue.hpp"
#include "tests/core/calendar/dates.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using test::day;

namespace {

constexpr WeekPattern monday_to_friday{true, true, true, true, true, false, false};

// A calendar is not made from nothing, and a tick is no day.
static_assert(!std::default_initializable<WorkCalendar>);
static_assert(!std::invocable<decltype(&WorkCalendar::works), const WorkCalendar&, Tick>);
static_assert(!std::invocable<decltype(&WorkCalendar::workdays_until), const WorkCalendar&, Day>);

CalendarException holiday(const std::string& iso, const std::string& name = "Holiday") {
  return {.first = day(iso), .last = day(iso), .name = name, .source = {}};
}

CalendarPtr weekdays_without(const std::vector<std::string>& days) {
  std::vector<CalendarException> holidays;
  for (const std::string& iso : days) holidays.push_back(holiday(iso));
  return WorkCalendar::make("test", monday_to_friday, holidays).value();
}

WeekPattern pattern_of(const std::string& mask) {
  WeekPattern week{};
  for (std::size_t i = 0; i < 7; ++i) week[i] = mask[i] == '1';
  return week;
}

}  // namespace

TEST_CASE("Excel's and numpy's published working-day examples come out") {
  const auto path = test::shared("oracles/worked/working_days.json");
  if (path.empty()) return;
  const auto cases = nlohmann::json::parse(test::read_file(path));
  for (const auto& row : cases["expected"]) {
    CAPTURE(row.dump());
    std::vector<CalendarException> holidays;
    for (const auto& iso : row["holidays"].is_null() ? nlohmann::json::array() : row["holidays"])
      holidays.push_back(holiday(iso));
    const auto calendar = WorkCalendar::make("test", pattern_of(row.value("mask", "1111100")), holidays).value();
    const Day start = day(row["start"]);
    if (row.contains("end")) CHECK(calendar->count_between(start, day(row["end"])) == row["expected"].get<int>());
    else CHECK(to_iso(calendar->add(start, row["days"].get<int>())) == row["expected"].get<std::string>());
  }
}

TEST_CASE("W, workday, next, previous and add agree with walking day by day") {
  const auto calendar = weekdays_without({"2026-12-24", "2026-12-25", "2027-01-01"});
  int count = calendar->workdays_until(morning(day("2026-12-01")));
  for (Day d = day("2026-12-01"); d <= day("2027-01-31"); d += date::days{1}) {
    CAPTURE(to_iso(d));
    CHECK(calendar->workdays_until(morning(d)) == count);
    if (calendar->works(d)) {
      ++count;
      CHECK(calendar->workday(count) == d);
      CHECK(calendar->next(d) == d);
      CHECK(calendar->previous(d) == d);
      CHECK(calendar->why_closed(d).empty());
    } else {
      CHECK_FALSE(calendar->why_closed(d).empty());
      CHECK(calendar->next(d) == calendar->add(d, 1));
      CHECK(calendar->previous(d) == calendar->add(d, -1));
    }
    CHECK(calendar->workdays_until(evening(d)) == count);
    CHECK(calendar->add(d, 0) == calendar->next(d));
    CHECK(calendar->count_between(d, calendar->add(d, 3)) == (calendar->works(d) ? 4 : 3));
    CHECK(calendar->count_between(calendar->add(d, 3), d) == -calendar->count_between(d, calendar->add(d, 3)));
  }
}

TEST_CASE("a closed day says why, and a later exception wins") {
  const std::vector<CalendarException> exceptions{
      {.first = day("2026-12-24"), .last = day("2026-12-31"), .works = false, .name = "End of year", .source = {}},
      {.first = day("2026-12-28"), .last = day("2026-12-28"), .works = true, .name = "Extra working day", .source = {}},
      {.first = day("2026-12-05"), .last = day("2026-12-05"), .works = true, .name = "Worked Saturday", .source = {}}};
  const auto calendar = WorkCalendar::make("test", monday_to_friday, exceptions).value();
  CHECK(calendar->why_closed(day("2026-12-24")) == "End of year");
  CHECK(calendar->why_closed(day("2026-12-20")) == "Sunday");
  CHECK(calendar->works(day("2026-12-28")));
  CHECK(calendar->works(day("2026-12-05")));
  CHECK_FALSE(calendar->works(day("2026-12-06")));
}

TEST_CASE("an impossible calendar is refused with all its problems") {
  const std::vector<CalendarException> backwards{
      {.first = day("2026-02-02"), .last = day("2026-02-01"), .name = "Recess", .source = {}}};
  const auto refused = WorkCalendar::make("test", WeekPattern{}, backwards);
  REQUIRE(refused.errors().size() == 2);
  CHECK(refused.errors()[0].code == "calendar.exception_order");
  CHECK(refused.errors()[1].code == "calendar.never_works");
  const std::vector<CalendarException> once{
      {.first = day("2026-02-02"), .last = day("2026-02-02"), .works = true, .name = "The day", .source = {}}};
  CHECK(WorkCalendar::make("test", WeekPattern{}, once).value()->workday_count() == 1);
}

TEST_CASE("days outside 1900 to 2199 are out of range") {
  const auto calendar = built_in_calendar("weekdays");
  const Day before = first_day - date::days{1};
  const Day after = last_day + date::days{1};
  CHECK_THROWS_AS(calendar->works(before), std::out_of_range);
  CHECK_THROWS_AS(calendar->works(after), std::out_of_range);
  CHECK_THROWS_AS(calendar->why_closed(after), std::out_of_range);
  CHECK_THROWS_AS(calendar->next(after), std::out_of_range);
  CHECK_THROWS_AS(calendar->previous(before), std::out_of_range);
  CHECK_THROWS_AS(calendar->add(last_day, 1), std::out_of_range);
  CHECK_THROWS_AS(calendar->add(first_day, -1), std::out_of_range);
  CHECK_THROWS_AS(calendar->add(day("2026-01-01"), std::numeric_limits<int>::max()), std::out_of_range);
  CHECK_THROWS_AS(calendar->add(day("2026-01-01"), std::numeric_limits<int>::min()), std::out_of_range);
  CHECK_THROWS_AS(calendar->workdays_until(evening(after)), std::out_of_range);
  CHECK_THROWS_AS(calendar->workdays_until(evening(before - date::days{1})), std::out_of_range);
  CHECK_THROWS_AS(calendar->workday(0), std::out_of_range);
  CHECK_THROWS_AS(calendar->workday(calendar->workday_count() + 1), std::out_of_range);
  CHECK(calendar->workdays_until(morning(first_day)) == 0);
  CHECK(calendar->workdays_until(evening(last_day)) == calendar->workday_count());
}

TEST_CASE("a joined calendar equals its parts day by day, and gives both reasons") {
  const auto eu = built_in_calendar("eu");
  const auto kz = built_in_calendar("kz");
  const auto both = WorkCalendar::join(eu, kz);
  for (Day d = first_day; d <= last_day; d += date::days{1})
    if (both->works(d) != (eu->works(d) && kz->works(d))) FAIL(to_iso(d));
  CHECK(both->name() == "EU institutions + Kazakhstan");
  CHECK(both->why_closed(day("2027-05-01")) == "EU institutions: Labour Day; Kazakhstan: People's Unity Day");
  CHECK(both->why_closed(day("2027-03-26")) == "EU institutions: Good Friday");
  CHECK(both->why_closed(day("2027-12-16")) == "Kazakhstan: Independence Day");
  CHECK(both->why_closed(day("2027-06-06")) == "Sunday");
  CHECK(both->why_closed(day("2027-06-07")).empty());
  const auto three = WorkCalendar::join(both, built_in_calendar("weekdays"));
  CHECK(three->why_closed(day("2027-05-01")) ==
        "EU institutions: Labour Day; Kazakhstan: People's Unity Day; Monday to Friday: Saturday");
}
