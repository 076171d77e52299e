// Calendars of a dossier's own, and which one counts. 2026-03-02 is a Monday.
#include "core/schedule/calendars.hpp"

#include "core/model/validate.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("a calendar of the dossier has its base's days, or its own week, with its exceptions on top") {
  PlanBuilder p("2026-03-02");
  const auto mine = p.add<Calendar>("MINE", [](Calendar& c) { c.title = "Mine", c.base = "eu"; });
  p.add<Calendar>("SUN", [](Calendar& c) { c.title = "Sunday week", c.base = "eu", c.week = "Sun Mon Tue Wed Thu"; });
  p.add<CalendarExceptionRecord>("X1", [&](CalendarExceptionRecord& e) {
    e.title = "Retreat", e.calendar = mine, e.first = day("2026-03-10"), e.last = day("2026-03-11");
  });
  p.add<CalendarExceptionRecord>("X2", [&](CalendarExceptionRecord& e) {
    e.title = "Extra", e.calendar = mine, e.first = day("2026-03-14"), e.works = true;
  });
  CalendarSet set(p.build());
  const CalendarPtr calendar = set.calendar("mine").value(), eu = set.calendar("eu").value(),
                    sunday = set.calendar("SUN").value();
  CHECK_FALSE(calendar->works(day("2026-03-10")));
  CHECK(calendar->why_closed(day("2026-03-11")) == "Retreat");
  CHECK(calendar->works(day("2026-03-14")));
  CHECK_FALSE(calendar->works(day("2026-05-01")));
  CHECK(calendar->why_closed(day("2026-05-01")) == eu->why_closed(day("2026-05-01")));
  CHECK(sunday->works(day("2026-03-08")));
  CHECK_FALSE(sunday->works(day("2026-03-06")));
  CHECK_FALSE(sunday->works(day("2026-05-14")));  // a Thursday, closed in the base
  CHECK_FALSE(set.calendar("mine+kz").value()->works(day("2026-03-09")));
  CHECK(set.calendar("mine").value() == calendar);
}

TEST_CASE("a calendar of a built-in one's code stands on it and takes its place, joined ones included") {
  PlanBuilder p("2026-03-02");
  const auto eu = p.add<Calendar>("eu", [](Calendar& c) { c.title = "EU with bridge days", c.base = "eu"; });
  p.add<Calendar>("TEAM", [](Calendar& c) { c.title = "Team", c.base = "eu"; });
  p.add<CalendarExceptionRecord>("X1", [&](CalendarExceptionRecord& e) {
    e.title = "Bridge day", e.calendar = eu, e.first = day("2026-05-15");
  });
  const Dossier dossier = p.build();
  CHECK(validate(dossier).empty());
  CalendarSet set(dossier);
  for (const char* code : {"eu", "EU", "eu+kz", "TEAM", "eu"}) {
    CAPTURE(code);
    CHECK_FALSE(set.calendar(code).value()->works(day("2026-05-15")));
    CHECK_FALSE(set.calendar(code).value()->works(day("2026-05-01")));
  }
}

TEST_CASE("a milestone's calendar is its own, else its track's, else the dossier's") {
  PlanBuilder p("2026-03-02");
  p.track("T", [](Track& t) { t.calendar = "eu"; });
  const auto t = p.track_id("T");
  p.group("G", [t](Milestone& m) { m.track = t; });
  const auto g = p.id("G");
  p.stage("A", "1d", [g](Milestone& m) { m.parent = g; })
      .stage("B", "1d", [t](Milestone& m) { m.track = t, m.calendar = "kz"; })
      .stage("C", "1d");
  const Dossier dossier = p.build();
  const CalendarSet set(dossier);
  CHECK(set.code_for(*dossier.find_code_as<Milestone>("A")) == "eu");
  CHECK(set.code_for(*dossier.find_code_as<Milestone>("B")) == "kz");
  CHECK(set.code_for(*dossier.find_code_as<Milestone>("C")) == "weekdays");
}

TEST_CASE("unknown calendars and sessions come with the nearest code") {
  CalendarSet set{Dossier()};
  CHECK(set.calendar("weekday").errors().at(0).advice == "did you mean weekdays?");
  CHECK(set.calendar("eu+zz").errors().at(0).found == "zz");
  CHECK(set.sessions("colege").errors().at(0).advice == "did you mean college?");
  CHECK(set.sessions("").errors().at(0).code == "sessions.unknown");
}
