// Promises, meetings, accounts, people, deadlines and indicators.
#include "core/model/validate.hpp"
#include "core/progress/accounts.hpp"
#include "core/progress/due.hpp"
#include "core/progress/evidence.hpp"
#include "core/progress/indicators.hpp"
#include "core/progress/momentum.hpp"
#include "core/progress/positions.hpp"
#include "core/progress/promises.hpp"
#include "core/progress/silence.hpp"
#include "core/progress/validity.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;

SmallDossier promised() {
  SmallDossier d;
  d.add(Kind::party, "MFA", {{"title", "Ministry"}});
  d.add(Kind::person, "DFM", {{"title", "The deputy minister"}, {"party", "MFA"}});
  d.add(Kind::commitment, "C.1",
        {{"title", "Round in February"},
         {"by_party", "MFA"},
         {"by_person", "DFM"},
         {"made", "2025-12-24"},
         {"due", "2026-02"},
         {"state", "slipped"},
         {"resolved", "2026-03-03"},
         {"in_public", "yes"}});
  d.add(Kind::commitment, "C.2", {{"title", "Send the list"}, {"by_party", "MFA"}, {"due", "2026-03-10"}});
  d.add(Kind::commitment, "C.3",
        {{"title", "Name the chair"},
         {"by_party", "MFA"},
         {"due", "spring 2026"},
         {"state", "kept"},
         {"resolved", "2026-03-01"}});
  return d;
}

TEST_CASE("a promise slips by the days after the last one that would have kept it") {
  const PromiseReport r = promise_report(promised().build(), day("2026-03-20"));
  REQUIRE(r.promises.size() == 3);
  CHECK(r.promises[0].slip_days == 3);
  CHECK(r.promises[0].sentence == "Slipped by 3 days: promised by 28 February 2026, done on 3 March 2026.");
  CHECK(r.promises[1].overdue_days == 10);
  CHECK(r.promises[2].slip_days == 0);
  REQUIRE(r.parties.size() == 1);
  CHECK(r.parties[0].kept == 1);
  CHECK(r.parties[0].overdue == 1);
  CHECK(r.parties[0].mean_slip_days == doctest::Approx(3));
  CHECK(record_in_words(r.parties[0]) ==
        "Made 3 promises: 1 kept, 1 slipped, 1 open, of which 1 overdue. What slipped was 3 days late.");
  CHECK(r.people.size() == 1);
}

TEST_CASE("counted by who made them, promises add up to those that were made") {
  const PromiseReport r = promise_report(promised().build(), day("2026-03-20"));
  REQUIRE(r.makers.size() == 2);
  CHECK(r.makers[0].party == r.parties[0].party);
  CHECK(r.makers[0].made == 2);
  CHECK(r.makers[1].person == r.people[0].person);
  CHECK(r.makers[1].made == 1);
}

TEST_CASE("on an earlier day a promise is as it was then") {
  const PromiseReport r = promise_report(promised().build(), day("2026-03-02"));
  CHECK(r.promises[0].state == CommitmentState::open);
  CHECK(r.promises[0].overdue_days == 2);
  CHECK(promise_report(promised().build(), day("2025-12-01")).promises.size() == 2);
}

SmallDossier rounds() {
  SmallDossier d;
  d.add(Kind::track, "VFA");
  d.add(Kind::track, "RA");
  d.add(Kind::entry, "E.1",
        {{"title", "Round 1"}, {"kind", "round"}, {"number", "1"}, {"date", "2025-12-02"}, {"tracks", "VFA"}});
  d.add(Kind::entry, "E.2",
        {{"title", "Round 1 on readmission"},
         {"kind", "round"},
         {"number", "1"},
         {"date", "2025-12-02"},
         {"tracks", "RA"}});
  d.add(Kind::entry, "E.3",
        {{"title", "Meeting: next round fixed"},
         {"kind", "meeting"},
         {"date", "2025-12-24"},
         {"tracks", "VFA"},
         {"next_announced", "2026-02"}});
  d.add(Kind::entry, "E.4",
        {{"title", "Round 2"}, {"kind", "round"}, {"number", "2"}, {"date", "2026-03-03"}, {"tracks", "VFA"}});
  d.add(Kind::entry, "E.5", {{"title", "Visit"}, {"kind", "visit"}, {"date", "2025-12-04"}, {"tracks", "VFA"}});
  d.add(Kind::entry, "E.6", {{"title", "New minister"}, {"kind", "appointment"}, {"date", "2026-03-01"}});
  return d;
}

