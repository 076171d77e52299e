// What is restricted never leaves in a public report: words and days are planted, and every format's bytes are searched for them.
#include <array>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "app/data/templates.hpp"
#include "app/render/writers.hpp"
#include "app/session/outlook.hpp"
#include "app/session/timeline.hpp"
#include "core/base/text.hpp"
#include "core/chart/gantt_pages.hpp"
#include "core/report/reports.hpp"
#include "core/report/words.hpp"
#include "tests/core/report/journals.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"
#include "tests/support/oracles.hpp"

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
  d = added(d, Kind::milestone, {"code=VFA.0", "title=Initialling", "track=VFA", "kind=event", "reference=visa_facilitation/initialled", "actual_finish=2026-08-13", "restricted.actual_finish=yes"});
  d = linked(d, "VFA.0", "VFA.1");
  d = added(d, Kind::goal, {"code=G.0", "title=Initialled in her mandate", "mandate=M.A", "milestone=VFA.0"});
  d = added(d, Kind::mandate, {"code=M.B", "title=Second ambassador", "start=2024-01-01", "end=2028-05-17", "restricted.end=yes"});
  d = added(d, Kind::goal, {"code=G.B", "title=Signed in the second mandate", "mandate=M.B", "milestone=VFA.3"});
  d = changed(d, "RA.1", {"next_step=Plantedstep", "restricted.next_step=yes"});
  d = added(d, Kind::milestone, {"code=PLANTEDCODE", "title=Plantedstage", "track=VFA", "duration=90d", "next_step=Plantedstep2", "deadline=2026-12-24", "restricted=yes"});
  d = linked(d, "PLANTEDCODE", "VFA.3");
  d = added(d, Kind::party, {"code=PLANTEDPARTY", "title=Plantedministry", "restricted=yes"});
  d = added(d, Kind::milestone, {"code=OPEN.1", "title=Open stage", "track=RA", "duration=5d", "owner=PLANTEDPARTY", "next_step=Open question to nobody"});
  d = added(d, Kind::mandate, {"code=M.PLANTED", "title=Plantedmandate", "start=2024-01-01", "end=2027-02-07", "restricted=yes"});
  d = added(d, Kind::goal, {"code=G.PLANTED", "title=Plantedgoal", "mandate=M.PLANTED", "milestone=VFA.3"});
  d = added(d, Kind::entry, {"code=E.PLANTED", "title=Plantedmeeting", "date=2026-11-20", "tracks=VFA", "restricted=yes"});
  d = added(d, Kind::entry, {"code=E.1", "title=Open round", "date=2026-11-01", "tracks=VFA"});
  d = added(d, Kind::question, {"code=Q.PLANTED", "title=Plantedquestion", "restricted=yes"});
  d = added(d, Kind::risk, {"code=R.PLANTED", "title=Plantedrisk", "probability=0.9", "restricted=yes"});
  d = added(d, Kind::commitment, {"code=C.PLANTED", "title=Plantedpromise", "due=2026-12", "restricted=yes"});
  return added(d, Kind::track, {"code=PLANTEDTRACK", "title=Plantedtrack", "restricted=yes"});
}

// Days that only restricted fields and records hold.
constexpr std::array planted_days{"2026-08-13", "2028-05-17", "2027-02-07"};

// In lower case, without line breaks and padding: a day may stand where a line ends.
std::string evened(const std::string& bytes) {
  std::istringstream words(lower(bytes));
  std::string out;
  for (std::string word; words >> word;) out += word + ' ';
  return out;
}

// All that a file holds, members of archives and streams of pages included.
std::string inside(const std::string& name, const std::string& bytes) {
  const test::TemporaryFolder folder;
  const auto file = folder.file(name, bytes);
  const std::string script = (test::source_dir() / "tests/app/render/inside.py").string();
  const test::Ran ran = test::run(fmt::format("/usr/bin/python3 '{}' '{}'", script, file.string()));
  CHECK_MESSAGE(ran.code == 0, ran.out);
  return ran.out;
}

