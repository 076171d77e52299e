#include "core/schedule/mandates.hpp"

#include "core/base/text.hpp"
#include "tests/core/schedule/visa_plan.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::on;
using test::SmallDossier;

// Monday to Friday, status date Sunday 2027-01-03: A 4 to 8 January, B 11 to 22 January, S on 22 January.
SmallDossier chain(const std::string& end) {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2027-01-04"}});
  d.add(Kind::track, "T", {{"title", "Track"}});
  d.stage("A", "5d", {{"track", "T"}}).stage("B", "10d", {{"track", "T"}}).event("S", {{"track", "T"}});
  d.link("A", "B").link("B", "S");
  d.add(Kind::mandate, "M", {{"title", "Term"}, {"start", "2026-01-01"}, {"end", end}});
  d.add(Kind::goal, "G", {{"mandate", "M"}, {"milestone", "S"}});
  return d;
}

MandateReport assess(const SmallDossier& d, const std::string& today) {
  const Dossier dossier = d.build();
  const ScheduleOptions options = on(today);
  return assess_mandates(dossier, schedule(dossier, options).value(), options);
}

GoalOutlook outlook_of(const SmallDossier& d, const std::string& today) {
  return *assess(d, today).find(d.id<Goal>("G"));
}

TEST_CASE("latest dates are counted back from the expected, the earliest and the latest end") {
  const SmallDossier d = chain("2027-01-15..2027-02-14");  // expected: the middle, Saturday 30 January
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  CHECK(goal.forecast == day("2027-01-22"));
  CHECK(goal.margin_workdays == 5);
  CHECK(goal.margin_days == 7);  // to Friday 29 January, the last day on which it can really happen
  CHECK(goal.margin_workdays_if_earliest == -5);
  CHECK(goal.margin_workdays_if_latest == 15);
  CHECK(goal.margin_days_if_latest == 21);

  REQUIRE(goal.milestones.size() == 3);
  const LatestDates& a = *goal.find(d.id<Milestone>("A"));
  CHECK(a.latest_start == day("2027-01-11"));
  CHECK(a.latest_finish == day("2027-01-15"));
  CHECK(a.latest_start_if_earliest == day("2026-12-28"));
  CHECK(a.latest_finish_if_earliest == day("2027-01-01"));
  CHECK(a.latest_finish_if_latest == day("2027-01-29"));
  CHECK(a.margin_workdays == 5);
  const LatestDates& b = *goal.find(d.id<Milestone>("B"));
  CHECK(b.latest_start == day("2027-01-18"));
  CHECK(b.latest_finish == day("2027-01-29"));
  CHECK(goal.find(d.id<Milestone>("S"))->latest_finish == day("2027-01-29"));
}

TEST_CASE("what comes before the mandate can begin is too early, however long before its end") {
  const auto verdict = [](const std::string& start) {
    SmallDossier d = chain("2028-06-30");
    const Dossier dossier = d.build();
    DossierBuilder builder(dossier);
    auto mandate = std::make_shared<Mandate>(*dossier.find(d.id<Mandate>("M")));
    mandate->start = FuzzyDate::parse(start).value();
    builder.put(Kind::mandate, mandate);
    const Dossier changed = std::move(builder).build();
    const ScheduleOptions options = on("2027-01-03");
    return *assess_mandates(changed, schedule(changed, options).value(), options).find(d.id<Goal>("G"));
  };
  CHECK(verdict("2027-01-22").verdict == Verdict::on_course);  // the first day belongs to the mandate
  const GoalOutlook early = verdict("2028-01-01");
  CHECK(early.verdict == Verdict::too_early);
  CHECK(early.inside == Inside::no);
  CHECK(early.reason == "The plan reaches S Event S on 22 January 2027, 344 days before the mandate begins on 1 January 2028.");
}

