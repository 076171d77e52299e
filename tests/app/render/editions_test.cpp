// What is restricted never leaves in a public report: words are planted, and every format's bytes are searched for them.
#include "app/render/writers.hpp"
#include "core/base/text.hpp"
#include "core/edit/edition.hpp"
#include "core/report/reports.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"
#include "tests/core/report/journals.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::added;
using test::changed;
using test::linked;

const Day today = parse_day("2026-11-22").value();

// Every kind of record and field that a report reads, restricted here and open there.
Dossier planted() {
  Dossier d = test::small_dossier();
  d = changed(d, "VFA.1", {"actual_start=2026-09-01", "next_step=Open step", "next_step_due=2026-12-01"});
  d = changed(d, "RA.1", {"next_step=Plantedstep", "restricted.next_step=yes"});
  d = added(d, Kind::milestone, {"code=PLANTEDCODE", "title=Plantedstage", "track=VFA", "duration=90d", "next_step=Plantedstep2", "deadline=2026-12-24", "restricted=yes"});
  d = linked(d, "PLANTEDCODE", "VFA.3");
  d = added(d, Kind::party, {"code=PLANTEDPARTY", "title=Plantedministry", "restricted=yes"});
  d = added(d, Kind::milestone, {"code=OPEN.1", "title=Open stage", "track=RA", "duration=5d", "owner=PLANTEDPARTY", "next_step=Open question to nobody"});
  d = added(d, Kind::mandate, {"code=M.PLANTED", "title=Plantedmandate", "start=2024-01-01", "end=2027-02-01", "restricted=yes"});
  d = added(d, Kind::goal, {"code=G.PLANTED", "title=Plantedgoal", "mandate=M.PLANTED", "milestone=VFA.3"});
  d = added(d, Kind::entry, {"code=E.PLANTED", "title=Plantedmeeting", "date=2026-11-20", "tracks=VFA", "restricted=yes"});
  d = added(d, Kind::entry, {"code=E.1", "title=Open round", "date=2026-11-01", "tracks=VFA"});
  d = added(d, Kind::question, {"code=Q.PLANTED", "title=Plantedquestion", "restricted=yes"});
  d = added(d, Kind::risk, {"code=R.PLANTED", "title=Plantedrisk", "probability=0.9", "restricted=yes"});
  d = added(d, Kind::commitment, {"code=C.PLANTED", "title=Plantedpromise", "due=2026-12", "restricted=yes"});
  return added(d, Kind::track, {"code=PLANTEDTRACK", "title=Plantedtrack", "restricted=yes"});
}

// The report as a public one is made: dates from the full plan, words from the public edition.
std::string every_format(const Dossier& full, Edition edition, const ChangeNote& note) {
  const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}};
  const Schedule plan = schedule(full, options).value();
  const MandateReport mandates = assess_mandates(full, plan, options);
  const Dossier shown = edition == Edition::public_ ? public_edition(full) : full;
  const Standing s = standing({.dossier = shown, .schedule = plan, .mandates = mandates, .changes = &note});
  const Provenance made_from{.as_of = today, .generated = today, .revision = 2, .hash = "0123456789abcdef", .edition = edition};
  std::string bytes;
  for (const Document& document : {build_brief(s, made_from), build_line(s, made_from), build_changes(note, s.title, made_from)})
    bytes += to_html(document) + to_markdown(document) + to_text(document);
  return lower(bytes);
}

ChangeNote note_of(Edition edition) {
  test::TestJournal journal;
  journal.edit("2026-11-20", "Plantedauthor", "Plantedreason", planted());
  return changes_between(journal.entries(), {.after = 1, .until = {}, .edition = edition, .local_day = {}, .asked_from = {}, .asked_to = {}}).value();
}

TEST_CASE("no format of any public report holds a restricted word") {
  const std::string bytes = every_format(planted(), Edition::public_, note_of(Edition::public_));
  CHECK(bytes.find("planted") == bytes.npos);
  CHECK(bytes.find("public edition") != bytes.npos);
  CHECK(bytes.find("open round") != bytes.npos);
  CHECK(bytes.find("open step") != bytes.npos);
}

TEST_CASE("the restricted edition does hold them, so that the search proves something") {
  const std::string bytes = every_format(planted(), Edition::restricted, note_of(Edition::restricted));
  for (const char* word : {"plantedstep", "plantedstage", "plantedministry", "plantedmeeting", "plantedquestion", "plantedrisk", "plantedpromise", "plantedmandate", "plantedauthor", "plantedreason"}) {
    CAPTURE(word);
    CHECK(bytes.find(word) != bytes.npos);
  }
}

}  // namespace
}  // namespace accord