// Every kind of report in every format, by what it is.
std::map<std::string, std::string> every_report(const Dossier& full, Edition edition, const ChangeNote& note) {
  const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}};
  const OutlookPtr whole = compute_outlook(full, options).value();
  const OutlookPtr before = compute_outlook(test::small_dossier(), options).value();
  const OutlookPtr shown = edition == Edition::public_ ? public_outlook(*whole).value() : whole;
  const StandingInput input{.dossier = shown->dossier, .schedule = shown->plan, .mandates = shown->mandates, .changes = &note, .earlier_plan = &before->plan};
  const Standing s = standing(input);
  const Provenance made_from{.as_of = today, .generated = today, .revision = 2, .hash = "0123456789abcdef", .edition = edition};
  std::map<std::string, std::string> reports;
  const std::map<std::string, Document> documents{{"brief", build_brief(s, made_from)}, {"line", build_line(s, made_from)}, {"changes", build_changes(note, s.title, made_from)},
                                                  {"full", build_full({.data = input, .standing = s, .timeline = chart::draw_gantt_pages(timeline_of(*shown), {}, 700)}, made_from)}};
  for (const auto& [kind, document] : documents) {
    reports[kind + ".html"] = evened(to_html(document));
    reports[kind + ".md"] = evened(to_markdown(document));
    reports[kind + ".txt"] = evened(to_text(document));
    reports[kind + ".pdf"] = evened(inside(kind + ".pdf", to_pdf(document)));
    reports[kind + ".docx"] = evened(inside(kind + ".docx", to_docx(document)));
    reports[kind + ".xlsx"] = evened(inside(kind + ".xlsx", to_xlsx(document)));
  }
  return reports;
}

std::string every_format(const Dossier& full, Edition edition, const ChangeNote& note) {
  std::string bytes;
  for (const auto& [name, text] : every_report(full, edition, note)) bytes += text;
  return bytes;
}

// As ISO writes it or as a sentence does, there with or without its year.
bool tells(const std::string& report, const char* iso) {
  std::string prose = lower(in_prose(parse_day(iso).value()));
  prose.resize(prose.rfind(' '));
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = report.find(prose); at != report.npos; at = report.find(prose, at + 1))
    if (at == 0 || !is_digit(report[at - 1])) return true;
  return report.find(iso) != report.npos;
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

TEST_CASE("no format of any public report tells a restricted day, neither as it stands nor in what follows from it") {
  for (const auto& [name, report] : every_report(planted(), Edition::public_, note_of(Edition::public_)))
    for (const char* iso : planted_days) {
      CAPTURE(name);
      CAPTURE(iso);
      CHECK_FALSE(tells(report, iso));
    }
}

TEST_CASE("the restricted edition does tell these days, in each format") {
  const auto reports = every_report(planted(), Edition::restricted, note_of(Edition::restricted));
  for (const char* name : {"brief.html", "brief.md", "brief.txt", "brief.pdf", "brief.docx", "brief.xlsx"})
    for (const char* iso : planted_days) {
      CAPTURE(name);
      CAPTURE(iso);
      CAPTURE(reports.at(name));
      CHECK(tells(reports.at(name), iso));
    }
}

TEST_CASE("a public edition that lacks what dates rest on gives no forecast, rather than a false one") {
  const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}};
  const Dossier full = sample().value();
  const OutlookPtr whole = compute_outlook(changed(full, "VFA.8", {"restricted.estimate=yes"}), options).value();
  const OutlookPtr shown = public_outlook(*whole).value();
  for (const ScheduledMilestone& s : shown->plan.milestones)
    if (!s.finished) CHECK_FALSE((s.early_finish || s.late_finish || s.total_float));
  const Standing s = standing_of(*shown);
  bool some_open = false;
  for (const GoalStanding& goal : s.goals) {
    if (goal.reached) continue;
    some_open = true;
    CHECK(goal.light.colour == Colour::grey);
    CHECK_FALSE(goal.forecast);
  }
  CHECK(some_open);
  CHECK_FALSE(s.open_until);
  CHECK(line_to_take(s).starts_with("Negotiations with Kazakhstan on a visa facilitation agreement opened on 2 December 2025. It would"));
  const OutlookPtr words_only = public_outlook(*compute_outlook(changed(full, "VFA.8", {"notes=Not for all", "restricted.notes=yes"}), options).value()).value();
  const Id<Milestone> signature(full.find_code("VFA.10")->record->id);
  CHECK(words_only->date_of(signature) == whole->date_of(signature));
}

TEST_CASE("a public outlook is the same whatever restricted facts say") {
  const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}};
  const Dossier one = planted();
  const Dossier other = changed(changed(one, "M.B", {"end=2027-01-15"}), "VFA.0", {"actual_finish=2026-11-19"});
  const auto brief = [&](const Dossier& d) {
    const OutlookPtr shown = public_outlook(*compute_outlook(d, options).value()).value();
    const Standing s = standing_of(*shown);
    return to_text(build_brief(s, {.as_of = today, .generated = today, .revision = 2, .hash = "", .edition = Edition::public_}));
  };
  CHECK(brief(one) == brief(other));
}

}  // namespace
}  // namespace accord