TEST_CASE("momentum counts months, gaps between rounds and the slip of announced ones") {
  const Momentum m = momentum(rounds().build(), day("2026-04-10"));
  CHECK(m.rounds == 2);
  CHECK(m.mean_gap_days == 91);
  CHECK(m.days_since_round == 38);
  REQUIRE(m.months.size() == 5);
  CHECK(m.months[0].rounds == 1);  // one round, entered on two tracks
  CHECK(m.months[0].visits == 1);
  CHECK(m.months[1].meetings == 0);
  REQUIRE(m.announced.size() == 1);
  CHECK(m.announced[0].slip_days == 3);
  CHECK(m.announced[0].sentence ==
        "A round was announced for February 2026 (E.3) and held on 3 March 2026, 3 days late (E.4).");
  const Momentum before = momentum(rounds().build(), day("2026-03-02"));
  CHECK(before.announced[0].overdue_days == 2);
  CHECK(momentum(Dossier(), day("2026-03-02")).sentences.front() == "No round is recorded.");
  CHECK(momentum(rounds().build(), day("2026-04-10"), rounds().id<Track>("RA")).rounds == 1);
}

TEST_CASE("three accounts of one round are told once and counted once") {
  SmallDossier d = rounds();
  for (const char* date : {"2026-05-04", "2026-05-11", "2026-06"})
    d.add(Kind::entry, std::string("E.") + date, {{"title", "Round 3"}, {"kind", "round"}, {"number", "3"}, {"date", date}, {"tracks", "VFA"}});
  const auto open = disputed_accounts(d.build());
  REQUIRE(open.size() == 1);
  CHECK(open[0].accounts.size() == 3);
  const Momentum m = momentum(d.build(), day("2026-11-23"));
  CHECK(m.rounds == 3);
  CHECK(m.gaps.size() == 2);
  int in_months = 0;
  for (const MonthOfMeetings& month : m.months) in_months += month.rounds;
  CHECK(in_months == 3);
}

TEST_CASE("an announcement kept as context counts, and a later word on it takes its place") {
  SmallDossier d = rounds();
  d.add(Kind::entry, "E.7",
        {{"title", "Round 3 to be held in Brussels"}, {"kind", "context"}, {"date", "2026-03-10"}, {"next_announced", "2026-09"}});
  const Momentum late = momentum(d.build(), day("2026-11-23"));
  CHECK(late.rounds == 2);
  REQUIRE(late.announced.size() == 2);
  CHECK(late.announced[1].overdue_days == 54);
  CHECK(late.announced[1].sentence == "A round was announced for September 2026 (E.7); none is recorded, 54 days after that time.");
  d.add(Kind::entry, "E.8",
        {{"title", "Round 3 postponed to January"}, {"kind", "context"}, {"date", "2026-10-01"}, {"next_announced", "2027-01"}});
  const Momentum put_off = momentum(d.build(), day("2026-11-23"));
  REQUIRE(put_off.announced.size() == 3);
  CHECK(put_off.announced[1].sentence == "A round was announced for September 2026 (E.7); a later word on it is E.8.");
  CHECK(put_off.announced[2].sentence == "A round was announced for January 2027 (E.8); it is still to come.");
}

