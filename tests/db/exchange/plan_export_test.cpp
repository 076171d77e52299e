// The plan for other programs: what is written is read again as the same milestones with the same dates.
#include <algorithm>
#include <fstream>
#include <set>

#include "core/edit/edition.hpp"
#include "db/exchange/calendar_export.hpp"
#include "db/exchange/import.hpp"
#include "db/exchange/project_xml_export.hpp"
#include "db/exchange/tracker_export.hpp"
#include "db/exchange/xlsx.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

const Day today = parse_day("2026-11-22").value();

ImportOptions options(const std::string& file) {
  ImportOptions o;
  o.file = file;
  o.today = today;
  return o;
}

Dossier plan() {
  Dossier d = changed(small_dossier(), "DOSSIER", {"plan_start=2026-02-02", "calendar=eu+kz"});
  d = changed(d, "VFA.1", {"started=2026-03-02", "finished=2026-03-20"});
  d = changed(d, "VFA.3", {"deadline=2027-06-30", "next_step=Write, then call; twice", "next_step_due=2026-12-01"});
  return linked(d, "VFA.1", "RA.1", {"type=SS", "lag=2ed"});
}

Schedule dates(const Dossier& d) { return schedule(d, {.today = today}).value(); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != text.npos);
    out.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

}  // namespace

TEST_CASE("a table that is exported as a workbook imports as what the same table in text does") {
  const Dossier d = plan();
  const auto rows = parse_xlsx(*tracker_xlsx(d), "t.xlsx");
  REQUIRE(rows.ok());
  const auto in = import_tracker(csv_from(*rows), options("t.xlsx"));
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  CHECK(tracker_csv(in->dossier) == tracker_csv(import_tracker(tracker_csv(d), options("t.csv"))->dossier));
  CHECK(*tracker_xlsx(d) == *tracker_xlsx(d));
}

