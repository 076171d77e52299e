#include "core/report/changes.hpp"

#include <algorithm>

#include "core/report/change_sentence.hpp"
#include "core/report/reports.hpp"
#include "tests/core/report/journals.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::added;
using test::changed;
using test::linked;
using test::TestJournal;

Day day(const char* iso) { return parse_day(iso).value(); }

ChangeNote note_of(const TestJournal& journal, std::int64_t after, Edition edition = Edition::restricted) {
  return changes_between(journal.entries(), {.after = after, .until = {}, .edition = edition, .local_day = {}, .asked_from = {}, .asked_to = {}}).value();
}

std::vector<std::string> sentences(const ChangeNote& note) {
  std::vector<std::string> out;
  for (const ChangeGroup& group : note.groups)
    for (const ChangeLine& line : group.lines) out.push_back(group.track_code + "| " + line.sentence);
  return out;
}

// Revision 1 creates the file, 2 fills it.
TestJournal journal() {
  TestJournal j;
  j.edit("2026-09-02", "Anna", "", test::small_dossier());
  return j;
}

TEST_CASE("facts, promises and questions are told in their own words, grouped by track") {
  TestJournal j = journal();
  j.edit("2026-10-03", "Boris", "minutes received", changed(j.now(), "VFA.1", {"actual_finish=2026-10-02"}));
  j.edit("2026-10-04", "Anna", "", changed(j.now(), "VFA.3", {"expected=spring 2027"}));
  j.edit("2026-10-05", "Anna", "", added(j.now(), Kind::entry, {"code=E.1", "title=Round 3", "kind=round", "date=2026-10-01", "place=Brussels", "tracks=RA", "next_announced=2027-02"}));
  j.edit("2026-10-06", "Anna", "", added(j.now(), Kind::question, {"code=Q.1", "title=Who chairs?"}));
  CHECK(sentences(note_of(j, 2)) == std::vector<std::string>{
                                        "VFA| Mandate (VFA.1): done on 2 October 2026.",
                                        "VFA| Signature (VFA.3): now expected in spring 2027.",
                                        "RA| Recorded: Round 3, Brussels, 1 October 2026 (E.1); the next one is announced for February 2027.",
                                        "| New question: Who chairs? (Q.1).",
                                    });
}

TEST_CASE("a text that is written anew is told with the translations that it loses") {
  TestJournal j = journal();
  j.edit("2026-10-03", "Anna", "", changed(j.now(), "VFA.3", {"title.ru=Подписание", "title.kk=Қол қою"}));
  const Dossier before = j.now();
  j.edit("2026-10-04", "Anna", "", changed(j.now(), "VFA.3", {"title=Signing"}));
  const RecordChange change = diff(before, j.now()).front();
  CHECK(change_sentence(change, before, j.now(), Tongue::english()) ==
        "Signing (VFA.3): title: “Signing”; translation removed: title (Kazakh, Russian).");
}

TEST_CASE("each line says who changed it last, when, and every reason given") {
  TestJournal j = journal();
  j.edit("2026-10-03", "Boris", "the ministry asked for it", changed(j.now(), "VFA.3", {"expected=spring 2027"}));
  j.edit("2026-10-09", "Anna", "confirmed by the Council.", changed(j.now(), "VFA.3", {"expected=summer 2027"}));
  const ChangeNote note = note_of(j, 2);
  REQUIRE(note.count() == 1);
  const ChangeLine& line = note.groups.at(0).lines.at(0);
  CHECK(line.sentence == "Signature (VFA.3): now expected in summer 2027.");
  CHECK(line.author == "Anna");
  CHECK(line.day == day("2026-10-09"));
  CHECK(line.why == "confirmed by the Council");
  CHECK(in_words(line, spoken()) ==
        "Signature (VFA.3): now expected in summer 2027. (said to be expected: Boris, 3 October 2026: the ministry asked for it; said to be expected: Anna, 9 October 2026: confirmed by the Council)");
}

TEST_CASE("each person is named with what they changed and with their own reason") {
  TestJournal j = journal();
  j.edit("2026-10-03", "Anna", "expert view", changed(j.now(), "VFA.3", {"expected=spring 2027"}));
  j.edit("2026-10-04", "Carla", "wrong line", changed(j.now(), "VFA.3", {"next_step=Ask."}));
  j.edit("2026-10-05", "Carla", "", changed(j.now(), "VFA.3", {"next_step="}));
  j.edit("2026-10-09", "Boris", "", changed(j.now(), "VFA.3", {"notes=Typo fixed"}));
  const ChangeLine line = note_of(j, 2).groups.at(0).lines.at(0);
  CHECK(in_words(line, spoken()) ==
        "Signature (VFA.3): now expected in spring 2027; notes edited. (said to be expected: Anna, 3 October 2026: expert view; notes: Boris, 9 October 2026)");
  CHECK(line.author == "Boris");
  CHECK(line.why.empty());
}