TEST_CASE("a visit that announces the next one announces no round") {
  SmallDossier d = rounds();
  d.add(Kind::entry, "E.7",
        {{"title", "Costa visited Astana"}, {"kind", "visit"}, {"date", "2026-06-01"}, {"next_announced", "2026-10"}, {"tracks", "VFA"}});
  d.add(Kind::entry, "E.8", {{"title", "Round 3"}, {"kind", "round"}, {"number", "3"}, {"date", "2026-11-01"}, {"tracks", "VFA"}});
  const Momentum m = momentum(d.build(), day("2026-11-23"));
  REQUIRE(m.announced.size() == 2);
  CHECK(m.announced[1].sentence == "A visit was announced for October 2026 (E.7); none is recorded, 23 days after that time.");
}

TEST_CASE("accounts stand side by side, the chosen one first, and only it counts") {
  SmallDossier d = rounds();
  d.add(Kind::entry, "E.9",
        {{"title", "Round 2 in April"},
         {"kind", "round"},
         {"number", "2"},
         {"date", "2026-04-02"},
         {"tracks", "VFA"},
         {"confidence", "secondary"}});
  const auto open = disputed_accounts(d.build());
  REQUIRE(open.size() == 1);
  CHECK_FALSE(open[0].decided);
  CHECK(check_disputes(d.build()).size() == 1);
  d.set("E.9", {{"chosen", "E.4"}, {"chosen_why", "The ministry's own page gives the day"}});
  const auto decided = disputed_accounts(d.build());
  REQUIRE(decided.size() == 1);
  CHECK(decided[0].decided);
  CHECK(decided[0].sentence ==
        "E.4 (3 March 2026) is taken; E.9 (2 April 2026, secondary) is set aside: The ministry's own page gives the day.");
  CHECK(check_disputes(d.build()).empty());
  CHECK(momentum(d.build(), day("2026-04-10")).rounds == 2);
  CHECK(measure_silence(d.build(), day("2026-04-10")).dossier.last == day("2026-03-03"));
}

TEST_CASE("the map of positions counts parties by their newest word, and those of whom nothing is recorded") {
  SmallDossier d;
  d.add(Kind::track, "RA");
  d.add(Kind::party, "LT", {{"title", "Lithuania"}, {"kind", "member_state"}});
  d.add(Kind::party, "IE", {{"title", "Ireland"}, {"kind", "member_state"}});
  d.add(Kind::party, "OLD", {{"title", "Gone"}, {"kind", "group"}, {"valid_to", "2024-07-15"}});
  d.add(Kind::party, "MFA", {{"title", "Ministry"}, {"kind", "ministry"}});
  CHECK(position_map(d.build(), day("2026-11-23")).sentences.front() == "No position is recorded.");
  d.add(Kind::position, "PO.1", {{"title", "For"}, {"party", "LT"}, {"stance", "support"}, {"date", "2025-03-28"}});
  d.add(Kind::position, "PO.2", {{"title", "With a doubt"}, {"party", "LT"}, {"stance", "reserve"}, {"date", "2026-05"}});
  d.add(Kind::position, "PO.3", {{"title", "On readmission"}, {"party", "LT"}, {"stance", "oppose"}, {"date", "2026-02-01"}, {"track", "RA"}});
  d.add(Kind::position, "PO.4", {{"title", "Later"}, {"party", "LT"}, {"stance", "support"}, {"date", "2027-01-01"}});
  const PositionMap map = position_map(d.build(), day("2026-11-23"));
  CHECK(map.by_stance == std::array<int, 4>{0, 0, 1, 0});
  CHECK(map.silent == 1);
  REQUIRE(map.rows.size() == 3);
  CHECK(map.rows[0].party == d.id<Party>("IE"));
  CHECK_FALSE(map.rows[0].position);
  CHECK(map.rows[1].position == d.id<Position>("PO.2"));
  CHECK(map.rows[2].position == d.id<Position>("PO.3"));
  CHECK(map.sentences[0] == "In support: 0; with a reserve: 1; against: 0; stance unknown: 0.");
  CHECK(map.sentences[1] == "Of 1 Member State or group nothing is recorded.");
}

