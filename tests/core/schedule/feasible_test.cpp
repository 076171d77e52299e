#include "core/schedule/feasible.hpp"

#include <rapidcheck.h>

#include "tests/core/schedule/visa_plan.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::on;
using test::SmallDossier;

Feasibility ask(const SmallDossier& d, const std::string& code, const std::string& when,
                const std::string& today = "2026-11-22") {
  const Dossier dossier = d.build();
  return feasible_on(dossier, schedule(dossier, on(today)).value(), d.id<Milestone>(code), day(when)).value();
}

const FeasibilityCheck* failed(const Feasibility& answer, FeasibilityCheckKind kind) {
  for (const FeasibilityCheck& check : answer.checks)
    if (check.kind == kind && !check.passes) return &check;
  return nullptr;
}

TEST_CASE("a signature less than thirty days after the proposal could be made is refused by the article that says so") {
  const SmallDossier d = test::visa_plan();
  const Feasibility answer = ask(d, "VFA.10", "2026-12-15");
  CHECK_FALSE(answer.feasible);
  CHECK_FALSE(answer.by_law);
  CHECK_FALSE(answer.by_plan);
  CHECK(answer.first_legal_day == day("2026-12-23"));  // thirty days after Monday 23 November
  CHECK(answer.first_possible_day == day("2026-12-23"));
  const FeasibilityCheck& first = answer.checks.front();
  CHECK(first.kind == FeasibilityCheckKind::law);
  CHECK(first.citation == "Treaty law No. 54, Art. 5(2)");
  CHECK(first.because_of == d.id<Milestone>("KZ.2"));
  CHECK(first.first == day("2026-12-23"));
  CHECK(first.sentence.find("Art. 5(2)") != std::string::npos);
  CHECK(first.sentence.find("KZ.2 Proposal to the Government") != std::string::npos);
  CHECK(first.sentence.find("2026-12-23") != std::string::npos);
  REQUIRE_FALSE(answer.legal_chain.empty());
  CHECK(answer.legal_chain.back().predecessor == d.id<Milestone>("KZ.2"));
  CHECK(answer.legal_chain.back().from == day("2026-11-23"));
  CHECK_FALSE(answer.legal_chain.back().predecessor_done);
}

TEST_CASE("the law counts from a proposal that was made") {
  SmallDossier d = test::visa_plan();
  d.set("KZ.2", {{"actual_finish", "2026-11-10"}});
  const Feasibility answer = ask(d, "VFA.10", "2026-12-15");
  CHECK(answer.first_legal_day == day("2026-12-10"));
  CHECK(answer.by_law);
  CHECK(answer.feasible);
  CHECK_FALSE(answer.by_plan);
  CHECK(failed(answer, FeasibilityCheckKind::plan));
  CHECK_FALSE(ask(d, "VFA.10", "2026-12-09").by_law);
  CHECK(ask(d, "VFA.10", "2026-12-10").by_law);
}

TEST_CASE("a lead time further back is named too, and a date rule acts on what the law leaves") {
  const Feasibility answer = ask(test::visa_plan(), "VFA.15", "2027-01-01");
  CHECK_FALSE(answer.by_law);
  CHECK(answer.first_legal_day == day("2027-02-01"));
  const FeasibilityCheck* law = failed(answer, FeasibilityCheckKind::law);
  REQUIRE(law);
  CHECK(law->sentence.find("Art. 5(2)") != std::string::npos);
  CHECK_FALSE(failed(answer, FeasibilityCheckKind::rule));

  const Feasibility middle = ask(test::visa_plan(), "VFA.15", "2027-03-15");
  const FeasibilityCheck* rule = failed(middle, FeasibilityCheckKind::rule);
  REQUIRE(rule);
  CHECK(rule->first == day("2027-04-01"));
  CHECK(rule->citation == "the agreement: both enter into force together");
  CHECK(ask(test::visa_plan(), "VFA.15", "2027-04-01").feasible);
}