TEST_CASE("a changed value is told with the one before, references by their names") {
  TestJournal j = journal();
  j.edit("2026-10-01", "Anna", "", added(j.now(), Kind::party, {"code=COM", "title=Commission"}));
  const std::int64_t since = j.revision();
  j.edit("2026-10-02", "Anna", "", changed(j.now(), "VFA.1", {"owner=COM", "next_step=Adopt.", "next_step_due=2026-12-01"}));
  CHECK(sentences(note_of(j, since)) == std::vector<std::string>{"VFA| Mandate (VFA.1): owner Commission instead of DG HOME; next step: “Adopt”; next step due: 1 December 2026."});
}

TEST_CASE("lengths and rules are told in words, not in the program's spelling") {
  TestJournal j = journal();
  j.edit("2026-10-02", "Anna", "", changed(j.now(), "VFA.2", {"estimate=triangular:10,80,138ed"}));
  j.edit("2026-10-02", "Anna", "", changed(j.now(), "RA.1", {"duration=2w"}));
  CHECK(sentences(note_of(j, 2)) == std::vector<std::string>{"VFA| Rounds (VFA.2): estimate about 80 calendar days, between 10 and 138, instead of about 20 calendar days, between 10 and 45.",
                                                             "RA| Readmission rounds (RA.1): duration 10 working days instead of 5 working days."});
}

TEST_CASE("what was done and undone within the range does not appear") {
  TestJournal j = journal();
  const Dossier before = j.now();
  j.edit("2026-10-03", "Boris", "", changed(j.now(), "VFA.1", {"actual_finish=2026-10-02"}));
  j.edit("2026-10-04", "Boris", "", before);
  CHECK(note_of(j, 2).count() == 0);
}

TEST_CASE("many new records of a kind are counted, not listed") {
  TestJournal j = journal();
  Dossier d = j.now();
  for (const char* code : {"code=X.1", "code=X.2", "code=X.3", "code=X.4", "code=X.5", "code=X.6", "code=X.7", "code=X.8"})
    d = added(d, Kind::milestone, {code, "title=One of many", "track=RA", "duration=1d"});
  j.edit("2026-10-03", "Anna", "imported", d);
  CHECK(sentences(note_of(j, 2)) == std::vector<std::string>{"RA| 8 milestones added: X.1, X.2, X.3, X.4 and 4 more."});
}

TEST_CASE("the revision of a day is the last one made by its end, where the reader is") {
  TestJournal j = journal();
  CHECK(revision_on(j.entries(), day("2026-08-31")) == 0);
  CHECK(revision_on(j.entries(), day("2026-09-01")) == 1);
  CHECK(revision_on(j.entries(), day("2027-01-01")) == 2);
  const LocalDay far_east = [](std::int64_t seconds) { return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{seconds + 13 * 3600}}); };
  CHECK(revision_on(j.entries(), day("2026-09-01"), far_east) == 0);
}

TEST_CASE("a range that is not there is refused") {
  const TestJournal j = journal();
  for (const auto& [after, until] : {std::pair{-1, 2}, std::pair{2, 1}, std::pair{0, 3}}) {
    CAPTURE(after);
    const auto note = changes_between(j.entries(), {.after = after, .until = until, .edition = Edition::restricted, .local_day = {}, .asked_from = {}, .asked_to = {}});
    REQUIRE(!note.ok());
    CHECK(note.errors().front().code == "changes.range");
  }
}