TEST_CASE("people and institutions hold on the day, or their successors do") {
  SmallDossier d;
  d.add(Kind::party, "KURULTAI", {{"title", "Kurultai"}, {"valid_from", "2026-07-01"}});
  d.add(Kind::party, "SENATE", {{"title", "Senate"}, {"valid_to", "2026-06-30"}, {"successor", "KURULTAI"}});
  d.add(Kind::person, "AMB",
        {{"title", "Ambassador"},
         {"role", "Ambassador"},
         {"valid_from", "2024-09"},
         {"valid_to", "2027-08-01..2027-12-31"}});
  d.add(Kind::entry, "E.1", {{"title", "Ratified"}, {"date", "2026-08-01"}, {"parties", "SENATE"}, {"people", "AMB"}});
  d.add(Kind::entry, "E.2", {{"title", "Early"}, {"date", "2024-08-01"}, {"people", "AMB"}});
  const Dossier dossier = d.build();
  CHECK(party_on(dossier, d.id<Party>("SENATE"), day("2026-06-30"))->code == "SENATE");
  CHECK(party_on(dossier, d.id<Party>("SENATE"), day("2026-07-01"))->code == "KURULTAI");
  CHECK(parties_on(dossier, day("2026-06-30")).size() == 1);
  const Person& amb = *dossier.find(d.id<Person>("AMB"));
  CHECK(valid_on(amb.valid_from, amb.valid_to, day("2024-08-31")) == Valid::no);
  CHECK(valid_on(amb.valid_from, amb.valid_to, day("2024-09-15")) == Valid::maybe);
  CHECK(valid_on(amb.valid_from, amb.valid_to, day("2025-09-15")) == Valid::yes);
  CHECK(valid_on(amb.valid_from, amb.valid_to, day("2027-10-15")) == Valid::maybe);
  CHECK(valid_on(amb.valid_from, amb.valid_to, day("2028-01-01")) == Valid::no);
  const Diagnostics absent = check_presence(dossier);
  REQUIRE(absent.size() == 2);
  CHECK(absent[0].message == "E.1 names Senate, which did not exist then; its successor is Kurultai.");
  CHECK(absent[1].message == "E.2 names Ambassador, who was not Ambassador then.");
}

TEST_CASE("what is due is warned of before, and escalated after") {
  SmallDossier d = promised();
  d.add(Kind::party, "PM", {{"title", "Prime Minister's Office"}, {"contact", "+7 1"}});
  d.set("MFA", {{"escalate_to", "PM"}});
  d.add(Kind::benchmark, "B.1", {{"title", "Law"}, {"owner", "MFA"}, {"deadline", "2026-04-19"}});
  d.add(Kind::measure, "ME.1",
        {{"title", "Draft"}, {"benchmark", "B.1"}, {"owner", "MFA"}, {"deadline", "2026-05-01"}});
  const auto due = what_is_due(d.build(), day("2026-03-25"));
  REQUIRE(due.size() == 2);
  CHECK(due[0].code == "C.2");
  CHECK(due[0].days_left == -15);
  CHECK(due[0].sentence ==
        "Promised: Send the list (C.2), Ministry, was due on 10 March 2026, 15 days ago; escalate to Prime Minister's "
        "Office (+7 1).");
  CHECK(due[1].days_left == 25);
  CHECK_FALSE(due[1].escalated);
  d.info({{"warn_days", "10"}, {"escalate_after", "20"}});
  const auto later = what_is_due(d.build(), day("2026-03-25"));
  REQUIRE(later.size() == 1);
  CHECK_FALSE(later[0].escalated);
  CHECK(next_dates(d.build(), day("2026-03-25"), 10).size() == 2);
}