TEST_CASE("a closed day says why, and the first possible day is open") {
  SmallDossier d = test::visa_plan();
  const Feasibility saturday = ask(d, "VFA.10", "2026-12-26");
  CHECK(saturday.by_law);
  CHECK_FALSE(saturday.feasible);
  const FeasibilityCheck* closed = failed(saturday, FeasibilityCheckKind::working_day);
  REQUIRE(closed);
  CHECK(closed->sentence.find("Saturday") != std::string::npos);
  d.set("KZ.2",
        {{"actual_finish", "2026-11-26"}});  // thirty days later is a Saturday in the closed days of the institutions
  const Feasibility answer = ask(d, "VFA.10", "2026-12-30", "2026-12-01");
  CHECK(answer.first_legal_day == day("2026-12-26"));
  CHECK(answer.first_possible_day > day("2026-12-31"));
}

TEST_CASE("a milestone that needs a session asks for one, whatever else the day is") {
  SmallDossier d;
  d.info({{"calendar", "eu"}});
  d.add(Kind::session_calendar, "meetings",
        {{"title", "Meetings"}, {"covers_from", "2026-01-01"}, {"covers_to", "2027-12-31"}});
  d.add(Kind::session, "S.1", {{"title", "First meeting"}, {"session_calendar", "meetings"}, {"day", "2026-12-05"}});
  d.add(Kind::session, "S.2", {{"title", "Second meeting"}, {"session_calendar", "meetings"}, {"day", "2027-01-20"}});
  d.event("X", {{"sessions", "meetings"}});
  CHECK(ask(d, "X", "2026-12-05").feasible);  // a Saturday, but a session
  const Feasibility answer = ask(d, "X", "2026-12-07");
  CHECK_FALSE(answer.feasible);
  CHECK(failed(answer, FeasibilityCheckKind::session)->first == day("2027-01-20"));
  CHECK(answer.first_possible_day == day("2026-12-05"));
  CHECK(answer.next_possible_day == day("2027-01-20"));
  CHECK_FALSE(ask(d, "X", "2027-01-21").next_possible_day);
}

TEST_CASE("a step that the law wants first waits for its own session") {
  SmallDossier d;
  d.info({{"calendar", "eu"}});
  d.add(Kind::session_calendar, "meetings",
        {{"title", "Meetings"}, {"covers_from", "2026-01-01"}, {"covers_to", "2027-12-31"}});
  d.add(Kind::session, "S.1", {{"title", "First meeting"}, {"session_calendar", "meetings"}, {"day", "2027-01-20"}});
  d.event("A", {{"title", "Decision"}, {"sessions", "meetings"}});
  d.event("B", {{"title", "Signature"}});
  d.link("A", "B", {{"lag", "10ed"}, {"basis", "law"}, {"citation", "Art. 1"}});
  const Feasibility answer = ask(d, "B", "2027-01-15");
  CHECK(answer.first_legal_day == day("2027-01-30"));
  CHECK(answer.next_possible_day == day("2027-02-01"));  // the 30th is a Saturday
  const FeasibilityCheck* law = failed(answer, FeasibilityCheckKind::law);
  REQUIRE(law);
  CHECK(law->sentence ==
        "B Signature comes at the earliest 10 calendar days after A Decision (Art. 1). A has not happened, and can on "
        "2027-01-20 at the earliest, its first session (Meetings); the first day that this leaves is 2027-01-30.");
  d.set("A", {{"state", "dropped"}});
  CHECK(ask(d, "B", "2027-01-15").first_legal_day == day("2026-12-03"));
}

TEST_CASE("the next possible day is on or after the one asked for, and keeps law, date rule and calendar") {
  SmallDossier d = test::visa_plan();
  CHECK(ask(d, "VFA.10", "2026-12-15").next_possible_day == day("2026-12-23"));
  const Feasibility saturday = ask(d, "VFA.10", "2027-02-13");
  CHECK(saturday.first_possible_day == day("2026-12-23"));
  CHECK(saturday.next_possible_day == day("2027-02-15"));
  CHECK(ask(d, "VFA.15", "2027-03-15").next_possible_day == day("2027-04-01"));
  CHECK(ask(d, "VFA.15", "2027-04-01").next_possible_day == day("2027-04-01"));
  for (const char* asked : {"2026-11-24", "2026-12-15", "2026-12-26", "2027-03-13", "2027-03-15"})
    for (const char* code : {"VFA.7", "VFA.10", "VFA.15"}) {
      const auto next = ask(d, code, asked).next_possible_day;
      REQUIRE(next);
      CHECK(*next >= day(asked));
      CHECK(ask(d, code, to_iso(*next)).feasible);
    }
}