TEST_CASE("nothing that was ever restricted is in the public note, and neither authors nor reasons are") {
  TestJournal j = journal();
  j.edit("2026-10-01", "Agent Secretauthor", "Secretreason", added(j.now(), Kind::entry, {"code=E.1", "title=Secretmeeting", "date=2026-10-01", "tracks=VFA", "restricted=yes"}));
  j.edit("2026-10-02", "Anna", "", added(j.now(), Kind::entry, {"code=E.2", "title=Laterhidden", "date=2026-10-02", "tracks=VFA"}));
  j.edit("2026-10-03", "Anna", "", changed(j.now(), "E.2", {"restricted=yes"}));
  j.edit("2026-10-04", "Anna", "", added(j.now(), Kind::entry, {"code=E.3", "title=Openmeeting", "date=2026-10-04", "tracks=VFA"}));
  j.edit("2026-10-05", "Anna", "", changed(j.now(), "VFA.1", {"next_step=Secretstep", "restricted.next_step=yes"}));
  j.edit("2026-10-06", "Anna", "", changed(j.now(), "VFA.2", {"next_step=Openstep"}));
  std::string text;
  for (const std::string& s : sentences(note_of(j, 2, Edition::public_))) text += s + "\n";
  const ChangeNote note = note_of(j, 2, Edition::public_);
  for (const ChangeGroup& group : note.groups)
    for (const ChangeLine& line : group.lines) text += line.author + line.why + line.code + "\n";
  CHECK(text.find("Openmeeting") != text.npos);
  CHECK(text.find("Openstep") != text.npos);
  for (const char* planted : {"Secret", "Laterhidden", "E.1", "E.2", "Anna"}) {
    CAPTURE(planted);
    CHECK(text.find(planted) == text.npos);
  }
}

TEST_CASE("marking a person leaves no trace in the public note, on the day or when the mark goes again") {
  TestJournal j = journal();
  j.edit("2026-10-01", "Anna", "", added(j.now(), Kind::person, {"code=SECRET", "title=Secretperson"}));
  j.edit("2026-10-02", "Anna", "", added(j.now(), Kind::entry, {"code=E.1", "title=Openmeeting", "date=2026-10-01", "people=SECRET"}));
  j.edit("2026-10-03", "Anna", "", changed(j.now(), "SECRET", {"restricted=yes"}));
  j.edit("2026-10-04", "Anna", "", changed(j.now(), "VFA.1", {"restricted.title=yes"}));
  j.edit("2026-10-05", "Anna", "", changed(j.now(), "SECRET", {"restricted=no"}));
  for (const std::int64_t after : {2, 3, 4, 5, 6}) {
    CAPTURE(after);
    const ChangeNote note = note_of(j, after, Edition::public_);
    for (const std::string& sentence : sentences(note)) CHECK(sentence.find("Secret") == std::string::npos);
    for (const ChangeGroup& group : note.groups)
      for (const ChangeLine& line : group.lines) CHECK(line.day.has_value());
    if (after >= 4) CHECK(note.count() == 0);
  }
}

TEST_CASE("what an edition withholds is not told as removed, cleared or new by its public note") {
  TestJournal j = journal();
  j.edit("2026-10-01", "Anna", "", added(j.now(), Kind::baseline, {"code=BL.1", "title=The plan in October"}));
  j.edit("2026-10-01", "Anna", "", added(j.now(), Kind::party, {"code=SECP", "title=Service", "restricted=yes"}));
  j.edit("2026-10-01", "Anna", "", changed(j.now(), "VFA.3", {"owner=HOME"}));
  const std::int64_t before = j.revision();
  j.edit("2026-10-02", "Anna", "", added(j.now(), Kind::milestone, {"code=SECRET", "title=x", "track=VFA", "duration=30d", "restricted=yes"}));
  j.edit("2026-10-03", "Anna", "", changed(j.now(), "VFA.3", {"owner=SECP"}));
  CHECK(sentences(note_of(j, before, Edition::public_)).empty());
  CHECK(sentences(note_of(j, before)).size() == 2);
  const Document d = build_changes(note_of(j, before, Edition::public_), "The file", {});
  CHECK(doc::words_of(std::get<doc::Paragraph>(d.blocks.at(0)).text) == "Nothing that this edition may tell changed between 1 October 2026 and 3 October 2026.");
  j.edit("2026-10-04", "Anna", "", changed(j.now(), "SECRET", {"restricted=no"}));
  for (const std::string& sentence : sentences(note_of(j, before, Edition::public_))) CHECK(sentence.find("SECRET") == sentence.npos);
}

TEST_CASE("a goal and a link are told by what they bind, not by their codes") {
  TestJournal j = journal();
  j.edit("2026-10-01", "Anna", "", added(j.now(), Kind::mandate, {"code=M", "title=Her term", "end=2028-01-31"}));
  const std::int64_t before = j.revision();
  j.edit("2026-10-02", "Anna", "", added(j.now(), Kind::goal, {"code=G.4", "mandate=M", "milestone=VFA.3"}));
  j.edit("2026-10-02", "Anna", "", linked(j.now(), "RA.1", "VFA.3"));
  const std::vector<std::string> told = sentences(note_of(j, before));
  REQUIRE(told.size() == 2);
  CHECK(std::ranges::find(told, "VFA| New goal: Signature (VFA.3) inside the mandate “Her term”.") != told.end());
  CHECK(std::ranges::any_of(told, [](const std::string& s) { return s.starts_with("VFA| Signature (VFA.3) now waits for ") && s.ends_with(" (RA.1)."); }));
}