TEST_CASE("on an earlier day what was promised then and resolved later is due, and what was promised later is not") {
  SmallDossier d = promised();  // C.1 is due by the end of February and was resolved on 3 March
  d.set("C.2", {{"made", "2026-02-20"}});
  const auto due = what_is_due(d.build(), day("2026-02-10"));
  REQUIRE(due.size() == 1);
  CHECK(due[0].code == "C.1");
  CHECK(due[0].days_left == 18);
}

TEST_CASE("what a person promised is owed by them and escalated by their institution") {
  SmallDossier d;
  d.add(Kind::party, "PM", {{"title", "Prime Minister's Office"}});
  d.add(Kind::party, "MFA", {{"title", "Ministry"}, {"escalate_to", "PM"}});
  d.add(Kind::person, "DFM", {{"title", "The deputy minister"}, {"party", "MFA"}});
  d.add(Kind::commitment, "C.1", {{"title", "Send the list"}, {"by_person", "DFM"}, {"due", "2026-03-10"}});
  d.add(Kind::commitment, "C.2", {{"title", "Name a date"}, {"due", "2026-03-11"}});
  const Dossier dossier = d.build();
  const auto due = what_is_due(dossier, day("2026-03-25"));
  REQUIRE(due.size() == 2);
  CHECK(due[0].who == "The deputy minister");
  CHECK(due[0].person == d.id<Person>("DFM"));
  CHECK(due[0].owner == d.id<Party>("MFA"));
  CHECK(due[0].sentence ==
        "Promised: Send the list (C.1), The deputy minister, was due on 10 March 2026, 15 days ago; escalate to Prime Minister's Office.");
  CHECK(due[1].who.empty());
  CHECK(due[1].sentence.find("nobody is named") != std::string::npos);
}

TEST_CASE("a rise is measured against the same months a year before, with a warning before the threshold") {
  SmallDossier d;
  d.add(Kind::indicator, "I.1",
        {{"title", "Refused entries"}, {"values", "2025-01=100; 2025-02=100; 2026-01=120; 2026-02=120"}});
  d.add(Kind::indicator, "I.2",
        {{"title", "Recognition rate"},
         {"unit", "%"},
         {"watch", "below"},
         {"threshold", "20"},
         {"values", "2026-02=19"}});
  d.add(Kind::indicator, "I.3", {{"title", "Overstays"}, {"values", "2026-02=7"}});
  auto read = read_indicators(d.build(), day("2026-03-01"));
  CHECK(read[0].state == IndicatorState::warning);
  CHECK(read[0].measured == doctest::Approx(20));
  CHECK(read[0].sentence ==
        "+20.0 % in the 2 months to 2026-02 against a year before: close to the threshold of 30 %; the warning stands "
        "from 20 % on.");
  CHECK(read[1].state == IndicatorState::reached);
  CHECK(read[2].state == IndicatorState::no_figures);
  d.set("I.1", {{"values", "2025-01=100; 2025-02=100; 2026-01=130; 2026-02=130"}});
  CHECK(read_indicators(d.build(), day("2026-03-01"))[0].state == IndicatorState::reached);
  CHECK(read_indicators(d.build(), day("2026-01-31"))[0].state == IndicatorState::no_figures);
  d.set("I.1", {{"values", "2025-01=100; 2025-02=100; 2026-01=100; 2026-02=101"}});
  CHECK(read_indicators(d.build(), day("2026-03-01"))[0].state == IndicatorState::calm);
  CHECK(parse_monthly("2026-13=1").errors().front().code == "indicator.syntax");
  CHECK(parse_monthly("2026-01=1; 2026-01=2").errors().front().code == "indicator.syntax");
}

