// The built-in calendars against published lists.
#include "core/calendar/holidays.hpp"

#include <set>

#include "core/calendar/catalogue.hpp"
#include "core/calendar/easter.hpp"
#include "core/calendar/kurban_ait.hpp"
#include "tests/core/calendar/dates.hpp"

using namespace accord;
using test::day;

namespace {

// The weekdays of a year on which a calendar is closed, and the weekend days on which it works.
struct Year {
  std::set<std::string> closed, worked_weekends;
  bool operator==(const Year&) const = default;
};

Year year_of(const char* calendar, int year) {
  const auto compiled = built_in_calendar(calendar);
  Year result;
  for (Day d{date::year{year} / 1 / 1}; d <= Day{date::year{year} / 12 / 31}; d += date::days{1}) {
    const bool weekend = date::weekday{d}.iso_encoding() > 5;
    if (!weekend && !compiled->works(d)) result.closed.insert(to_iso(d).substr(5));
    if (weekend && compiled->works(d)) result.worked_weekends.insert(to_iso(d).substr(5));
  }
  return result;
}

}  // namespace

TEST_CASE("Easter falls on the published Sundays") {
  for (const char* iso : {"1900-04-15", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2014-04-20",
                          "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                          "2028-04-16", "2029-04-01", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28"}) {
    CAPTURE(iso);
    CHECK(to_iso(easter_sunday(static_cast<int>(date::year_month_day{day(iso)}.year()))) == iso);
  }
  for (int y = 1900; y <= 2199; ++y) {
    CAPTURE(y);
    const Day easter = easter_sunday(y);
    CHECK(date::weekday{easter} == date::Sunday);
    CHECK(easter >= Day{date::year{y} / 3 / 22});
    CHECK(easter <= Day{date::year{y} / 4 / 25});
  }
}

TEST_CASE("the EU institutions' holidays equal the lists published for four years") {
  // Commission Decision of 21 December 2012, OJ C 39, 12.2.2013, p. 26 (weekend days of the list left out).
  CHECK(year_of("eu", 2014).closed == std::set<std::string>{"01-01", "01-02", "04-17", "04-18", "04-21", "05-01",
                                                            "05-09", "05-29", "05-30", "06-09", "07-21", "08-15",
                                                            "12-24", "12-25", "12-26", "12-29", "12-30", "12-31"});
  // Commission Decision of 25 May 2021, OJ C 201 I, 28.5.2021, p. 2; Brussels.
  CHECK(year_of("eu", 2023).closed == std::set<std::string>{"01-02", "04-06", "04-07", "04-10", "05-01", "05-09",
                                                            "05-18", "05-19", "05-29", "07-21", "08-15", "11-01",
                                                            "11-02", "12-25", "12-26", "12-27", "12-28", "12-29"});
  // Commission Decision of 17 November 2022, OJ C 440, 21.11.2022, p. 15.
  CHECK(year_of("eu", 2024).closed == std::set<std::string>{"01-01", "01-02", "03-28", "03-29", "04-01", "05-01",
                                                            "05-09", "05-10", "05-20", "08-15", "11-01", "12-24",
                                                            "12-25", "12-26", "12-27", "12-30", "12-31"});
  // The list for 2025 as reproduced in the encyclopaedia article "Public holidays in the European Union".
  CHECK(year_of("eu", 2025).closed == std::set<std::string>{"01-01", "01-02", "04-17", "04-18", "04-21", "05-01",
                                                            "05-09", "05-29", "05-30", "06-09", "07-21", "08-15",
                                                            "12-24", "12-25", "12-26", "12-29", "12-30", "12-31"});
  CHECK(year_of("eu", 2025).worked_weekends.empty());
}

TEST_CASE("Kazakhstan's holidays equal the calendars published for 2019, 2025 and 2026") {
  // kokshetau.online, calendar of 2019: 23 March moves to 25 March, 6 July to 8 July, 1 December to 2 December; Kurban
  // Ait is a Sunday.
  CHECK(year_of("kz", 2019) == Year{{"01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-25", "05-01", "05-07",
                                     "05-09", "07-08", "08-30", "12-02", "12-16", "12-17"},
                                    {}});
  // Order No. 436 of the ministry of labour of 2024-11-21 for 3 and 5 January; ministry of labour in caravan.kz for
  // Kurban Ait; ZTB News list of 2025.
  CHECK(year_of("kz", 2025) == Year{{"01-01", "01-02", "01-03", "01-07", "03-10", "03-21", "03-24", "03-25", "05-01",
                                     "05-07", "05-09", "06-06", "07-07", "09-01", "10-27", "12-16"},
                                    {"01-05"}});
  // egov.kz in inform.kz 2026-01-02; 30 August is no longer a holiday (ministry of labour, taspanews.kz 2026-03-18).
  CHECK(year_of("kz", 2026) == Year{{"01-01", "01-02", "01-07", "03-09", "03-23", "03-24", "03-25", "05-01", "05-07",
                                     "05-11", "05-27", "07-06", "10-26", "12-16"},
                                    {}});
}

