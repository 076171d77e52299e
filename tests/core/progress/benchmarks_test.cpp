#include "core/progress/benchmarks.hpp"

#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;

SmallDossier two_scores() {
  SmallDossier d;
  d.add(Kind::party, "MIA", {{"title", "Ministry of the Interior"}, {"side", "partner"}});
  d.add(Kind::party, "COM", {{"title", "Commission"}, {"side", "eu"}});
  d.add(Kind::benchmark, "B.2",
        {{"title", "Border law"}, {"block", "2a"}, {"phase", "1"}, {"ladder", "adopted"}, {"own_score", "9"}});
  d.add(Kind::benchmark, "B.1",
        {{"title", "Biometric passports"}, {"block", "1"}, {"phase", "1"}, {"ladder", "verified"}});
  d.add(Kind::benchmark, "B.3",
        {{"title", "Europol agreement"}, {"block", "10"}, {"phase", "2"}, {"deadline", "2026-05-01"}});
  d.add(Kind::assessment, "AS.1",
        {{"benchmark", "B.2"},
         {"assessor", "COM"},
         {"date", "2026-01-10"},
         {"wording", "This requirement is partially fulfilled."}});
  d.add(Kind::assessment, "AS.2",
        {{"benchmark", "B.2"}, {"assessor", "COM"}, {"date", "2026-06-10"}, {"wording", "largely fulfilled"}});
  d.add(Kind::assessment, "AS.3",
        {{"benchmark", "B.2"},
         {"assessor", "MIA"},
         {"date", "2026-07-01"},
         {"score", "10"},
         {"disputes", "AS.2"},
         {"reason", "The by-laws are in force"}});
  return d;
}

TEST_CASE("the headline counts what is open and names the oldest of it") {
  const BenchmarkReport r = benchmark_report(two_scores().build(), day("2026-07-09"));
  CHECK(r.headline ==
        "2 of 3 benchmarks are open; the one with a known start is Border law (B.2), open for 180 days "
        "since 10 January 2026.");
  CHECK(r.whole.open == 2);
  CHECK(r.by_block_and_phase.at({"1", "1"}).open == 0);
  CHECK(r.blocks == std::vector<std::string>{"1", "2a", "10"});
  CHECK(r.per_rung == std::vector<int>{1, 0, 1, 0, 0, 1});
  CHECK(benchmark_report(Dossier(), day("2026-07-09")).headline == "No benchmark is recorded.");
}

TEST_CASE("both scores are shown with their gap, the newest of each side") {
  const Dossier d = two_scores().build();
  const BenchmarkReport r = benchmark_report(d, day("2026-07-09"));
  const BenchmarkRow& row = r.rows[1];
  CHECK(row.own.value == 10);
  CHECK(row.assessor.value == 8);
  CHECK(row.assessor.from == "Commission, 10 June 2026; wording read as “largely fulfilled”");
  CHECK(row.gap == 2);
  CHECK(row.disputes.size() == 1);
  CHECK(r.gaps == 1);
  CHECK(row.light.word == "Amber");
  const BenchmarkRow earlier = benchmark_report(d, day("2026-03-01")).rows[1];
  CHECK(earlier.own.value == 9);
  CHECK(earlier.assessor.value == 5);
  CHECK(earlier.gap == 4);
}

TEST_CASE("an assessor's words are read by the longest phrase, and not at all where a not turns them round") {
  const Phrases& phrases = usual_phrases();
  const auto grade = [&](const char* wording) {
    const auto p = grade_of(phrases, wording);
    return p ? p->grade : -1;
  };
  CHECK(grade("The benchmark is fulfilled") == 10);
  CHECK(grade("PARTIALLY  FULFILLED") == 5);
  CHECK(grade("has not yet been met") == -1);
  CHECK(grade("is not yet fulfilled") == 0);
  CHECK(grade("cannot be considered fulfilled") == -1);
  CHECK(grade("unfulfilled") == -1);
  CHECK(grade("") == -1);
}

TEST_CASE("what is not so yet, only in some case or only in part gets no grade") {
  const Phrases& phrases = usual_phrases();
  const auto grade = [&](const char* wording) {
    const auto p = grade_of(phrases, wording);
    return p ? p->grade : -1;
  };
  for (const char* open : {"remains to be fulfilled", "far from being met", "failed to be met", "will be met soon",
                           "Two of five requirements are met", "Most elements have been met", "fulfilled? unclear",
                           "met with the Minister", "should be fully met by 2027", "If the law is adopted, the benchmark is met",
                           "would be largely fulfilled", "3 out of 5 criteria are fulfilled", "needs to be completed",
                           "Once the decree enters into force the requirement is fulfilled", "expected to be achieved", "almost fully met"}) {
    CAPTURE(std::string(open));
    CHECK(grade(open) == -1);
  }
  CHECK(grade("Overall, the benchmark is considered to be fulfilled.") == 10);
  CHECK(grade("The requirements of block 1 have been met.") == 10);
  CHECK(grade("Challenges remain, but the benchmark is largely fulfilled") == 8);
  CHECK(grade("The law will be amended. The benchmark is partially fulfilled.") == 5);
  CHECK(grade("The benchmark has been largely achieved; two of five decrees are pending.") == 8);
  CHECK(grade("Not, in our view, fulfilled") == -1);
  CHECK(grade("Good progress was made, but further efforts are needed") == 4);
}