TEST_CASE("the next point of no return is the smallest latest start that is not past") {
  const SmallDossier d = chain("2027-01-29");
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  REQUIRE(goal.no_return);
  CHECK(goal.no_return->milestone == d.id<Milestone>("A"));
  CHECK(goal.no_return->day == day("2027-01-11"));
  CHECK_FALSE(goal.no_return_passed);
  const auto headline = assess(d, "2027-01-03").no_return;
  REQUIRE(headline);
  CHECK_FALSE(headline->passed);
  CHECK(headline->point.day == day("2027-01-11"));

  const GoalOutlook later = outlook_of(d, "2027-01-14");
  REQUIRE(later.no_return_passed);
  CHECK(later.no_return_passed->day == day("2027-01-11"));
  CHECK(later.no_return->milestone == d.id<Milestone>("B"));

  const auto over = assess(d, "2027-03-01").no_return;
  REQUIRE(over);
  CHECK(over->passed);
  CHECK(over->point.day == day("2027-01-11"));
}

TEST_CASE("a started milestone has no point of no return") {
  SmallDossier d = chain("2027-01-29");
  d.set("A", {{"actual_start", "2027-01-04"}});
  const GoalOutlook goal = outlook_of(d, "2027-01-06");
  CHECK(goal.no_return->milestone == d.id<Milestone>("B"));
  CHECK(goal.no_return->day == day("2027-01-18"));
}

TEST_CASE("the verdict follows from the forecast and the ends of the mandate") {
  struct Row {
    const char* end;
    const char* estimate;
    Verdict verdict;
  };
  // S falls on 22 January with B = 10 working days; at its least, 1, on 11 January.
  for (const Row& row :
       {Row{"2027-03-01", "10d", Verdict::on_course}, Row{"2027-02-20", "10d", Verdict::tight},
        Row{"2027-01-22", "10d", Verdict::tight}, Row{"2027-01-15..2027-12-31", "10d", Verdict::tight},
        Row{"2027-01-25..2027-12-31", "10d", Verdict::on_course},
        Row{"2027-01-21", "triangular:1,10,20d", Verdict::at_risk},
        Row{"2027-01-11", "triangular:1,10,20d", Verdict::at_risk},
        Row{"2027-01-10", "triangular:1,10,20d", Verdict::out_of_reach},
        Row{"2027-01-21", "10d", Verdict::out_of_reach}, Row{"unknown", "10d", Verdict::cannot_be_said}}) {
    CAPTURE(row.end);
    CAPTURE(row.estimate);
    SmallDossier d = chain(row.end);
    d.set("B", {{"estimate", row.estimate}});
    const GoalOutlook goal = outlook_of(d, "2027-01-03");
    CHECK(verdict_word(goal.verdict) == verdict_word(row.verdict));
    CHECK_FALSE(goal.reason.empty());
    CHECK_FALSE(verdict_rule(goal.verdict).empty());
  }
}

TEST_CASE("an unknown end gives no margins and no latest dates") {
  const GoalOutlook goal = outlook_of(chain("unknown"), "2027-01-03");
  CHECK(goal.forecast == day("2027-01-22"));
  CHECK_FALSE(goal.margin_workdays);
  CHECK_FALSE(goal.margin_days);
  CHECK_FALSE(goal.time_used);
  CHECK_FALSE(goal.no_return);
  REQUIRE(goal.milestones.size() == 3);
  CHECK_FALSE(goal.milestones[0].latest_finish);
}

TEST_CASE("end_expected stands for the end, the interval stays") {
  SmallDossier d = chain("2027-01-15..2027-02-14");
  d.set("M", {{"end_expected", "2027-02-12"}});
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  CHECK(goal.margin_workdays == 15);
  CHECK(goal.margin_workdays_if_earliest == -5);
  CHECK(end_of(*d.build().find(d.id<Mandate>("M"))).expected == day("2027-02-12"));
}