TEST_CASE("evidence without anything to look at shows nothing") {
  SmallDossier d;
  d.event("A", {{"actual_finish", "2026-01-10"}, {"needs_evidence", "yes"}});
  d.add(Kind::evidence, "EV.1", {{"title", "Somebody said so"}, {"milestones", "A"}});
  Dossier dossier = d.build();
  const Milestone& a = *dossier.find(d.id<Milestone>("A"));
  CHECK(EvidenceIndex(dossier).awaits_evidence(a, day("2026-02-01")));
  CHECK_FALSE(EvidenceIndex(dossier).awaits_evidence(a, day("2026-01-09")));
  d.set("EV.1", {{"url", "https://example.org/act"}});
  dossier = d.build();
  CHECK(EvidenceIndex(dossier).counts_as_reached(*dossier.find(d.id<Milestone>("A")), day("2026-02-01")));
}

IndicatorReading read_now(const std::vector<std::pair<std::string, std::string>>& fields, const char* today) {
  SmallDossier d;
  SmallDossier::Fields all{{"title", "Refused entries"}};
  all.insert(all.end(), fields.begin(), fields.end());
  d.add(Kind::indicator, "I.1", all);
  return read_indicators(d.build(), day(today))[0];
}

TEST_CASE("a rise from nothing has reached every threshold, and nothing to nothing is calm") {
  const IndicatorReading rise = read_now({{"unit", "persons"}, {"values", "2025-09=0; 2025-10=0; 2026-09=500; 2026-10=800"}}, "2026-11-23");
  CHECK(rise.state == IndicatorState::reached);
  CHECK(rise.sentence == "From nothing to 1300 persons in the 2 months to 2026-10 against a year before: the threshold of 30 % is reached.");
  CHECK(read_now({{"values", "2025-09=0; 2025-10=0; 2026-09=0; 2026-10=0"}}, "2026-11-23").state == IndicatorState::calm);
}

TEST_CASE("the newest month that can be compared is measured, and the others are named") {
  const IndicatorReading r = read_now({{"values", "2025-08=100; 2025-09=100; 2025-10=100; 2026-08=140; 2026-09=140; 2026-11=250"}}, "2026-11-23");
  CHECK(r.state == IndicatorState::reached);
  CHECK(r.sentence == "+40.0 % in the 2 months to 2026-09 against a year before: the threshold of 30 % is reached. The figures of 2026-11 cannot be compared yet.");
}

TEST_CASE("figures that ended long ago say nothing calm of today") {
  const IndicatorReading r = read_now({{"values", "2023-01=100; 2023-02=100; 2024-01=100; 2024-02=100"}}, "2026-11-23");
  CHECK(r.state == IndicatorState::outdated);
  CHECK(r.sentence == "+0.0 % in the 2 months to 2024-02 against a year before; the threshold of 30 % was not near then. The figures end 33 months ago.");
}

TEST_CASE("a level is said in its own unit, without a tail of digits") {
  const IndicatorReading r = read_now({{"watch", "above"}, {"unit", "cases"}, {"threshold", "35000"}, {"values", "2026-10=30000"}}, "2026-11-23");
  CHECK(r.sentence == "30000 cases in 2026-10: close to the threshold of 35000 cases; the warning stands from 23333 cases on.");
}

TEST_CASE("thresholds that are reached are told first, then those that are near, and calm ones not at all") {
  SmallDossier d;
  d.add(Kind::indicator, "I.1", {{"title", "Near"}, {"watch", "above"}, {"threshold", "30"}, {"values", "2026-10=25"}});
  d.add(Kind::indicator, "I.2", {{"title", "Calm"}, {"watch", "above"}, {"threshold", "30"}, {"values", "2026-10=5"}});
  d.add(Kind::indicator, "I.3", {{"title", "Reached"}, {"watch", "above"}, {"threshold", "30"}, {"values", "2026-10=30"}});
  d.add(Kind::indicator, "I.4", {{"title", "Without figures"}});
  const auto said = thresholds_in_words(d.build(), day("2026-11-23"));
  REQUIRE(said.size() == 2);
  CHECK(said[0] == "Reached (I.3): 30 in 2026-10: the threshold of 30 is reached.");
  CHECK(said[1].starts_with("Near (I.1): 25 in 2026-10: close to"));
  const Diagnostics found = check_thresholds(d.build(), day("2026-11-23"));
  CHECK(found[0].code == "indicator.reached");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[1].code == "indicator.warning");
}

