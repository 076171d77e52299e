// Whose move it is, and what comes next.
#include "tests/core/report/standings.hpp"

namespace accord {
namespace {

using test::check_sentences;
using test::day;
using test::SmallDossier;
using test::standing_of;

constexpr const char* today = "2026-11-22";

SmallDossier file() {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.add(Kind::party, "HOME", {{"title", "DG HOME"}});
  d.add(Kind::party, "MFA", {{"title", "Foreign Ministry"}});
  d.stage("A.1", "100ed", {{"title", "Rounds"}, {"owner", "HOME"}, {"actual_start", "2026-10-03"}});
  d.stage("A.2", "30ed", {{"title", "Initialling"}, {"owner", "MFA"}});
  d.event("A.3", {{"title", "Signature"}});
  d.link("A.1", "A.2").link("A.2", "A.3");
  return d;
}

TEST_CASE("the move is with whoever owes the next step, with its day") {
  SmallDossier d = file();
  d.set("A.1", {{"next_step", "Fix round 3."}, {"next_step_owner", "MFA"}, {"next_step_due", "2026-12-15"}});
  CHECK(standing_of(d.build(), today).whose_move == "Next move: Foreign Ministry. Fix round 3 (A.1); due on 15 December 2026.");
}

TEST_CASE("a next step without an owner of its own falls to the milestone's, and without any is said to be nobody's") {
  SmallDossier d = file();
  d.set("A.1", {{"next_step", "Fix round 3"}});
  CHECK(standing_of(d.build(), today).whose_move == "Next move: DG HOME. Fix round 3 (A.1); no date is set.");
  d.set("A.1", {{"owner", ""}});
  CHECK(standing_of(d.build(), today).whose_move == "Nobody is named for the next step: Fix round 3 (A.1); no date is set.");
}

TEST_CASE("an overdue step says for how long") {
  SmallDossier d = file();
  d.set("A.1", {{"next_step", "Fix round 3"}, {"next_step_due", "2026-11-01"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.whose_move == "Next move: DG HOME. Fix round 3 (A.1); it was due on 1 November 2026, 21 days ago.");
  CHECK(s.steps.at(0).overdue);
  CHECK(s.steps.at(0).sentence == "Fix round 3 (A.1), DG HOME, due 1 November 2026, 21 days overdue.");
}

TEST_CASE("where nobody has a next step, that is what is said") {
  CHECK(standing_of(file().build(), today).whose_move == "No next step is recorded. Rounds (A.1) is running; it is owed by DG HOME.");
}

TEST_CASE("a promise without a date comes after every date, and one resolved later is still open on the day") {
  SmallDossier d = file();
  for (const char* code : {"C.1", "C.2", "C.3"}) d.add(Kind::commitment, code, {{"title", "Undated"}, {"by_party", "MFA"}});
  d.add(Kind::commitment, "C.4", {{"title", "Send the text"}, {"by_party", "MFA"}, {"due", "2026-11-24"}, {"state", "kept"}, {"resolved", "2026-11-23"}, {"made", "2026-11-01"}});
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.steps.size() == 5);
  CHECK(s.steps[0].code == "C.4");
  CHECK(s.steps[1].code == "A.1");
  CHECK(s.steps[4].code == "C.1");
  CHECK(s.open_commitments.size() == 4);
}

TEST_CASE("an institution that no longer exists is named by its successor") {
  SmallDossier d = file();
  d.add(Kind::party, "KURULTAI", {{"title", "Kurultai"}, {"valid_from", "2026-07-01"}});
  d.add(Kind::party, "SENATE", {{"title", "Senate"}, {"valid_to", "2026-06-30"}, {"successor", "KURULTAI"}});
  d.set("A.1", {{"next_step", "Ratify"}, {"next_step_owner", "SENATE"}});
  CHECK(standing_of(d.build(), today).whose_move == "Next move: Kurultai. Ratify (A.1); no date is set.");
}

TEST_CASE("steps, deadlines, promises and the plan stand in one list by date") {
  SmallDossier d = file();
  d.set("A.1", {{"next_step", "Fix round 3"}, {"next_step_due", "2027-01-05"}});
  d.set("A.2", {{"deadline", "2027-01-20"}});
  d.add(Kind::commitment, "C.1", {{"title", "Send the draft"}, {"by_party", "MFA"}, {"made", "2026-11-01"}, {"due", "2026-12"}, {"state", "open"}});
  d.add(Kind::commitment, "C.2", {{"title", "Old promise"}, {"due", "2026-12"}, {"state", "kept"}});
  const Standing s = standing_of(d.build(), today);
  std::vector<std::string> texts;
  for (const Step& step : s.steps) texts.push_back(step.text);
  CHECK(texts == std::vector<std::string>{"Promised: Send the draft", "Fix round 3", "Deadline: Initialling", "Signature"});
  CHECK(s.steps.at(0).due == day("2026-12-31"));
  CHECK(s.steps.at(0).sentence == "Promised: Send the draft (C.1), Foreign Ministry, due 31 December 2026.");
  CHECK(s.steps.at(3).sentence == "Signature (A.3), forecast 9 February 2027.");
  CHECK(s.open_commitments == std::vector<std::string>{"Send the draft (C.1), promised by Foreign Ministry on 1 November 2026; due December 2026."});
  check_sentences(s);
}

TEST_CASE("the same step of two milestones is one step") {
  SmallDossier d = file();
  d.stage("B.1", "100ed", {{"title", "Rounds"}, {"owner", "HOME"}, {"actual_start", "2026-10-03"}, {"next_step", "Fix round 3"}});
  d.set("A.1", {{"next_step", "Fix round 3"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.steps.at(0).code == "A.1, B.1");
}

TEST_CASE("never more than five") {
  SmallDossier d = file();
  for (int i = 1; i <= 9; ++i) d.stage("X." + std::to_string(i), "10d", {{"next_step", "Step " + std::to_string(i)}});
  CHECK(standing_of(d.build(), today).steps.size() == 5);
}

TEST_CASE("questions about what runs come first; answered ones are gone") {
  SmallDossier d = file();
  d.add(Kind::question, "Q.1", {{"title", "Something general?"}});
  d.add(Kind::question, "Q.2", {{"title", "Has round 3 been held?"}, {"ask", "DG HOME"}, {"since", "2026-03-03"}, {"milestones", "A.1"}});
  d.add(Kind::question, "Q.3", {{"title", "Answered?"}, {"answer", "Yes"}});
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.open_questions.size() == 2);
  CHECK(s.open_questions[0].sentence == "Has round 3 been held? (ask DG HOME; open since 3 March 2026).");
  CHECK(s.open_questions[1].sentence == "Something general?");
}

TEST_CASE("risks come by what they may cost, open ones only") {
  SmallDossier d = file();
  d.add(Kind::risk, "R.1", {{"title", "Small"}, {"probability", "0.1"}, {"delay", "triangular:5,10,20ed"}, {"milestones", "A.1"}});
  d.add(Kind::risk, "R.2", {{"title", "Large"}, {"probability", "0.25"}, {"delay", "fixed:200ed"}, {"owner", "HOME"}, {"milestones", "A.1"}});
  d.add(Kind::risk, "R.3", {{"title", "Gone"}, {"probability", "0.9"}, {"state", "closed"}});
  d.add(Kind::risk, "R.4", {{"title", "Passed"}, {"probability", "0.9"}, {"window_to", "2026-11-01"}});
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.risks.size() == 2);
  CHECK(s.risks[0].text == "Large (R.2): probability 25 %, could cost 200 calendar days.");
  check_sentences(s);
}

// A goal on one of two tracks that share their stages.
SmallDossier two_tracks() {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2026-11-22"}});
  for (const std::string track : {"V", "R"}) {
    d.stage(track + ".1", "20ed", {{"title", "Rounds"}});
    d.event(track + ".2", {{"title", "Political closure"}});
    d.link(track + ".1", track + ".2");
  }
  d.add(Kind::mandate, "M", {{"title", "Test mandate"}, {"kind", "term"}, {"end", "2027-03-31"}});
  d.add(Kind::goal, "G", {{"title", "Goal"}, {"mandate", "M"}, {"milestone", "V.2"}});
  return d;
}

const Step* step_with(const Standing& s, const std::string& code) {
  for (const Step& step : s.steps)
    if (step.code == code) return &step;
  return nullptr;
}

TEST_CASE("a latest date that a shared step has at one milestone only is said of that one") {
  const Standing s = standing_of(two_tracks().build(), today);
  check_sentences(s);
  const Step* closure = step_with(s, "V.2, R.2");
  REQUIRE(closure);
  CHECK(closure->needed_for == "V.2");
  CHECK(closure->sentence.ends_with("needed by 31 March 2027 for V.2."));
  SmallDossier d = two_tracks();
  d.add(Kind::goal, "G2", {{"title", "Goal"}, {"mandate", "M"}, {"milestone", "R.2"}});
  const Standing both = standing_of(d.build(), today);
  REQUIRE(step_with(both, "V.2, R.2"));
  CHECK(step_with(both, "V.2, R.2")->needed_for.empty());
  CHECK(step_with(both, "V.2, R.2")->sentence.ends_with("needed by 31 March 2027."));
}

TEST_CASE("a step without a due date still says by when it is needed, and the next move is known by its code") {
  SmallDossier d = two_tracks();
  d.set("V.1", {{"next_step", "prepare political closure"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.move_code == "V.1");
  REQUIRE(step_with(s, "V.1"));
  CHECK(step_with(s, "V.1")->sentence == "prepare political closure (V.1), no date set, needed by 31 March 2027.");
  CHECK(standing_of(two_tracks().build(), today).move_code == "V.1");  // next in the plan
}

TEST_CASE("the only milestone, and a mandate that nobody holds, read as a person would say it") {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2026-11-22"}});
  d.stage("A", "20ed");
  d.add(Kind::mandate, "M", {{"title", "Test mandate"}, {"kind", "term"}, {"end", "2027-03-31"}});
  d.add(Kind::goal, "G", {{"title", "Goal"}, {"mandate", "M"}, {"milestone", "A"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.summary.starts_with("The one milestone is still open; the plan ends on "));
  CHECK(s.goals.at(0).mandate == "the mandate “Test mandate”");
}

TEST_CASE("what was announced is among the next steps until something of its kind, or a later word on it, is recorded") {
  SmallDossier d = file();
  d.add(Kind::entry, "E.3", {{"title", "Round 3, Brussels"}, {"kind", "round"}, {"number", "3"}, {"date", "2026-11-20"}, {"next_announced", "2027-02"}});
  Standing s = standing_of(d.build(), today);
  check_sentences(s);
  REQUIRE(step_with(s, "E.3"));
  CHECK(step_with(s, "E.3")->source == Step::Source::announced);
  CHECK(step_with(s, "E.3")->announced_for == "February 2027");
  CHECK(step_with(s, "E.3")->sentence == "Round 4 announced for February 2027 (E.3).");

  d.add(Kind::entry, "E.4", {{"title", "Round 4 postponed to April"}, {"kind", "context"}, {"date", "2026-11-21"}, {"next_announced", "2027-04"}});
  s = standing_of(d.build(), today);
  CHECK(!step_with(s, "E.3"));
  REQUIRE(step_with(s, "E.4"));
  CHECK(step_with(s, "E.4")->sentence == "Announced for April 2027: Round 4 postponed to April (E.4).");

  s = standing_of(d.build(), "2027-06-01");
  REQUIRE(step_with(s, "E.4"));
  CHECK(step_with(s, "E.4")->overdue);
  CHECK(step_with(s, "E.4")->sentence == "Announced for April 2027: Round 4 postponed to April (E.4); nothing of it is recorded yet.");

  d.add(Kind::entry, "E.5", {{"title", "A visit"}, {"kind", "visit"}, {"date", "2027-05-01"}});
  CHECK(step_with(standing_of(d.build(), "2027-06-01"), "E.4"));
  d.add(Kind::entry, "E.6", {{"title", "Round 4"}, {"kind", "round"}, {"date", "2027-05-02"}});
  CHECK(!step_with(standing_of(d.build(), "2027-06-01"), "E.4"));
}

}  // namespace
}  // namespace accord
