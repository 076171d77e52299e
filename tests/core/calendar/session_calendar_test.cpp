#include "core/calendar/session_calendar.hpp"

#include <set>

#include "core/calendar/catalogue.hpp"
#include "tests/core/calendar/dates.hpp"

using namespace accord;
using test::day;

namespace {

std::set<std::string> days_of(const SessionCalendar& calendar, const char* from, const char* to) {
  std::set<std::string> days;
  for (const Session& s : calendar.sessions())
    if (s.day >= day(from) && s.day <= day(to)) days.insert(to_iso(s.day));
  return days;
}

Session listed(const char* iso) {
  return {.day = day(iso), .title = "Plenary", .extrapolated = false, .source = "europarl.europa.eu"};
}

}  // namespace

TEST_CASE("the Council adopts A items on Tuesdays, not in August or at the turn of the year") {
  const auto council = built_in_session_calendar("council");
  CHECK(days_of(*council, "2026-12-01", "2027-01-31") ==
        std::set<std::string>{"2026-12-01", "2026-12-08", "2026-12-15", "2027-01-12", "2027-01-19", "2027-01-26"});
  CHECK(days_of(*council, "2027-08-01", "2027-08-31").empty());
  CHECK(days_of(*council, "2026-07-20", "2026-07-31") == std::set<std::string>{"2026-07-28"});  // 21 July is closed
}

TEST_CASE("the College meets on Wednesdays") {
  CHECK(days_of(*built_in_session_calendar("college"), "2027-02-01", "2027-02-28") ==
        std::set<std::string>{"2027-02-03", "2027-02-10", "2027-02-17", "2027-02-24"});
}

TEST_CASE("the plenary sits from Tuesday to Thursday of the second full week") {
  const auto plenary = built_in_session_calendar("ep-plenary");
  CHECK(days_of(*plenary, "2027-02-01", "2027-02-28") ==
        std::set<std::string>{"2027-02-09", "2027-02-10", "2027-02-11"});  // the first full week begins on the 1st
  CHECK(days_of(*plenary, "2027-06-01", "2027-06-30") ==
        std::set<std::string>{"2027-06-15", "2027-06-16", "2027-06-17"});  // the first full week begins on the 7th
  CHECK(days_of(*plenary, "2027-08-01", "2027-08-31").empty());
  CHECK(days_of(*plenary, "2029-04-26", "2029-07-15").empty());
  CHECK_FALSE(days_of(*plenary, "2029-04-01", "2029-04-25").empty());
  CHECK_FALSE(days_of(*plenary, "2029-09-01", "2029-09-30").empty());
  CHECK(days_of(*plenary, "2030-05-13", "2030-05-19").size() == 3);
}

TEST_CASE(
    "ministers meet on the first Thursday of four months, the Cooperation Council on the first Monday of December") {
  CHECK(days_of(*built_in_session_calendar("jha"), "2027-01-01", "2027-12-31") ==
        std::set<std::string>{"2027-03-04", "2027-06-03", "2027-10-07", "2027-12-02"});
  CHECK(days_of(*built_in_session_calendar("cooperation-council"), "2025-01-01", "2027-12-31") ==
        std::set<std::string>{"2025-12-01", "2026-12-07", "2027-12-06"});
}

TEST_CASE("the Parliament of Kazakhstan sits on every working day from September to June") {
  const auto parliament = built_in_session_calendar("kz-parliament");
  const auto kz = built_in_calendar("kz");
  for (Day d = day("2026-08-25"); d <= day("2027-09-05"); d += date::days{1}) {
    CAPTURE(to_iso(d));
    const bool in_term = d <= day("2027-06-30") ? d >= day("2026-09-01") : d >= day("2027-09-01");
    const Session* s = parliament->first_on_or_after(d);
    REQUIRE(s);
    CHECK((s->day == d) == (in_term && kz->works(d)));
  }
}

TEST_CASE("no European session is made on a day on which the institutions are closed, and all are marked") {
  const auto eu = built_in_calendar("eu");
  for (const char* code : {"council", "college", "ep-plenary", "jha", "cooperation-council"}) {
    CAPTURE(code);
    for (const Session& s : built_in_session_calendar(code)->sessions())
      if (!eu->works(s.day) || !s.extrapolated) FAIL(to_iso(s.day));
  }
}

TEST_CASE("the neighbours of a day are found, and nothing beyond the range") {
  const auto council = built_in_session_calendar("council");
  CHECK(to_iso(council->first_on_or_after(day("2026-12-01"))->day) == "2026-12-01");
  CHECK(to_iso(council->first_on_or_after(day("2026-12-16"))->day) == "2027-01-12");
  CHECK(to_iso(council->last_on_or_before(day("2027-01-11"))->day) == "2026-12-15");
  CHECK(to_iso(council->last_on_or_before(day("2027-01-12"))->day) == "2027-01-12");
  CHECK(council->first_on_or_after(last_day) == nullptr);
  CHECK(council->last_on_or_before(first_day) == nullptr);
}

TEST_CASE("a published list replaces the rule for its span, a later list an earlier one") {
  const std::vector<SessionList> lists{
      {day("2027-01-01"), day("2027-06-30"), {listed("2027-03-09"), listed("2027-01-20"), listed("2027-05-04")}},
      {day("2027-05-01"), day("2027-05-31"), {listed("2027-05-18"), listed("2027-07-01")}}};
  const auto plenary = session_calendar_with("ep-plenary", "Plenary 2027", lists);
  CHECK(plenary->title() == "Plenary 2027");
  CHECK(days_of(*plenary, "2027-01-01", "2027-06-30") ==
        std::set<std::string>{"2027-01-20", "2027-03-09", "2027-05-18"});
  CHECK_FALSE(plenary->first_on_or_after(day("2027-01-01"))->extrapolated);
  CHECK(plenary->first_on_or_after(day("2027-07-01"))->extrapolated);
  CHECK(to_iso(*plenary->published_until()) == "2027-06-30");
  const auto own = session_calendar_with("summits", "Summits", lists);
  CHECK(own->sessions().size() == 3);
  CHECK(own->code() == "summits");
}