// The codes that a record brings against itself.
std::string problems_of(Kind kind, const SmallDossier::Fields& fields) {
  SmallDossier d;
  d.add(kind, "X.1", fields);
  std::string codes;
  for (const Diagnostic& p : validate(d.build(), {.status_date = day("2026-11-23")}))
    if (p.place.record == "X.1") codes += p.code + " ";
  return codes;
}

TEST_CASE("figures below nothing, thresholds of nothing and warnings after the threshold are refused") {
  const auto problems = [](SmallDossier::Fields fields) {
    fields.push_back({"title", "Refused entries"});
    return problems_of(Kind::indicator, fields);
  };
  CHECK(problems({{"values", "2026-02=-5"}}) == "indicator.negative ");
  CHECK(problems({{"threshold", "-5"}}) == "indicator.threshold ");
  CHECK(problems({{"warn_at", "50"}}) == "indicator.warn_at ");
  CHECK(problems({{"watch", "below"}, {"threshold", "20"}, {"warn_at", "10"}}) == "indicator.warn_at ");
  CHECK(problems({{"watch", "below"}, {"threshold", "20"}, {"warn_at", "25"}}).empty());
  CHECK(problems({{"threshold", "30"}, {"warn_at", "30"}, {"values", "2026-02=0"}}).empty());
  CHECK(problems({{"unit", "%"}, {"watch", "below"}, {"values", "2026-02=150"}}) == "indicator.share ");
  CHECK(problems({{"unit", "%"}, {"watch", "below"}, {"values", "2026-02=100"}}).empty());
  CHECK(problems({{"unit", "persons"}, {"watch", "below"}, {"values", "2026-02=150"}}).empty());
  CHECK(problems({{"unit", "%"}, {"watch", "rise"}, {"values", "2026-02=150"}}).empty());
}

TEST_CASE("nothing is recorded of a day that is still to come, and rounds count from one") {
  const auto codes = [](Kind kind, SmallDossier::Fields fields) {
    SmallDossier d;
    d.add(Kind::party, "DE", {{"title", "Germany"}});
    d.add(Kind::benchmark, "B.1", {{"title", "Law"}});
    d.add(kind, "X.1", fields);
    std::string out;
    for (const Diagnostic& p : validate(d.build(), {.status_date = day("2026-11-22")})) out += p.code + " ";
    return out;
  };
  for (const std::string date : {"2026-11-22", "2026-11-23"}) {
    const auto with = [&](const char* code) { return date == "2026-11-22" ? std::string() : std::string(code) + " "; };
    CHECK(codes(Kind::evidence, {{"title", "Act"}, {"url", "https://example.org"}, {"date", date}}) == with("evidence.future"));
    CHECK(codes(Kind::assessment, {{"benchmark", "B.1"}, {"score", "5"}, {"date", date}}) == with("assessment.future"));
    CHECK(codes(Kind::question, {{"title", "Who?"}, {"answer", "She"}, {"answered", date}}) == with("question.future"));
    CHECK(codes(Kind::position, {{"title", "No"}, {"party", "DE"}, {"date", date}}) == with("position.future"));
  }
  CHECK(codes(Kind::entry, {{"title", "Round"}, {"kind", "round"}, {"date", "2026-11-01"}, {"number", "-3"}}) == "entry.number ");
}