TEST_CASE("a text that no cell of a workbook holds is refused by name") {
  const auto longest = std::string(32'767, 'n'), longer = longest + "n";
  CHECK(tracker_xlsx(changed(plan(), "VFA.3", {("notes=" + longest).c_str()})).ok());
  const auto refused = tracker_xlsx(changed(plan(), "VFA.3", {("notes=" + longer).c_str()}));
  REQUIRE(!refused.ok());
  CHECK(refused.errors().front().code == "export.too_long");
  CHECK(refused.errors().front().place == Place{.record = "VFA.3", .field = "notes"});
}

TEST_CASE("for Microsoft Project a stage that has begun is as long as its dates, and what is done on no known day is done") {
  const Dossier d = changed(changed(plan(), "VFA.1", {"estimate=pert:60,70,80ed", "started=2026-03-02", "finished=2026-03-20"}), "RA.1", {"estimate=pert:30,40,50ed", "finished=unknown"});
  const auto xml = project_xml(d, dates(d));
  REQUIRE(xml.ok());
  // Nineteen days of twenty-four hours.
  const std::size_t task = xml->find("<WBS>VFA.1</WBS>");
  REQUIRE(task != std::string::npos);
  CHECK(xml->substr(xml->find("<Duration>", task), 23) == "<Duration>PT456H0M0S</D");
  const auto in = import_project_xml(*xml, options("t.xml"));
  REQUIRE(in.ok());
  const Milestone* back = in->dossier.find_code_as<Milestone>("RA.1");
  REQUIRE(back != nullptr);
  REQUIRE(back->actual_finish.has_value());
  CHECK(back->actual_finish->is_unknown());
  CHECK(back->kind == MilestoneKind::stage);
}

TEST_CASE("a control character does not break a plan for Microsoft Project") {
  const Dossier d = changed(plan(), "VFA.3", {"title=Init\001ial"});
  const auto xml = project_xml(d, dates(d));
  REQUIRE(xml.ok());
  CHECK(xml->find("&#") == std::string::npos);
  const auto in = import_project_xml(*xml, options("t.xml"));
  REQUIRE(in.ok());
  CHECK(in->dossier.find_code_as<Milestone>("VFA.3")->title == "Initial");
}

TEST_CASE("a plan that is exported for Microsoft Project imports as the same milestones, links and dates") {
  const Dossier d = plan();
  const Schedule before = dates(d);
  const auto xml = project_xml(d, before);
  REQUIRE(xml.ok());
  CHECK(*xml == *project_xml(d, before));
  const auto in = import_project_xml(*xml, options("t.xml"));
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  REQUIRE(in->dossier.count(Kind::milestone) == d.count(Kind::milestone));
  CHECK(in->dossier.count(Kind::link) == d.count(Kind::link));
  const Schedule after = dates(in->dossier);
  for (const Milestone& m : d.all<Milestone>()) {
    CAPTURE(m.code);
    const Milestone* back = in->dossier.find_code_as<Milestone>(m.code);
    REQUIRE(back != nullptr);
    CHECK(back->title == m.title);
    CHECK(back->kind == m.kind);
    CHECK(back->deadline == m.deadline);
    const ScheduledMilestone *a = before.find(Id<Milestone>(m.id)), *b = after.find(Id<Milestone>(back->id));
    CHECK(to_iso(a->early_finish.value()) == to_iso(b->early_finish.value()));
    CHECK(a->finished == b->finished);
  }
}

TEST_CASE("a calendar of the dates is as RFC 5545 wants it") {
  Dossier d = changed(plan(), "VFA.3", {"title=Подписание соглашения об упрощении визового режима между Европейским союзом и Республикой Казахстан"});
  const std::string text = to_icalendar(d, dates(d), "0123abcd", today);
  const std::vector<std::string> lines = lines_of(text);
  CHECK(lines.front() == "BEGIN:VCALENDAR");
  CHECK(lines.back() == "END:VCALENDAR");
  std::set<std::string> uids;
  std::size_t begun = 0;
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(line.size() <= 75);
    const std::size_t first = line.starts_with(' ') ? 1 : 0;
    if (first < line.size()) CHECK((static_cast<unsigned char>(line[first]) & 0xC0) != 0x80);  // a character stays whole
    CHECK(line.find('\n') == line.npos);
    if (line == "BEGIN:VEVENT") ++begun;
    if (line.starts_with("UID:")) CHECK(uids.insert(line).second);
  }
  CHECK(uids.size() == begun);
  CHECK(std::ranges::count(lines, "UID:milestone-" + std::to_string(d.find_code_as<Milestone>("VFA.3")->id.number) + "-deadline@0123abcd.accord") == 1);
  CHECK(std::ranges::count(lines, "DTSTART;VALUE=DATE:20270630") == 1);
  CHECK(std::ranges::count(lines, "DTEND;VALUE=DATE:20270701") == 1);
  CHECK(std::ranges::count(lines, "SUMMARY:Next step: Write\\, then call\\; twice") == 1);
  // The same events keep their names when their dates move.
  const Dossier moved = changed(d, "VFA.3", {"deadline=2027-09-30"});
  for (const std::string& line : lines_of(to_icalendar(moved, dates(moved), "0123abcd", today + date::days{9})))
    if (line.starts_with("UID:")) CHECK(uids.contains(line));
}

TEST_CASE("nothing restricted is in a public plan or calendar, and a plan whose dates are withheld is not made") {
  const Dossier d = public_edition(changed(plan(), "VFA.3", {"notes=Plantedword", "restricted=notes;next_step"}));
  Schedule shown = dates(d);
  CHECK(project_xml(d, shown)->find("Planted") == std::string::npos);
  CHECK(to_icalendar(d, shown, "x", today).find("Write") == std::string::npos);
  shown.dates_withheld = true;
  CHECK(project_xml(d, shown).errors().front().code == "export.withheld");
}
