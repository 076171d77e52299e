#include "core/schedule/explain.hpp"

#include <algorithm>

#include "tests/core/schedule/visa_plan.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::on;
using test::SmallDossier;

std::vector<Reason> why(const SmallDossier& d, const std::string& code, const std::string& today = "2026-11-22") {
  const Dossier dossier = d.build();
  return explain(dossier, schedule(dossier, on(today)).value(), on(today), d.id<Milestone>(code));
}

// The sentences of one milestone and kind, joined; "" when there is none.
std::string said(const std::vector<Reason>& reasons, Id<Milestone> milestone, ReasonKind kind) {
  std::string all;
  for (const Reason& reason : reasons)
    if (reason.milestone == milestone && reason.kind == kind) all += (all.empty() ? "" : " ") + reason.sentence;
  return all;
}

bool names(const std::string& sentence, const std::string& words) { return sentence.find(words) != std::string::npos; }

TEST_CASE("entry into force names both notifications, the rule and its article, and goes back to what is running") {
  const SmallDossier d = test::visa_plan();
  const std::vector<Reason> reasons = why(d, "VFA.15");
  const auto id = d.id<Milestone>("VFA.15");
  REQUIRE_FALSE(reasons.empty());
  CHECK(reasons.front().milestone == id);
  CHECK(reasons.front().kind == ReasonKind::date);
  const std::string needs = said(reasons, id, ReasonKind::predecessor);
  CHECK(names(needs, "RA.14 Notifications and VFA.14 Notifications"));
  CHECK(names(needs, "by law: the agreement: both enter into force together"));
  CHECK(names(said(reasons, id, ReasonKind::also), "on the same day"));
  const std::string rule = said(reasons, id, ReasonKind::rule);
  CHECK(names(rule, "the first day of the second month following"));
  CHECK(names(rule, "the agreement: both enter into force together"));
  // Back over the signature and the Council's decision to the rounds that are running.
  CHECK(names(said(reasons, d.id<Milestone>("VFA.10"), ReasonKind::predecessor), "TFEU Art. 218(5)"));
  CHECK(names(said(reasons, d.id<Milestone>("VFA.9"), ReasonKind::duration), "145 calendar days"));
  CHECK(names(said(reasons, d.id<Milestone>("VFA.5"), ReasonKind::remaining), "It has been running for 354 days"));
  CHECK(reasons.back().milestone == d.id<Milestone>("VFA.5"));
  for (const Reason& reason : reasons) CHECK(reason.sentence.back() == '.');
}

TEST_CASE("the rounds say how long they run and what their estimate leaves") {
  SmallDossier d = test::visa_plan();
  d.set("VFA.5", {{"estimate", "pert:130,215,860ed"}});
  const std::vector<Reason> reasons = why(d, "VFA.5");
  const std::string remaining = said(reasons, d.id<Milestone>("VFA.5"), ReasonKind::remaining);
  CHECK(names(remaining, "running for 354 days"));
  CHECK(names(remaining, "calendar days more"));
  CHECK(names(said(reasons, d.id<Milestone>("VFA.5"), ReasonKind::status_date), "23 November 2026"));
}

TEST_CASE("a lead time is said with its lag, its article and what it waits for") {
  SmallDossier d = test::visa_plan();
  d.set("VFA.9", {{"estimate", "1ed"}}).set("KZ.1", {{"estimate", "60ed"}});
  const std::vector<Reason> reasons = why(d, "VFA.10");
  const std::string lead = said(reasons, d.id<Milestone>("VFA.10"), ReasonKind::predecessor);
  CHECK(names(lead, "30 calendar days after KZ.2 Proposal to the Government"));
  CHECK(names(lead, "by law: Treaty law No. 54, Art. 5(2)"));
  CHECK(names(said(reasons, d.id<Milestone>("VFA.10"), ReasonKind::also), "VFA.9 Council decision on signing"));
}

TEST_CASE("nothing that has not started can start before the day after the status date") {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "5d");
  const std::vector<Reason> reasons = why(d, "A");
  CHECK(
      names(said(reasons, d.id<Milestone>("A"), ReasonKind::status_date), "nothing can start before 23 November 2026"));
  CHECK(names(reasons.front().sentence, "27 November 2026"));
  d.info({{"status_date_mode", "none"}});
  CHECK(names(said(why(d, "A"), d.id<Milestone>("A"), ReasonKind::start), "the plan starts on 1 January 2026"));
}