TEST_CASE("Kazakhstan's earlier moved holidays equal the announcements of their years") {
  const auto kz = built_in_calendar("kz");
  CHECK_FALSE(kz->works(day("2015-03-09")));  // 8 March was a Sunday (kapital.kz)
  CHECK_FALSE(kz->works(day("2015-03-25")));  // Nauryz lasted from 21 to 25 March (kapital.kz)
  CHECK_FALSE(kz->works(day("2015-05-11")));  // 9 May was a Saturday (kapital.kz)
  CHECK_FALSE(kz->works(day("2021-01-04")));  // 2 January was a Saturday (caravan.kz)
  CHECK_FALSE(kz->works(day("2021-03-24")));  // 21 March was a Sunday (semey.city)
  CHECK(kz->works(day("2021-03-25")));
  CHECK_FALSE(kz->works(day("2021-12-01")));  // First President's Day, for the last time
  CHECK(kz->works(day("2022-12-01")));        // abolished in 2022 (tengrinews.kz)
  CHECK_FALSE(kz->works(day("2022-10-25")));  // Republic Day, again since 2022
  CHECK_FALSE(kz->works(day("2023-01-03")));  // 1 January was a Sunday
}

TEST_CASE("Kazakhstan's holidays of 2027 follow the law") {
  // No list for 2027 was found published; derived from the holidays in force and Art. 84 of the Labour Code: 2 January
  // (Saturday) moves to Monday 4; 15 March is a Monday; 21 March (Sunday) moves to Wednesday 24; 1 May (Saturday) to 3
  // May, 9 May (Sunday) to 10 May; Kurban Ait is computed.
  CHECK(year_of("kz", 2027) == Year{{"01-01", "01-04", "01-07", "03-08", "03-15", "03-22", "03-23", "03-24", "05-03",
                                     "05-07", "05-10", "07-06", "10-25", "12-16"},
                                    {}});
  CHECK(built_in_calendar("kz")->why_closed(day("2027-03-15")) == "Constitution Day");
  CHECK(built_in_calendar("kz")->why_closed(day("2027-03-24")) == "Nauryz, moved from 2027-03-21");
  CHECK(built_in_calendar("kz")->why_closed(day("2027-05-16")).find("computed") != std::string::npos);
}

TEST_CASE("Kazakhstan's days swapped by decree are closed and worked") {
  for (const auto& [closed, worked] : {std::pair{"2018-08-31", "2018-08-25"},
                                       {"2021-07-05", "2021-07-03"},
                                       {"2022-10-24", "2022-10-22"},
                                       {"2023-07-07", "2023-07-01"},
                                       {"2024-05-08", "2024-05-04"}}) {
    CAPTURE(closed);
    CHECK_FALSE(built_in_calendar("kz")->works(day(closed)));
    CHECK(built_in_calendar("kz")->works(day(worked)));
  }
}

TEST_CASE("religious days never move") {
  const auto kz = built_in_calendar("kz");
  CHECK(kz->works(day("2024-06-17")));  // Kurban Ait was Sunday 16 June; the ministry confirmed that Monday was worked
  CHECK(kz->works(day("2023-01-09")));  // 7 January was a Saturday
  CHECK(kz->works(day("2022-07-11")));
}

TEST_CASE("the tabular Islamic calendar lies within a day of every announced Kurban Ait") {
  for (int year = 2015; year <= 2026; ++year) {
    CAPTURE(year);
    const auto announced = kurban_ait(year);
    REQUIRE(announced.size() == 1);
    CHECK(announced.front().published);
    int nearest = 1000;
    for (int islamic = 1430; islamic <= 1450; ++islamic)
      nearest = std::min(nearest, std::abs(days_between(tabular_eid_al_adha(islamic), announced.front().day)));
    CHECK(nearest <= 1);
  }
  CHECK(to_iso(kurban_ait(2027).at(0).day) == "2027-05-16");
  CHECK_FALSE(kurban_ait(2027).at(0).published);
  // Each one follows the one before by an Islamic year.
  std::vector<Day> all;
  for (int year = 2027; year <= 2199; ++year)
    for (const KurbanAit& ait : kurban_ait(year)) all.push_back(ait.day);
  for (std::size_t i = 1; i < all.size(); ++i) {
    const int gap = days_between(all[i - 1], all[i]);
    CHECK(gap >= 354);
    CHECK(gap <= 355);
  }
}