TEST_CASE("a reached goal says where it fell and asks for nothing more") {
  struct Row {
    const char* start;
    const char* end;
    Inside inside;
    Verdict verdict;
  };
  for (const Row& row : {Row{"2026-01-01", "2027-12-31", Inside::yes, Verdict::reached},
                         Row{"..2026-10-28", "unknown", Inside::yes, Verdict::reached},
                         Row{"2026-01-01", "2027-01-04", Inside::no, Verdict::missed},
                         Row{"2027-02-01", "2027-12-31", Inside::no, Verdict::missed},
                         Row{"2026-01-01", "2027-01-01..2027-03-31", Inside::cannot_be_said, Verdict::reached},
                         Row{"2026-01-01", "2027-01-05", Inside::yes, Verdict::reached}}) {
    CAPTURE(row.end);
    SmallDossier d = chain(row.end);
    d.set("M", {{"start", row.start}});
    d.set("S", {{"actual_finish", "2027-01-05"}});
    const GoalOutlook goal = outlook_of(d, "2027-01-10");
    CHECK(goal.reached);
    CHECK(goal.forecast == day("2027-01-05"));
    CHECK(goal.inside == row.inside);
    CHECK(verdict_word(goal.verdict) == verdict_word(row.verdict));
    CHECK_FALSE(goal.margin_workdays);
    CHECK(goal.milestones.empty());
    CHECK_FALSE(goal.no_return);
  }
}

// Every day works; A 10 days to 13 January, B 20 days to 2 February; they can give 6 and 5 days.
SmallDossier shrinkable(const std::string& end) {
  SmallDossier d = chain(end);
  d.info({{"calendar", "every-day"}});
  d.set("A", {{"estimate", "triangular:4,10,20ed"}}).set("B", {{"estimate", "triangular:15,20,30ed"}});
  return d;
}

TEST_CASE("what cannot fit names the few milestones that would have to shrink, greatest first") {
  SmallDossier d = shrinkable("2027-01-30");
  const GoalOutlook one = outlook_of(d, "2027-01-03");
  REQUIRE(one.overrun);
  CHECK(one.overrun->days == 3);
  CHECK(one.overrun->enough);
  REQUIRE(one.overrun->shrink.size() == 1);
  CHECK(one.overrun->shrink[0].milestone == d.id<Milestone>("A"));
  CHECK(one.overrun->shrink[0].give == Duration{6, DurationUnit::calendar_days});
  CHECK(one.overrun->shrink[0].saves_days == 6);

  const GoalOutlook both = outlook_of(shrinkable("2027-01-25"), "2027-01-03");
  CHECK(both.overrun->days == 8);
  REQUIRE(both.overrun->shrink.size() == 2);
  CHECK(both.overrun->shrink[1].saves_days == 5);
  CHECK(both.overrun->enough);

  const GoalOutlook never = outlook_of(shrinkable("2027-01-20"), "2027-01-03");
  CHECK(never.overrun->shrink.size() == 2);
  CHECK_FALSE(never.overrun->enough);
  CHECK(never.earliest_possible == day("2027-01-22"));
  CHECK(never.verdict == Verdict::out_of_reach);
}

// Working days: A 5 days to 8 January, B 10 days to 22 January; both can give.
SmallDossier shrinkable_in_working_days(const std::string& end) {
  SmallDossier d = chain(end);
  d.set("A", {{"estimate", "triangular:2,5,9d"}}).set("B", {{"estimate", "triangular:3,10,20d"}});
  return d;
}

TEST_CASE("the advised shortening reaches the goal in time whatever day the mandate ends on") {
  for (Day end = day("2027-01-11"); end < day("2027-01-22"); end += date::days{1}) {
    CAPTURE(to_iso(end));
    const GoalOutlook goal = outlook_of(shrinkable_in_working_days(to_iso(end)), "2027-01-03");
    REQUIRE(goal.overrun);
    CHECK(goal.overrun->enough);
    CHECK(goal.overrun->days == -goal.margin_days.value());
    const Day last = *goal.forecast - date::days{goal.overrun->days};
    CHECK(last <= end);
    CHECK(goal.find(goal.milestone)->latest_finish == last);
    CHECK(goal.reason.find(counted(goal.overrun->days, "day") + " after ") != std::string::npos);
    SmallDossier shortened = shrinkable_in_working_days(to_iso(end));
    int saved = 0;
    for (const Shrink& shrink : goal.overrun->shrink) {
      const bool is_a = shrink.milestone == shortened.id<Milestone>("A");
      const int left = (is_a ? 5 : 10) - shrink.give.count;
      shortened.set(is_a ? "A" : "B", {{"estimate", "fixed:" + std::to_string(left) + "d"}});
      saved += shrink.saves_days;
    }
    CHECK(saved >= goal.overrun->days);
    const GoalOutlook in_time = outlook_of(shortened, "2027-01-03");
    CHECK(*in_time.forecast <= end);
    CHECK(in_time.margin_days.value() >= 0);
    CHECK_FALSE(in_time.overrun);
  }
}