TEST_CASE("a session made by rule says so, and a published one does not") {
  SmallDossier d;
  d.info({{"calendar", "eu"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "5d", {{"sessions", "council"}});
  CHECK(names(said(why(d, "A"), d.id<Milestone>("A"), ReasonKind::session), "made by rule"));
  d.add(Kind::session_calendar, "meetings",
        {{"title", "Meetings"}, {"covers_from", "2026-01-01"}, {"covers_to", "2027-12-31"}});
  d.add(Kind::session, "S.1", {{"title", "Meeting"}, {"session_calendar", "meetings"}, {"day", "2027-01-20"}});
  d.set("A", {{"sessions", "meetings"}});
  const std::string session = said(why(d, "A"), d.id<Milestone>("A"), ReasonKind::session);
  CHECK(names(session, "(Meetings) is Wednesday 20 January 2027"));
  CHECK_FALSE(names(session, "made by rule"));
}

TEST_CASE("a closed day that pushed the date is named") {
  SmallDossier d;
  d.info({{"calendar", "eu"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "40ed");  // 23 November and 40 days: 1 January 2027
  const std::vector<Reason> reasons = why(d, "A");
  const std::string closed = said(reasons, d.id<Milestone>("A"), ReasonKind::closed);
  CHECK(names(closed, "Friday 1 January 2027 is closed"));
  CHECK(names(closed, "New Year"));
}

TEST_CASE("a constraint and a fact end the chain, the fact with its evidence") {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "5d", {{"actual_start", "2026-10-05"}, {"actual_finish", "2026-10"}});
  d.stage("B", "5d", {{"constraint", "snet"}, {"constraint_date", "2027-03-01"}});
  d.link("A", "B");
  d.add(Kind::evidence, "EV", {{"title", "Signed minutes"}, {"milestones", "A"}});
  CHECK(names(said(why(d, "B"), d.id<Milestone>("B"), ReasonKind::constraint), "start no earlier than 1 March 2027"));
  const std::string fact = said(why(d, "A"), d.id<Milestone>("A"), ReasonKind::actual);
  CHECK(names(fact, "“2026-10”"));
  CHECK(names(fact, "Signed minutes"));
}

TEST_CASE("a group is explained by the member that ends it") {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2026-01-01"}});
  d.add(Kind::milestone, "G", {{"title", "Group"}, {"kind", "group"}});
  d.stage("X", "3d", {{"parent", "G"}}).stage("Y", "8d", {{"parent", "G"}}).stage("Z", "1d");
  d.link("G", "Z");
  const std::vector<Reason> reasons = why(d, "Z");
  CHECK(names(said(reasons, d.id<Milestone>("Z"), ReasonKind::predecessor), "G Group"));
  CHECK(names(said(reasons, d.id<Milestone>("G"), ReasonKind::date), "the last of its members, Y"));
  CHECK(reasons.back().milestone == d.id<Milestone>("Y"));
}

TEST_CASE("a group that may not start before a day is named where that decides its member's date") {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2026-01-01"}});
  d.add(Kind::milestone, "G",
        {{"title", "Ratification"}, {"kind", "group"}, {"constraint", "snet"}, {"constraint_date", "2027-03-01"}});
  d.stage("X", "3d", {{"parent", "G"}});
  d.stage("Y", "3d", {{"parent", "G"}, {"constraint", "snet"}, {"constraint_date", "2027-04-01"}});
  const std::string of_group = said(why(d, "X"), d.id<Milestone>("X"), ReasonKind::constraint);
  CHECK(names(of_group, "The group G Ratification may not start before 1 March 2027"));
  CHECK_FALSE(names(of_group, "as soon as possible"));
  CHECK(names(said(why(d, "Y"), d.id<Milestone>("Y"), ReasonKind::constraint), "start no earlier than 1 April 2027"));
}

TEST_CASE("a milestone that begins with the plan says that what comes before it leaves room") {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2027-01-04"}, {"status_date_mode", "none"}});
  d.stage("A", "1d").stage("B", "5d").stage("C", "5d");
  d.link("A", "B", {{"lag", "-10d"}});
  const std::string of_b = said(why(d, "B"), d.id<Milestone>("B"), ReasonKind::start);
  CHECK(names(of_b, "What comes before it leaves room; the plan starts on 4 January 2027"));
  CHECK(names(said(why(d, "C"), d.id<Milestone>("C"), ReasonKind::start), "Nothing comes before it"));
}

}  // namespace
}  // namespace accord
