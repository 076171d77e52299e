#include "core/calendar/catalogue.hpp"

#include "tests/core/calendar/dates.hpp"

using namespace accord;

TEST_CASE("every built-in calendar is found by its code, and joins by plus") {
  for (const BuiltInCalendar& c : built_in_calendars()) {
    CAPTURE(c.code);
    REQUIRE(built_in_calendar(c.code));
    CHECK(built_in_calendar(c.code)->name() == c.title);
    CHECK_FALSE(c.basis.empty());
  }
  CHECK(built_in_calendar("EU") == built_in_calendar("eu"));
  CHECK(built_in_calendar("eu + kz") == built_in_calendar("eu+kz"));
  CHECK(built_in_calendar("eu+kz")->name() == "EU institutions + Kazakhstan");
  CHECK(built_in_calendar("eu+eu") == built_in_calendar("eu"));
  CHECK(built_in_calendar("") == nullptr);
  CHECK(built_in_calendar("eu+") == nullptr);
  CHECK(built_in_calendar("eu+mars") == nullptr);
  CHECK(built_in_calendar("every-day")->workday_count() == days_between(first_day, last_day) + 1);
}

TEST_CASE("every built-in session calendar is found by its code") {
  for (const BuiltInSessions& s : built_in_sessions()) {
    CAPTURE(s.code);
    const SessionsPtr sessions = built_in_session_calendar(s.code);
    REQUIRE(sessions);
    CHECK(sessions->title() == s.title);
    CHECK(sessions == built_in_session_calendar(s.code));
    CHECK_FALSE(sessions->published_until().has_value());
  }
  CHECK(built_in_session_calendar("snooker") == nullptr);
}