TEST_CASE("a dossier may read phrases in its own way") {
  SmallDossier d = two_scores();
  d.info({{"phrases", "largely fulfilled=7; partially fulfilled=4"}});
  CHECK(benchmark_report(d.build(), day("2026-07-09")).rows[1].assessor.value == 7);
  CHECK(parse_phrases("fulfilled=11").errors().front().code == "phrases.syntax");
  CHECK(parse_phrases("fulfilled").errors().front().code == "phrases.syntax");
  CHECK(parse_phrases("met=10; Met=9").errors().front().code == "phrases.syntax");
}

TEST_CASE("a dossier may have a ladder of its own, whose last rung closes") {
  SmallDossier d = two_scores();
  d.info({{"ladder", "not_started=Not started; drafted=Drafted; adopted=In force"}});
  const BenchmarkReport r = benchmark_report(d.build(), day("2026-07-09"));
  CHECK(r.ladder.size() == 3);
  CHECK_FALSE(r.rows[1].open);
  CHECK(r.rows[1].share == 1);
  CHECK(parse_ladder("drafted; adopted").errors().front().code == "ladder.syntax");
  CHECK(parse_ladder("not_started").errors().front().code == "ladder.syntax");
  CHECK(parse_ladder("not_started; a; A").errors().front().code == "ladder.syntax");
  CHECK(parse_ladder("not_started; by laws").errors().front().code == "ladder.syntax");
}

TEST_CASE("a light set by hand says why and what its rule would say") {
  SmallDossier d = two_scores();
  d.set("B.3", {{"light", "green"}, {"light_why", "The agreement was signed yesterday"}});
  const BenchmarkRow row = benchmark_report(d.build(), day("2026-07-09")).rows[2];
  CHECK(row.light.colour == Colour::green);
  CHECK(row.light.by_hand);
  CHECK(row.light.rule ==
        "Set by hand: The agreement was signed yesterday. By its rule it would be red: Its deadline of 1 May 2026 "
        "passed 69 days ago, and it is not done.");
}

TEST_CASE("each light has its rule in words") {
  const Day today = day("2026-07-09");
  CHECK(light_by_rule({.done = true}, today, 30).colour == Colour::reached);
  CHECK(light_by_rule({.done = true, .awaits_evidence = true}, today, 30).colour == Colour::amber);
  CHECK(light_by_rule({.deadline = day("2026-07-08")}, today, 30).colour == Colour::red);
  CHECK(light_by_rule({.deadline = day("2026-09-01"), .forecast = day("2026-09-02")}, today, 30).colour == Colour::red);
  CHECK(light_by_rule({.deadline = day("2026-08-08")}, today, 30).colour == Colour::amber);
  CHECK(light_by_rule({.deadline = day("2026-08-09")}, today, 30).colour == Colour::green);
  CHECK(light_by_rule({.slip_days = 31}, today, 30).colour == Colour::amber);
  CHECK(light_by_rule({.slip_days = 30}, today, 30).colour == Colour::green);
  CHECK(light_by_rule({.slip_days = -100}, today, 30).rule == "It is forecast 100 days earlier than in the baseline.");
  CHECK(light_by_rule({.on_hold = true}, today, 30).colour == Colour::amber);
  CHECK(light_by_rule({.assessor = 4.5}, today, 30).colour == Colour::amber);
  CHECK(light_by_rule({}, today, 30).colour == Colour::grey);
}

TEST_CASE("a deadline is no start, and where no start is known the headline says so") {
  SmallDossier d;
  d.add(Kind::benchmark, "B.1", {{"title", "Law"}, {"deadline", "2025-01-01"}});
  d.add(Kind::benchmark, "B.2", {{"title", "Border"}});
  const BenchmarkReport r = benchmark_report(d.build(), day("2026-07-09"));
  CHECK(r.headline == "2 of 2 benchmarks are open; since when is not recorded.");
  CHECK_FALSE(r.rows[0].since);
  d.add(Kind::assessment, "AS.1", {{"benchmark", "B.1"}, {"date", "2026-07-08"}, {"wording", "not met"}});
  d.add(Kind::assessment, "AS.2", {{"benchmark", "B.2"}, {"date", "2026-07-01"}, {"wording", "not met"}});
  CHECK(benchmark_report(d.build(), day("2026-07-09")).headline ==
        "2 of 2 benchmarks are open; the oldest is Border (B.2), open for 8 days since 1 July 2026.");
}

TEST_CASE("a review that disputes a score of its own side marks it and does not take its place") {
  SmallDossier d = two_scores();
  d.add(Kind::party, "EP", {{"title", "European Parliament"}, {"side", "eu"}});
  d.add(Kind::assessment, "AS.4",
        {{"benchmark", "B.2"}, {"assessor", "EP"}, {"date", "2026-06"}, {"score", "3"}, {"disputes", "AS.1"}, {"reason", "Not applied"}});
  d.set("AS.2", {{"date", "2025-12-01"}});  // so that the disputed one is the newest
  const BenchmarkRow row = benchmark_report(d.build(), day("2026-07-09")).rows[1];
  CHECK(row.assessor.value == 5);
  CHECK(row.assessor.disputed);
  CHECK(score_in_words(row.assessor) == "5, disputed");
  CHECK(row.own.value == 10);
  CHECK_FALSE(row.own.disputed);
  CHECK(row.disputes.size() == 2);
}

}  // namespace
}  // namespace accord
