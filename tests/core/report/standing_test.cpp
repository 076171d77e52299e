#include "core/report/standing.hpp"

#include <algorithm>

#include "core/report/handover.hpp"

#include "tests/core/report/lines.hpp"
#include "tests/core/report/standings.hpp"

namespace accord {
namespace {

using test::check_sentences;
using test::day;
using test::lines_of;
using test::SmallDossier;
using test::standing_of;

// Rounds run, initialling and signature follow; every-day calendar, so that the dates can be counted on fingers.
SmallDossier file() {
  SmallDossier d;
  d.info({{"title", "EU–Partner visa facilitation"}, {"partner", "Partner"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.add(Kind::track, "VFA", {{"title", "Visa facilitation"}});
  d.add(Kind::party, "HOME", {{"title", "DG HOME"}});
  d.add(Kind::party, "MFA", {{"title", "Foreign Ministry"}});
  d.stage("VFA.5", "100ed", {{"title", "Rounds"}, {"track", "VFA"}, {"owner", "HOME"}, {"actual_start", "2026-10-03"}});
  d.stage("VFA.7", "30ed", {{"title", "Initialling"}, {"track", "VFA"}, {"owner", "MFA"}, {"reference", "visa_facilitation/initialled"}});
  d.stage("VFA.10", "60ed", {{"title", "Signature"}, {"track", "VFA"}, {"reference", "visa_facilitation/signed"}});
  d.link("VFA.5", "VFA.7").link("VFA.7", "VFA.10");
  d.add(Kind::person, "HOLDER", {{"title", "Ambassador Holder"}});
  return d;
}

SmallDossier with_mandate(const char* end) {
  SmallDossier d = file();
  d.add(Kind::mandate, "M.A", {{"title", "Her term"}, {"person", "HOLDER"}, {"start", "2024-09-01"}, {"end", end}});
  d.add(Kind::goal, "G.1", {{"title", "Signed"}, {"mandate", "M.A"}, {"milestone", "VFA.10"}});
  return d;
}

// 100 days from 3 October, the 51st being 22 November: rounds end 10 January, initialling 9 February, signature 10 April.
constexpr const char* today = "2026-11-22";

TEST_CASE("a goal whose date rests on an estimate of which nothing is left says so, and is not green") {
  SmallDossier d = with_mandate("2029-08-01");
  CHECK(standing_of(d.build(), today).goals[0].light.colour == Colour::green);
  d.set("VFA.5", {{"estimate", "pert:10,20,30ed"}});
  const Standing s = standing_of(d.build(), today);
  check_sentences(s);
  CHECK(s.goals[0].light.colour == Colour::amber);
  CHECK(s.goals[0].light.rule == "The plan is on course, but only because it assumes one more day where nothing is left of an estimate.");
  CHECK(s.goals[0].answer.ends_with("Nothing is left of the estimate of Rounds (VFA.5): one more day is assumed, and no later date can be relied on. Estimate it anew, or enter the days that remain."));
  CHECK(s.dates.at(0).signature.state == "not reliable");
  CHECK(line_to_take(s).find("These dates cannot be relied on: a stage before them has used up its estimate.") != std::string::npos);
  CHECK(s.warnings.empty());
  // Without a goal that says it, it stands with what the dates rest on.
  const Standing without = standing_of(file().set("VFA.5", {{"estimate", "pert:10,20,30ed"}}).build(), today);
  REQUIRE(without.warnings.size() == 1);
  CHECK(without.warnings[0].starts_with("Nothing is left of the estimate of Rounds (VFA.5)"));
}

TEST_CASE("the answer compares the forecast with a firm end") {
  const struct {
    const char* end;
    const char* answer;
    Colour colour;
  } rows[] = {
      {"2027-08-01", "Signature (VFA.10) is expected on 10 April 2027, 113 days before the mandate of Ambassador Holder ends on 1 August 2027.", Colour::green},
      {"2027-04-20", "Signature (VFA.10) is expected on 10 April 2027, 10 days before the mandate of Ambassador Holder ends on 20 April 2027.", Colour::amber},
      {"2027-04-10", "Signature (VFA.10) is expected on 10 April 2027, the last day of the mandate of Ambassador Holder.", Colour::amber},
      {"2027-04-09", "Signature (VFA.10) is expected on 10 April 2027, 1 day after the mandate of Ambassador Holder ends on 9 April 2027.", Colour::red},
  };
  for (const auto& row : rows) {
    CAPTURE(row.end);
    const Standing s = standing_of(with_mandate(row.end).build(), today);
    REQUIRE(s.goals.size() == 1);
    CHECK(s.goals[0].answer == row.answer);
    CHECK(s.goals[0].light.colour == row.colour);
    CHECK(s.goals[0].ends.size() == 1);
    check_sentences(s);
  }
}

TEST_CASE("an uncertain end is answered for both ends, with the latest dates for each") {
  const Standing s = standing_of(with_mandate("2027-03-01..2027-06-30").build(), today);
  REQUIRE(s.goals.size() == 1);
  CHECK(s.goals[0].answer == "Signature (VFA.10) is expected on 10 April 2027: inside the mandate of Ambassador Holder only if it lasts until then; it ends some day from 1 March to 30 June 2027.");
  REQUIRE(s.goals[0].ends.size() == 2);
  CHECK(s.goals[0].ends[0].initialled_by == day("2026-12-31"));
  CHECK(s.goals[0].ends[0].signed_by == day("2027-03-01"));
  CHECK(s.goals[0].ends[0].margin_days == -40);
  CHECK(s.goals[0].ends[0].sentence == "If the mandate ends on 1 March 2027, initialling is needed by 31 December 2026 and signature by 1 March 2027; the plan has it 40 days later.");
  CHECK(s.goals[0].ends[1].sentence == "If the mandate ends on 30 June 2027, initialling is needed by 1 May 2027 and signature by 30 June 2027; the plan has 81 days to spare.");
  check_sentences(s);
}

TEST_CASE("a point of no return says to which end of the mandate it counts, and the one for the earliest end is given too") {
  const Standing s = standing_of(with_mandate("2027-03-01..2027-06-30").build(), today);
  const GoalStanding& goal = s.goals.at(0);
  CHECK(goal.point_of_no_return ==
        "If the mandate ends on 1 March 2027, the next point of no return is 2 December 2026: Initialling (VFA.7) must have begun by then. "
        "If the mandate ends on 30 April 2027, that day is 31 January 2027.");
  CHECK(goal.no_return_if_earliest == day("2026-12-02"));
  CHECK(goal.no_return == day("2027-01-31"));
  const Step& step = *std::ranges::find(s.steps, "VFA.7", &Step::code);
  CHECK(step.needed_end == day("2027-04-30"));
  CHECK(step.sentence.ends_with("needed by 1 March 2027."));
  CHECK(s.needed_end == day("2027-04-30"));
  const auto said = lines_of(build_handover(with_mandate("2027-03-01..2027-06-30").build(), s, {}));
  const auto says = [&](const char* text) { return std::ranges::any_of(said, [&](const std::string& line) { return line.find(text) != line.npos; }); };
  CHECK(says("2 December 2026 | Point of no return for Signature, if the mandate of Ambassador Holder ends on 1 March 2027 (VFA.10)"));
  CHECK(says("31 January 2027 | Point of no return for Signature, if the mandate of Ambassador Holder ends on 30 April 2027 (VFA.10)"));
  const Standing firm = standing_of(with_mandate("2027-08-01").build(), today);
  CHECK(firm.goals.at(0).point_of_no_return.starts_with("The next point of no return is "));
  CHECK_FALSE(firm.goals.at(0).no_return_if_earliest);
}

TEST_CASE("of more goals than the page has room for, the worst are shown, and the lights of the others said") {
  SmallDossier d = with_mandate("2027-08-01");
  const struct {
    const char *code, *end;
  } mandates[] = {{"M.B", "2027-08-02"}, {"M.C", "2027-08-03"}, {"M.D", "2027-08-04"}, {"M.E", "2027-01-02"}, {"M.F", "2027-01-03"}, {"M.G", "2027-08-05"}};
  for (const auto& m : mandates) {
    d.add(Kind::mandate, m.code, {{"title", std::string("Term ") + m.code}, {"start", "2024-09-01"}, {"end", m.end}});
    d.add(Kind::goal, std::string("G.") + m.code, {{"mandate", m.code}, {"milestone", "VFA.10"}});
  }
  const auto said = lines_of(build_brief(standing_of(d.build(), today), {}));
  CHECK(std::ranges::count_if(said, [](const std::string& line) { return line.starts_with("Red: "); }) == 2);
  CHECK(std::ranges::count_if(said, [](const std::string& line) { return line.starts_with("Green: "); }) == 2);
  CHECK(std::ranges::find(said, "And 3 further goals are open (green: 3).") != said.end());
}

TEST_CASE("a latest date that has passed is told in the past") {
  const Standing s = standing_of(with_mandate("2027-01-15..2027-06-30").build(), today);
  CHECK(s.goals.at(0).ends.at(0).sentence == "If the mandate ends on 15 January 2027, initialling was needed by 16 November 2026 and signature is needed by 15 January 2027; the plan has it 85 days later.");
  check_sentences(s);
}

TEST_CASE("a mandate whose end nobody knows gives no margin and says so") {
  const Standing s = standing_of(with_mandate("unknown").build(), today);
  CHECK(s.goals.at(0).answer == "Signature (VFA.10) is expected on 10 April 2027; when the mandate of Ambassador Holder ends is not known, so no margin can be given.");
  CHECK(s.goals.at(0).light.colour == Colour::grey);
  CHECK(s.goals.at(0).ends.empty());
  check_sentences(s);
}

TEST_CASE("a mandate that is over without its goal says so") {
  const Standing s = standing_of(with_mandate("2026-10-31").build(), today);
  CHECK(s.goals.at(0).answer == "Signature (VFA.10) was not reached inside the mandate of Ambassador Holder, which ended on 31 October 2026; it is expected on 10 April 2027.");
  CHECK(s.goals.at(0).light.colour == Colour::red);
  check_sentences(s);
}

TEST_CASE("a reached goal is told with its day and needs no margin") {
  SmallDossier d = with_mandate("2027-08-01");
  d.set("VFA.5", {{"actual_finish", "2026-10-20"}}).set("VFA.7", {{"actual_finish", "2026-10-30"}}).set("VFA.10", {{"actual_finish", "2026-11-05"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.goals.at(0).answer == "Signature (VFA.10) was reached on 5 November 2026, inside the mandate of Ambassador Holder.");
  CHECK(s.goals.at(0).light.word == "Reached");
  CHECK(s.goals.at(0).ends.empty());
  CHECK(s.summary == "Every milestone of this plan is done; the last was Signature (VFA.10), on 5 November 2026.");
  CHECK(s.whose_move == "Nothing is left to be done in this plan.");
  CHECK(s.steps.empty());
  CHECK(s.drivers.empty());
  check_sentences(s);
}

TEST_CASE("an empty dossier has something to say and nothing silly") {
  const Standing s = standing_of(Dossier(), today);
  CHECK(s.summary == "No milestone has been planned yet.");
  CHECK(s.whose_move == "No next step is recorded.");
  CHECK(s.silence.sentence == "Nothing has been recorded yet.");
  CHECK(s.goals.empty());
  CHECK(s.dates.empty());
  CHECK(!s.facilitation);
  check_sentences(s);
}

TEST_CASE("where everything is done nothing can cost time, and of the last day's milestones the last in the plan is named") {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.event("A", {{"title", "Talks"}, {"actual_finish", "2026-02-02"}, {"position", "1"}});
  d.event("B", {{"title", "Entry into force"}, {"actual_finish", "2026-02-02"}, {"position", "2"}});
  d.add(Kind::risk, "R.1", {{"title", "Stall"}, {"probability", "0.25"}, {"milestones", "A"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.risks.empty());
  CHECK(s.summary == "Every milestone of this plan is done; the last was Entry into force (B), on 2 February 2026.");
}

TEST_CASE("the wait before the plan begins is no milestone's own time") {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2027-01-11"}});
  d.stage("A", "5ed").stage("B", "30ed").link("A", "B");
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.drivers.size() == 2);
  CHECK(s.drivers[0].text.starts_with("Stage B (B): 30 of the "));
  CHECK(s.drivers[1].text.starts_with("Stage A (A): 4 of the "));
}

TEST_CASE("without mandates there are dates but no answer about one") {
  const Standing s = standing_of(file().build(), today);
  CHECK(s.summary == "All 3 milestones are still open; the plan ends on 10 April 2027. No goal has been set, so nothing can be said about a mandate.");
  CHECK(s.goals.empty());
  CHECK(s.window.empty());
  CHECK(s.drivers.size() == 3);
  CHECK(s.drivers.at(0).text == "Signature (VFA.10): 60 of the 139 days to the end of the plan.");
  check_sentences(s);
}

TEST_CASE("an imported plan without tracks, titles, owners or status date reads well") {
  SmallDossier d;
  d.info({{"title", "Imported"}, {"status_date_mode", "none"}, {"plan_start", "2027-01-04"}});
  d.add(Kind::milestone, "T1", {{"kind", "stage"}, {"duration", "5d"}});
  d.add(Kind::milestone, "T2", {{"title", "Review"}, {"kind", "stage"}});
  d.add(Kind::milestone, "T3", {{"title", "End"}, {"kind", "event"}});
  d.link("T1", "T2").link("T2", "T3");
  const Standing s = standing_of(d.build(), today);
  CHECK(s.whose_move == "No next step is recorded, and nothing is running. Next in the plan is T1; nobody is named for it.");
  CHECK(s.dates.empty());
  check_sentences(s);
}

TEST_CASE("the three dates stand side by side, each with its state") {
  SmallDossier d = file();
  d.event("VFA.15", {{"title", "Entry into force"}, {"track", "VFA"}, {"reference", "visa_facilitation/entry_into_force"}, {"rule", "first-of-month+2"}});
  d.link("VFA.10", "VFA.15");
  d.set("VFA.5", {{"actual_finish", "2026-10-20"}}).set("VFA.7", {{"actual_finish", "2026-11"}});
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.dates.size() == 1);
  CHECK(s.dates[0].agreement == "visa facilitation agreement");
  CHECK(s.dates[0].initialled.text == "November 2026");
  CHECK(s.dates[0].initialled.state == "done");
  CHECK(s.dates[0].signature.text == "21 January 2027");
  CHECK(s.dates[0].signature.state == "forecast");
  CHECK(s.dates[0].in_force.text == "1 March 2027");
  CHECK(s.facilitation);
  CHECK(s.not_visa_free.starts_with("This is not visa-free travel"));
  check_sentences(s);
}

TEST_CASE("a stage says how long it has been running, once for tracks that share it") {
  SmallDossier d = file();
  d.add(Kind::track, "RA", {{"title", "Readmission"}});
  d.stage("RA.5", "100ed", {{"title", "Rounds"}, {"track", "RA"}, {"actual_start", "2026-10-03"}});
  d.stage("RA.6", "100ed", {{"title", "Study"}, {"track", "RA"}, {"actual_start", "unknown"}});
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.running.size() == 2);
  CHECK(s.running[0].sentence == "Rounds (VFA.5, RA.5): running for 50 days, since 3 October 2026.");
  CHECK(s.running[1].sentence == "Study (RA.6): running; the day on which it began is not known.");
}

TEST_CASE("silence is told in days with its last sign, and as on hold beyond the limit") {
  SmallDossier d = file();
  d.add(Kind::entry, "E.1", {{"title", "Round 2"}, {"kind", "round"}, {"date", "2026-11-12"}, {"place", "Astana"}, {"milestones", "VFA.5"}});
  CHECK(standing_of(d.build(), today).silence.sentence == "No move of either side has been recorded for 10 days; last: Round 2, Astana, 12 November 2026.");
  d.info({{"silence_limit", "9"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.silence.on_hold);
  CHECK(s.silence.sentence == "No move of either side has been recorded for 10 days; last: Round 2, Astana, 12 November 2026. That is longer than the limit of 9 days: on hold.");
  check_sentences(s);
}

TEST_CASE("what changed since the last report begins with the forecasts that moved") {
  SmallDossier d = with_mandate("2027-08-01");
  const Schedule earlier = schedule(d.build(), test::options_on(today)).value();
  d.set("VFA.7", {{"estimate", "fixed:50ed"}});
  ChangeNote note{.from_revision = 3, .to_revision = 4, .from = day("2026-11-01"), .to = day("2026-11-20"), .groups = {}};
  note.groups.push_back({"VFA", "Visa facilitation", {{"VFA.7", "Initialling (VFA.7): estimate 50 calendar days instead of 30.", day("2026-11-20"), "Anna", ""}}});
  const Standing s = standing_of(d.build(), today, &note, &earlier);
  CHECK(s.changes_since == "Since 1 November 2026");
  CHECK(s.changes == std::vector<std::string>{"Initialling (VFA.7) is now forecast for 1 March 2027, 20 days later than before.",
                                              "Signature (VFA.10) is now forecast for 30 April 2027, 20 days later than before.",
                                              "Initialling (VFA.7): estimate 50 calendar days instead of 30."});
  note.groups.clear();
  CHECK(standing_of(d.build(), today, &note).changes == std::vector<std::string>{"Nothing in the file has changed."});
}

TEST_CASE("a plan that lies wholly in the past says so before anything else") {
  SmallDossier d;
  d.info({{"plan_start", "2026-01-05"}, {"calendar", "every-day"}, {"status_date_mode", "none"}});
  d.stage("A", "10ed");
  d.stage("B", "5ed");
  d.link("A", "B");
  const Standing s = standing_of(d.build(), today);
  CHECK(s.all_past);
  CHECK(s.summary.starts_with("All 2 milestones are still open; the plan ended on 19 January 2026, so that all of its dates lie in the past."));
  const Document brief = build_brief(s, {});
  CHECK(doc::words_of(std::get<doc::Paragraph>(brief.blocks.front()).text) == s.summary);
  CHECK_FALSE(standing_of(file().build(), today).all_past);
}

TEST_CASE("a plan on course is not shown green while the file is on hold") {
  SmallDossier d = with_mandate("2027-08-01");
  CHECK(standing_of(d.build(), today).goals.at(0).light.colour == Colour::green);
  d.info({{"silence_limit", "9"}});
  const Standing s = standing_of(d.build(), today);
  CHECK(s.goals.at(0).light.colour == Colour::amber);
  CHECK(s.goals.at(0).light.rule == "The plan is on course, but the file has been silent for longer than its limit.");
}

TEST_CASE("a goal that is said to be reached, and not shown, is open in every answer") {
  SmallDossier d = with_mandate("2027-08-01");
  d.set("VFA.10", {{"actual_finish", "2026-11-20"}, {"needs_evidence", "yes"}});
  const Standing s = standing_of(d.build(), today);
  REQUIRE(s.goals.size() == 1);
  CHECK_FALSE(s.goals[0].reached);
  CHECK(s.goals[0].forecast == day("2027-04-10"));
  CHECK(s.goals[0].answer.find(" It is said to have been reached on 20 November 2026, which does not count yet: the evidence that it needs is missing.") != std::string::npos);
  CHECK(s.goals[0].light.colour == Colour::amber);
  CHECK_FALSE(s.goals[0].margin.empty());
  REQUIRE(s.dates.size() == 1);
  CHECK_FALSE(s.dates[0].signature.happened);
  CHECK(s.dates[0].signature.state == "forecast");
  CHECK(s.dates[0].signature.said == "said to be done on 20 November 2026, not shown");
  CHECK(line_to_take(s).find("was signed") == std::string::npos);
  CHECK(s.summary == standing_of(with_mandate("2027-08-01").build(), today).summary);
  CHECK(s.silence.days == standing_of(with_mandate("2027-08-01").build(), today).silence.days);
  check_sentences(s);
  d.add(Kind::evidence, "EV.1", {{"title", "The act"}, {"act_number", "C(2026) 1"}, {"milestones", "VFA.10"}});
  CHECK(standing_of(d.build(), today).goals[0].reached);
}

TEST_CASE("a threshold that is reached is told by the standing, the brief, the full report and the handover") {
  SmallDossier d = with_mandate("2027-08-01");
  d.add(Kind::indicator, "I.1", {{"title", "Refused entries"}, {"watch", "above"}, {"threshold", "30"}, {"values", "2026-10=31"}});
  const Dossier dossier = d.build();
  const Standing s = standing_of(dossier, today);
  REQUIRE(s.thresholds.size() == 1);
  CHECK(s.thresholds[0] == "Refused entries (I.1): 31 in 2026-10: the threshold of 30 is reached.");
  const auto says = [&](const Document& document) {
    return std::ranges::any_of(document.blocks, [&](const doc::Block& block) {
      const auto* list = std::get_if<doc::List>(&block);
      return list && std::ranges::any_of(list->items, [&](const doc::Text& item) { return words_of(item) == s.thresholds[0]; });
    });
  };
  CHECK(says(build_brief(s, {}, Tongue::english())));
  CHECK(says(build_handover(dossier, s, {}, Tongue::english())));
}

}  // namespace
}  // namespace accord