TEST_CASE("what has happened can only have happened on its day, and nothing happens on a past one") {
  CHECK(ask(test::visa_plan(), "VFA.4", "2025-12-02").feasible);
  const Feasibility other = ask(test::visa_plan(), "VFA.4", "2026-12-02");
  CHECK_FALSE(other.feasible);
  CHECK(other.checks.front().kind == FeasibilityCheckKind::fact);
  CHECK_FALSE(other.first_legal_day);
  const Feasibility past = ask(test::visa_plan(), "VFA.7", "2026-11-22");
  CHECK_FALSE(past.feasible);
  CHECK(failed(past, FeasibilityCheckKind::status_date)->first == day("2026-11-23"));
}

TEST_CASE("the mandate whose goal it is has its say, without forbidding anything") {
  SmallDossier d = test::visa_plan();
  d.add(Kind::mandate, "M.SIMKIC", {{"title", "Ambassador"}, {"start", "2024-09"}, {"end", "2027-08-01..2027-12-31"}});
  d.add(Kind::goal, "G", {{"mandate", "M.SIMKIC"}, {"milestone", "VFA.10"}});
  const Feasibility answer = ask(d, "VFA.10", "2028-02-01");
  CHECK(answer.feasible);
  CHECK(failed(answer, FeasibilityCheckKind::mandate));
  CHECK_FALSE(failed(ask(d, "VFA.10", "2027-06-01"), FeasibilityCheckKind::mandate));
}

TEST_CASE("what may be outside a mandate is neither inside nor outside") {
  struct Row {
    const char *start, *end, *sentence;
  };
  for (const Row& row :
       {Row{"2024-09", "2027-08-01..2027-12-31",
            "2027-11-15 may be inside or outside the mandate M.A (Ambassador): it may end on any day from 2027-08-01 to "
            "2027-12-31."},
        Row{"2024-09", "unknown",
            "2027-11-15 may be inside or outside the mandate M.A (Ambassador): nobody knows when it ends."},
        Row{"2027-11-01..2027-12-31", "2029-01-31",
            "2027-11-15 may be inside or outside the mandate M.A (Ambassador): it may begin on any day from 2027-11-01 to "
            "2027-12-31."}}) {
    SmallDossier d = test::visa_plan();
    d.add(Kind::mandate, "M.A", {{"title", "Ambassador"}, {"start", row.start}, {"end", row.end}});
    d.add(Kind::goal, "G", {{"mandate", "M.A"}, {"milestone", "VFA.10"}});
    const Feasibility answer = ask(d, "VFA.10", "2027-11-15");
    const FeasibilityCheck* check = failed(answer, FeasibilityCheckKind::mandate);
    REQUIRE(check);
    CHECK(check->unsure);
    CHECK(check->sentence == row.sentence);
  }
}

TEST_CASE("a dropped milestone does not happen, and days at the end of the calendars are refused") {
  SmallDossier d = test::visa_plan();
  d.set("VFA.7", {{"state", "dropped"}});
  const Feasibility dropped = ask(d, "VFA.7", "2027-03-01");
  CHECK_FALSE(dropped.feasible);
  CHECK(dropped.dropped);
  CHECK_FALSE(dropped.forecast);
  CHECK_FALSE(dropped.next_possible_day);
  CHECK(dropped.checks.front().sentence == "VFA.7 Initialling has been dropped from the plan.");
  const Dossier dossier = d.build();
  const auto far =
      feasible_on(dossier, schedule(dossier, on("2026-11-22")).value(), d.id<Milestone>("VFA.15"), day("2199-12-31"));
  REQUIRE_FALSE(far.ok());
  CHECK(far.errors().front().code == "feasible.range");
}

TEST_CASE("a group does not happen on one day") {
  SmallDossier d = test::visa_plan();
  d.add(Kind::milestone, "G", {{"title", "Group"}, {"kind", "group"}});
  const Dossier dossier = d.build();
  const auto answer =
      feasible_on(dossier, schedule(dossier, on("2026-11-22")).value(), d.id<Milestone>("G"), day("2027-01-01"));
  REQUIRE_FALSE(answer.ok());
  CHECK(answer.errors().front().code == "feasible.group");
}