TEST_CASE("where two ways are late both have to shrink") {
  SmallDossier d = shrinkable("2027-02-01");
  d.stage("C", "triangular:20,30,40ed", {{"track", "T"}})
      .link("C", "S");  // 4 January to 2 February, as A and B together
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  CHECK(goal.overrun->days == 1);
  CHECK(goal.overrun->enough);
  REQUIRE(goal.overrun->shrink.size() == 2);
  CHECK(goal.overrun->shrink[0].milestone == d.id<Milestone>("C"));
  CHECK(goal.overrun->shrink[0].saves_days == 0);
  CHECK(goal.overrun->shrink[1].milestone == d.id<Milestone>("A"));
  CHECK(goal.overrun->shrink[1].saves_days == 6);
}

TEST_CASE("time used and work done are shares of the mandate and of the way") {
  SmallDossier d = shrinkable("2027-01-29");
  d.set("M", {{"start", "2026-12-31"}});  // 30 days
  d.set("A", {{"estimate", "10ed"}, {"actual_start", "2027-01-04"}, {"actual_finish", "2027-01-13"}});
  d.set("B", {{"estimate", "20ed"}, {"actual_start", "2027-01-14"}});
  const GoalOutlook goal = outlook_of(d, "2027-01-18");  // the 19th day; 5 of 20 days of B
  CHECK(*goal.time_used == doctest::Approx(19.0 / 30));
  CHECK(*goal.work_done == doctest::Approx(15.0 / 30));
}

TEST_CASE("the window of opportunity is where all needed mandates hold, and says which bind it") {
  SmallDossier d = chain("2027-08-01..2027-12-31");
  d.add(Kind::mandate, "M.COM",
        {{"title", "Commission"}, {"kind", "legislature"}, {"start", "2024-12-01"}, {"end", "2029-11-30"}});
  d.add(Kind::mandate, "M.KZ",
        {{"title", "Partner's ambassador"}, {"kind", "term"}, {"start", "..2026-10-28"}, {"end", "unknown"}});
  d.add(Kind::mandate, "M.OLD",
        {{"title", "Former term"}, {"kind", "term"}, {"start", "2020-01-01"}, {"end", "2024-01-01"}});
  d.add(Kind::mandate, "M.PRES",
        {{"title", "Presidency"}, {"kind", "presidency"}, {"start", "2027-01-01"}, {"end", "2027-06-30"}});
  const MandateReport report = assess(d, "2027-01-03");
  REQUIRE(report.opportunities.size() == 1);
  const Opportunity& window = report.opportunities[0];
  CHECK(window.milestone == d.id<Milestone>("S"));
  CHECK(window.from.expected == day("2026-10-28"));
  CHECK(window.to == WindowEnd{day("2027-08-01"), day("2027-10-16"), day("2027-12-31")});
  CHECK(window.to.uncertain());
  CHECK(window.binds_from == std::vector<Id<Mandate>>{d.id<Mandate>("M.KZ")});
  CHECK(window.binds_to == std::vector<Id<Mandate>>{d.id<Mandate>("M")});
  CHECK(window.needed == std::vector<Id<Mandate>>{d.id<Mandate>("M"), d.id<Mandate>("M.COM"), d.id<Mandate>("M.KZ")});
  CHECK(window.end_unknown == std::vector<Id<Mandate>>{d.id<Mandate>("M.KZ")});
  CHECK_FALSE(window.empty());
  CHECK(report.mandates.size() == 5);
  CHECK(report.find(d.id<Mandate>("M.PRES"))->goals.empty());
}