TEST_CASE("nobody contains, succeeds or escalates to themselves, directly or by others") {
  const auto codes = [](const std::vector<std::pair<std::string, SmallDossier::Fields>>& sets) {
    SmallDossier d;
    for (const char* code : {"MFA", "GOV"}) d.add(Kind::party, code, {{"title", code}});
    for (const char* code : {"ANN", "BOB"}) d.add(Kind::person, code, {{"title", code}});
    for (const auto& [code, fields] : sets) d.set(code, fields);
    std::string out;
    for (const Diagnostic& p : validate(d.build())) out += p.code + " " + p.place.record + "." + p.place.field + " ";
    return out;
  };
  CHECK(codes({{"MFA", {{"escalate_to", "MFA"}}}}) == "party.loop MFA.escalate_to ");
  CHECK(codes({{"MFA", {{"successor", "MFA"}}}}) == "party.loop MFA.successor ");
  CHECK(codes({{"MFA", {{"part_of", "GOV"}}}, {"GOV", {{"part_of", "MFA"}}}}) == "party.loop MFA.part_of party.loop GOV.part_of ");
  CHECK(codes({{"ANN", {{"successor", "BOB"}}}, {"BOB", {{"successor", "ANN"}}}}) == "person.loop ANN.successor person.loop BOB.successor ");
  CHECK(codes({{"MFA", {{"part_of", "GOV"}, {"escalate_to", "GOV"}}}, {"ANN", {{"successor", "BOB"}}}}).empty());
}

TEST_CASE("evidence with nothing to look at and a mitigation that makes things worse are warned of") {
  const auto warnings = [](Kind kind, SmallDossier::Fields fields) {
    SmallDossier d;
    fields.push_back({"title", "X"});
    d.add(kind, "X.1", fields);
    std::string out;
    for (const Diagnostic& p : validate(d.build()))
      if (p.severity == Severity::warning) out += p.code + " " + p.place.field + " ";
    return out;
  };
  CHECK(warnings(Kind::evidence, {}) == "evidence.nothing url ");
  CHECK(warnings(Kind::evidence, {{"act_number", "12-IV"}}).empty());
  CHECK(warnings(Kind::risk, {{"probability", "0.2"}, {"mitigated_probability", "0.95"}}) == "risk.mitigation mitigated_probability ");
  CHECK(warnings(Kind::risk, {{"delay", "30ed"}, {"mitigated_delay", "300ed"}}) == "risk.mitigation mitigated_delay ");
  CHECK(warnings(Kind::risk, {{"probability", "0.2"}, {"mitigated_probability", "0.1"}, {"delay", "30ed"}, {"mitigated_delay", "30ed"}}).empty());
}

TEST_CASE("a promise whose state and days contradict each other is refused") {
  struct Row {
    SmallDossier::Fields fields;
    const char* codes;
  };
  const std::vector<Row> rows{
      {{{"state", "kept"}, {"due", "2026-02-28"}, {"resolved", "2026-05-01"}}, "commitment.kept "},
      {{{"state", "kept"}, {"due", "2026-02"}, {"resolved", "2026-02-28"}}, ""},
      {{{"state", "kept"}}, ""},
      {{{"state", "slipped"}, {"due", "2026-02-28"}, {"resolved", "2026-02-20"}}, "commitment.slipped "},
      {{{"state", "slipped"}, {"due", "2026-02-28"}}, "commitment.slipped "},
      {{{"state", "slipped"}, {"due", "2026-02-28"}, {"resolved", "unknown"}}, ""},
      {{{"state", "slipped"}, {"due", "2026-02-28"}, {"resolved", "2026"}}, ""},
      {{{"state", "open"}, {"resolved", "2026-05-01"}}, "commitment.open "},
      {{{"state", "kept"}, {"resolved", "2028-05-01"}}, "commitment.future "},
      {{{"made", "2026-03-01"}, {"due", "2026-02-28"}}, "commitment.order "},
      {{{"made", "2026-03-01"}, {"state", "kept"}, {"resolved", "2026-02-28"}}, "commitment.order "},
      {{{"state", "broken"}, {"due", "2026-02-28"}}, ""}};
  for (Row row : rows) {
    row.fields.push_back({"title", "Send the list"});
    CAPTURE(row.fields.front().second + " " + row.codes);
    CHECK(problems_of(Kind::commitment, row.fields) == row.codes);
  }
}

}  // namespace
}  // namespace accord