TEST_CASE("a change note says what it spans and from which revision it was made") {
  TestJournal j = journal();
  j.edit("2026-10-03", "Boris", "minutes received", changed(j.now(), "VFA.1", {"actual_finish=2026-10-02"}));
  const Provenance made_from{.as_of = day("2026-10-03"), .generated = day("2026-10-04"), .revision = 3, .hash = "abcdef0123456789", .edition = Edition::restricted};
  const Document d = build_changes(note_of(j, 2), "The file", made_from);
  CHECK(d.subtitle == "What changed, revisions 2 to 3");
  CHECK(doc::words_of(std::get<doc::Paragraph>(d.blocks.at(0)).text) == "One change between 2 September 2026 and 3 October 2026.");
  CHECK(std::get<doc::Heading>(d.blocks.at(1)).text == "Visa facilitation (VFA)");
  CHECK(doc::words_of(std::get<doc::List>(d.blocks.at(2)).items.at(0)) == "Mandate (VFA.1): done on 2 October 2026. (Boris, 3 October 2026: minutes received)");
  CHECK(d.footer == "As of 3 October 2026 · revision 3 · abcdef012345 · restricted edition · generated 4 October 2026");
}

TEST_CASE("a note from the beginning of the file has everything, in both editions") {
  const TestJournal j = journal();
  for (const Edition edition : {Edition::restricted, Edition::public_}) {
    const ChangeNote note = note_of(j, 0, edition);
    CHECK(note.from_beginning());
    CHECK(note.groups.size() == 3);
    CHECK(sentences(note).at(0) == "VFA| Milestone added: Mandate (VFA.1).");
  }
  const auto nothing = changes_between(j.entries(), {.after = 0, .until = 0, .edition = Edition::public_, .local_day = {}, .asked_from = {}, .asked_to = {}});
  CHECK(nothing->count() == 0);
}

TEST_CASE("a note tells the dates that moved, goals in sentences, and what is left to a later note") {
  ChangeNote note = note_of(journal(), 1);
  note.moved = {{.code = "VFA.2", .name = "Rounds (VFA.2)", .before = day("2026-10-01"), .now = day("2026-10-11"), .days = 10, .telling = false},
                {.code = "VFA.3", .name = "Signature (VFA.3)", .before = day("2027-01-31"), .now = day("2027-01-01"), .days = -30, .telling = true}};
  note.later = 2;
  const Document d = build_changes(note, "The file", {});
  CHECK(doc::words_of(std::get<doc::Paragraph>(d.blocks.at(1)).text) == "2 revisions were written after that day and are not told here.");
  CHECK(std::get<doc::Heading>(d.blocks.at(2)).text == "Dates of the plan that have moved");
  const auto& telling = std::get<doc::List>(d.blocks.at(3)).items;
  REQUIRE(telling.size() == 1);
  CHECK(doc::words_of(telling.front()) == "Signature (VFA.3) is now forecast for 1 January 2027, 30 days earlier than before.");
  const auto& rows = std::get<doc::Table>(d.blocks.at(4)).rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][0].front().text == "Rounds (VFA.2)");
  CHECK(rows[0][1].front().day == day("2026-10-01"));
  CHECK(rows[0][3].front().number == 10);
  CHECK(rows[1][3].front().text == "-30");
}

TEST_CASE("where only time has passed, a note says that nobody changed the file, and why its dates moved") {
  ChangeNote note = note_of(journal(), 2);
  note.to = day("2026-11-22");
  note.moved = {{.code = "VFA.3", .name = "Signature (VFA.3)", .before = day("2027-01-01"), .now = day("2027-01-31"), .days = 30, .telling = true}};
  const Document d = build_changes(note, "The file", {});
  CHECK(d.subtitle == "What changed, 2 September 2026 to 22 November 2026");
  CHECK(doc::words_of(std::get<doc::Paragraph>(d.blocks.at(0)).text) ==
        "Nobody changed the file between 2 September 2026 and 22 November 2026; dates of the plan have moved because time has passed.");
}

TEST_CASE("a note of no change says so") {
  const TestJournal j = journal();
  const Document d = build_changes(note_of(j, 2), "The file", {});
  CHECK(doc::words_of(std::get<doc::Paragraph>(d.blocks.at(0)).text) == "Nothing changed since 2 September 2026.");
}

}  // namespace
}  // namespace accord