TEST_CASE("two goals of one milestone share a window, which may be empty") {
  SmallDossier d = chain("2026-12-31");
  d.add(Kind::mandate, "M2", {{"title", "Next term"}, {"start", "2027-02-01"}, {"end", "2028-12-31"}});
  d.add(Kind::goal, "G2", {{"mandate", "M2"}, {"milestone", "S"}});
  const MandateReport report = assess(d, "2027-01-03");
  REQUIRE(report.opportunities.size() == 1);
  CHECK(report.opportunities[0].empty());
}

TEST_CASE("a way through a group counts all its members") {
  SmallDossier d = chain("2027-12-31");
  d.add(Kind::milestone, "GR", {{"title", "Group"}, {"kind", "group"}, {"track", "T"}});
  d.stage("X", "3d", {{"track", "T"}, {"parent", "GR"}}).stage("Y", "20d", {{"track", "T"}, {"parent", "GR"}});
  d.link("GR", "S").link("A", "GR");
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  CHECK(goal.forecast == day("2027-02-05"));  // A, then Y
  CHECK(goal.find(d.id<Milestone>("X")) != nullptr);
  CHECK(goal.find(d.id<Milestone>("Y"))->margin_workdays == goal.margin_workdays);
  CHECK(goal.find(d.id<Milestone>("GR")) == nullptr);
}

TEST_CASE("work done counts what remains in another unit in calendar days") {
  SmallDossier d = shrinkable("2027-01-29");
  d.set("A", {{"estimate", "10ed"}, {"actual_start", "2027-01-04"}, {"actual_finish", "2027-01-13"}});
  d.set("B", {{"estimate", "20ed"}, {"actual_start", "2027-01-14"}, {"remaining", "2mo"}});
  // 10 days of A, 5 of B, and 60.875 that remain.
  CHECK(*outlook_of(d, "2027-01-18").work_done == doctest::Approx(15 / 75.875));
}

TEST_CASE("margins of what is as late as possible are counted from its forecast") {
  SmallDossier d = chain("2027-01-29");
  d.stage("L", "30d", {{"track", "T"}});  // to 12 February: the end of the track
  d.set("S", {{"constraint", "alap"}});
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  CHECK(goal.forecast == day("2027-02-12"));
  CHECK(goal.margin_days == -14);
  CHECK(goal.margin_workdays == -10);
}

TEST_CASE("only the fifty milestones that can give most are tried against an overrun") {
  SmallDossier d;
  d.info({{"calendar", "every-day"}, {"plan_start", "2027-01-04"}});
  d.add(Kind::track, "T", {{"title", "Track"}});
  d.event("S", {{"track", "T"}});
  for (int i = 0; i < 60; ++i) {
    const std::string code = "A" + std::to_string(i);
    d.stage(code, i < 10 ? "triangular:9,10,11ed" : "triangular:1,10,19ed", {{"track", "T"}});
    d.link(i == 0 ? code : "A" + std::to_string(i - 1), i == 0 ? "S" : code);
  }
  d.link("A59", "S");
  d.stage("OFF", "triangular:1,900,1799ed", {{"track", "T"}});  // not on the way
  d.add(Kind::mandate, "M", {{"title", "Term"}, {"start", "2026-01-01"}, {"end", "2027-02-01"}});
  d.add(Kind::goal, "G", {{"mandate", "M"}, {"milestone", "S"}});
  const GoalOutlook goal = outlook_of(d, "2027-01-03");
  REQUIRE(goal.overrun);
  CHECK_FALSE(goal.overrun->enough);
  CHECK(goal.overrun->shrink.size() == 50);
  for (const Shrink& shrink : goal.overrun->shrink) CHECK(shrink.give.count > 5);
}

}  // namespace
}  // namespace accord