TEST_CASE("lead times that leave the years of the calendars are answered") {
  for (const char* lag : {"36000ed", "25000d", "1150mo"}) {
    CAPTURE(lag);
    SmallDossier d;
    d.info({{"calendar", "weekdays"}, {"plan_start", "2110-01-01"}});
    d.stage("A", "1d", {{"actual_start", "2110-03-03"}, {"actual_finish", "2110-03-03"}});
    d.stage("B", "5d", {{"actual_start", "2110-03-04"}});  // it runs already, so that the plan does not wait
    d.link("A", "B", {{"lag", lag}, {"basis", "law"}, {"citation", "Art. 1"}});
    const Feasibility answer = ask(d, "B", "2130-01-02", "2120-01-01");
    CHECK_FALSE(answer.by_law);
    CHECK_FALSE(answer.first_legal_day);
    CHECK_FALSE(answer.first_possible_day);
    const FeasibilityCheck* law = failed(answer, FeasibilityCheckKind::law);
    REQUIRE(law);
    CHECK_FALSE(law->first);
    CHECK(law->sentence.find("this leaves no day before the year 2200") != std::string::npos);
  }
}

TEST_CASE("a date rule that leaves the years of the calendars is answered") {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2110-01-01"}});
  d.event("B", {{"state", "dropped"}, {"rule", "+36500ed"}});  // dropped, so that the plan does not count with it
  const Feasibility answer = ask(d, "B", "2130-01-02", "2120-01-01");
  CHECK_FALSE(answer.by_law);
  CHECK_FALSE(answer.first_legal_day);
  CHECK_FALSE(answer.first_possible_day);
}

TEST_CASE("two steps of the law that need sessions cannot share one") {
  SmallDossier d;
  d.info({{"calendar", "eu"}});
  d.event("A", {{"sessions", "council"}});
  d.event("B", {{"sessions", "council"}});
  d.link("A", "B", {{"basis", "law"}, {"citation", "Art. 1"}});
  const Feasibility answer = ask(d, "B", "2026-11-24");
  CHECK_FALSE(answer.by_law);
  CHECK(answer.first_legal_day == day("2026-11-25"));
  CHECK(answer.first_possible_day == day("2026-12-01"));
  CHECK(answer.forecast == day("2026-12-01"));
  CHECK(ask(d, "B", "2026-12-01").feasible);
}

TEST_CASE("where all is law and nothing takes time, the first possible day is the plan's forecast") {
  CHECK(rc::check([] {
    SmallDossier d;
    d.info({{"plan_start", "2026-11-01"}});
    const int count = *rc::gen::inRange(2, 7);
    std::vector<std::string> codes;
    for (int i = 0; i < count; ++i) {
      codes.push_back("E" + std::to_string(i));
      d.event(codes.back(),
              {{"calendar", *rc::gen::element<std::string>("every-day", "weekdays", "eu", "kz", "eu+kz")},
               {"sessions", *rc::gen::weightedElement<std::string>({{3, ""}, {2, "council"}, {1, "ep-plenary"}})},
               {"rule", *rc::gen::weightedElement<std::string>({{5, ""}, {1, "first-of-month+2"}, {1, "+10ed"}})}});
      for (int from = 0; from < i; ++from)
        if (*rc::gen::weightedElement<bool>({{2, true}, {1, false}}))
          d.link(codes[static_cast<std::size_t>(from)], codes.back(),
                 {{"basis", "law"}, {"lag", *rc::gen::element<std::string>("", "3d", "30ed", "1mo")}});
    }
    const Dossier dossier = d.build();
    const Schedule plan = schedule(dossier, on("2026-11-22")).value();
    for (const std::string& code : codes) {
      const auto id = d.id<Milestone>(code);
      const Feasibility answer = feasible_on(dossier, plan, id, day("2027-06-01")).value();
      RC_ASSERT((answer.first_possible_day == plan.find(id)->early_finish));
      RC_ASSERT((answer.first_legal_day <= answer.first_possible_day));
    }
  }));
}

}  // namespace
}  // namespace accord
