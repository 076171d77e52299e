// What a successor and an evaluation mission are handed.
#include <algorithm>
#include <set>

#include "core/report/benchmarks_report.hpp"
#include "core/report/handover.hpp"
#include "tests/core/report/lines.hpp"
#include "tests/core/report/standings.hpp"

namespace accord {
namespace {

using test::day;
using test::lines_of;
using test::SmallDossier;

constexpr const char* today = "2026-11-22";

bool says(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// What stands below a heading, up to the next.
std::vector<std::string> below(const std::vector<std::string>& lines, const std::string& heading) {
  auto at = std::find(lines.begin(), lines.end(), "# " + heading);
  REQUIRE_MESSAGE(at != lines.end(), heading);
  std::vector<std::string> out;
  for (++at; at != lines.end() && !at->starts_with("# "); ++at) out.push_back(*at);
  return out;
}

// The days that a spreadsheet takes from the tables for dates.
std::set<Day> days_in(const Document& document) {
  std::set<Day> out;
  for (const doc::Block& block : document.blocks)
    if (const auto* table = std::get_if<doc::Table>(&block))
      for (const auto& row : table->rows)
        for (std::size_t i = 0; i < row.size(); ++i)
          if (table->columns[i].kind == doc::ColumnKind::day)
            for (const doc::Run& run : row[i])
              if (run.day) out.insert(*run.day);
  return out;
}

SmallDossier file() {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.add(Kind::party, "MFA", {{"title", "Ministry"}, {"side", "partner"}});
  d.add(Kind::party, "COM", {{"title", "Commission"}, {"side", "eu"}});
  return d;
}

TEST_CASE("the handover pack says what is owed, by whom, and what nobody knows") {
  SmallDossier d = file();
  d.event("V.1", {{"title", "Signature"}, {"deadline", "2027-01-15"}, {"owner", "COM"}});
  d.add(Kind::person, "OLD", {{"title", "Before"}, {"role", "Chair"}, {"party", "MFA"}, {"valid_to", "2026-06-30"}});
  d.add(Kind::person, "NEW", {{"title", "After"}, {"role", "Chair"}, {"party", "MFA"}, {"valid_from", "2026-07-01"}});
  d.add(Kind::person, "SEEN", {{"title", "Beside"}, {"role", "Deputy"}, {"party", "MFA"}, {"valid_from", "by 2025-10-28"}});
  d.add(Kind::commitment, "C.1",
        {{"title", "Send the text"}, {"by_person", "NEW"}, {"by_party", "MFA"}, {"due", "2026-11-01"}});
  d.add(Kind::commitment, "C.2",
        {{"title", "Fix the round"},
         {"by_party", "MFA"},
         {"due", "2026-05"},
         {"state", "kept"},
         {"resolved", "2026-05-20"}});
  d.add(Kind::question, "Q.1", {{"title", "Who signs?"}, {"ask", "Commission"}, {"since", "2026-10-01"}});
  d.add(Kind::open_point, "OP.1", {{"title", "Fee"}, {"our_position", "35 euros"}, {"state", "in_brackets"}});
  d.add(Kind::open_point, "OP.2", {{"title", "Scope"}, {"state", "agreed"}});
  d.add(Kind::position, "PO.1", {{"title", "Wants a pause"}, {"party", "COM"}, {"stance", "reserve"}, {"source", "https://example.org/said"}});
  const Dossier dossier = d.build();
  const Document handover = build_handover(dossier, test::standing_of(dossier, today), {});
  const auto lines = lines_of(handover);
  CHECK(says(lines, "- Commission: reserve. Wants a pause. (PO.1)"));
  REQUIRE(handover.footnotes.size() == 1);
  CHECK(doc::words_of(handover.footnotes.front()) == "https://example.org/said");
  CHECK(says(lines, "15 January 2027 | Deadline: Signature (V.1) | Commission"));
  const auto promises = below(lines, "Open promises");
  REQUIRE(promises.size() == 3);
  CHECK(promises[0].starts_with("- Send the text (C.1, After): "));
  CHECK(promises[1] == "- Ministry. Made 2 promises: 1 kept, 1 open, of which 1 overdue.");
  CHECK(promises[2] == "- After. Made 1 promise: 1 open, of which 1 overdue.");
  CHECK(below(lines, "What nobody knows yet").size() == 1);
  const auto people = below(lines, "Who is who");
  REQUIRE(people.size() == 2);
  CHECK(people[0] == "After | Chair | Ministry | since 1 July 2026");
  CHECK(people[1].starts_with("Beside | Deputy | Ministry | since 28 October 2025 at the latest"));
  const auto points = below(lines, "Open points of the text");
  REQUIRE(points.size() == 1);
  CHECK(points[0] == "Fee (OP.1, in brackets) | 35 euros");  // what nobody has filled has no column
}

TEST_CASE("the next ten dates are those of the agreement, and of presidencies only the next") {
  SmallDossier d = file();
  d.stage("V.1", "60ed", {{"title", "Rounds"}, {"actual_start", "2026-10-03"}});
  d.event("V.2", {{"title", "Signature"}});
  d.link("V.1", "V.2");
  d.add(Kind::mandate, "M", {{"title", "Her term"}, {"kind", "term"}, {"end", "2027-03-31"}});
  d.add(Kind::goal, "G", {{"title", "Signature"}, {"mandate", "M"}, {"milestone", "V.2"}});
  for (int i = 0; i < 6; ++i)
    d.add(Kind::mandate, "P." + std::to_string(i),
          {{"title", "Presidency " + std::to_string(i)}, {"kind", "presidency"}, {"end", std::to_string(2026 + i) + "-12-31"}});
  d.add(Kind::entry, "E.1",
        {{"title", "Round 3 to be held in Brussels"}, {"kind", "context"}, {"date", "2026-11-20"}, {"next_announced", "2027-01"}});
  const Dossier dossier = d.build();
  const auto dates = below(lines_of(build_handover(dossier, test::standing_of(dossier, today), {})), "The next ten dates");
  const auto stands = [&](const char* text) {
    return std::any_of(dates.begin(), dates.end(), [&](const std::string& line) { return line.find(text) != line.npos; });
  };
  CHECK(stands("January 2027 | Announced: Round 3 to be held in Brussels (E.1)"));
  CHECK(stands("Point of no return for Signature (V.2)"));
  CHECK(stands(" forecast | Rounds (V.1)"));
  CHECK(stands(" forecast | Signature (V.2)"));
  CHECK(stands("31 December 2026 | Presidency 0 ends"));
  CHECK_FALSE(stands("Presidency 1"));
  CHECK(stands("31 March 2027 | Her term ends"));
  const std::set<Day> days = days_in(build_handover(dossier, test::standing_of(dossier, today), {}));
  for (const char* known : {"2026-11-20", "2026-12-31", "2027-03-31"}) CHECK_MESSAGE(days.contains(day(known)), known);
  CHECK_FALSE(days.contains(day("2027-01-31")));  // announced for January: no day
}

TEST_CASE("the next ten dates are the nearest, whatever they rest on") {
  SmallDossier d = file();
  d.stage("V.0", "10ed", {{"title", "First talks"}});
  for (int i = 1; i < 8; ++i) {
    d.stage("V." + std::to_string(i), "10ed", {{"title", "Talks " + std::to_string(i)}});
    d.link("V." + std::to_string(i - 1), "V." + std::to_string(i));
    d.event("D." + std::to_string(i), {{"title", "Later " + std::to_string(i)}, {"deadline", "2028-0" + std::to_string(i) + "-01"}});
  }
  const Dossier dossier = d.build();
  const auto dates = below(lines_of(build_handover(dossier, test::standing_of(dossier, today), {})), "The next ten dates");
  REQUIRE(dates.size() == 10);
  const auto talks = std::ranges::count_if(dates, [](const std::string& line) { return line.find("alks") != line.npos; });
  CHECK(talks == 8);
}

TEST_CASE("the handover pack of an empty file says that there is nothing rather than being empty") {
  const Dossier dossier = file().build();
  const auto lines = lines_of(build_handover(dossier, test::standing_of(dossier, today), {}));
  CHECK(below(lines, "The next ten dates") == std::vector<std::string>{"No date lies ahead in the file."});
  CHECK(below(lines, "Open promises") == std::vector<std::string>{"No promise is open."});
}

TEST_CASE("the benchmarks report counts by block and phase, shows both scores, the gap and what shows it") {
  SmallDossier d = file();
  d.add(Kind::benchmark, "B.1", {{"title", "Passports"}, {"block", "1"}, {"phase", "1"}, {"ladder", "verified"}});
  d.add(Kind::benchmark, "B.2",
        {{"title", "Registry"}, {"block", "1"}, {"phase", "2"}, {"ladder", "drafted"}, {"own_score", "8"}});
  d.add(Kind::benchmark, "B.3", {{"title", "Borders"}, {"block", "2"}, {"phase", "1"}});
  d.add(Kind::assessment, "AS.1",
        {{"benchmark", "B.2"},
         {"assessor", "COM"},
         {"date", "2026-05-12"},
         {"wording", "partially fulfilled"},
         {"score", "5"}});
  d.add(Kind::evidence, "EV.1", {{"title", "Law"}, {"kind", "act"}, {"act_number", "Law 7"}, {"date", "2026-05-04"}, {"benchmarks", "B.2"}});
  const auto lines = lines_of(build_benchmarks(d.build(), day(today), {}));
  CHECK(lines.front().starts_with("2 of 3 benchmarks are open"));
  CHECK(says(lines, "Block 1 | 0 of 1 | 1 of 1"));
  CHECK(says(lines, "Block 2 | 1 of 1 | –"));
  CHECK(says(lines, "Drafted | 1"));
  CHECK(says(lines,
             "Registry (B.2, open since 12 May 2026) | Drafted | 8 | 5 | +3.0 | partially fulfilled | Law 7 | 4 May 2026 | Amber"));
  CHECK(says(lines, "Borders (B.3) | Not started | none | Grey"));  // nobody scored anything in that block
  const Document report = build_benchmarks(d.build(), day(today), {});
  CHECK(days_in(report).contains(day("2026-05-04")));
}

TEST_CASE("addresses of what shows a benchmark stand in the notes, not in a narrow column") {
  SmallDossier d = file();
  d.add(Kind::benchmark, "B.1", {{"title", "Passports"}, {"block", "1"}});
  d.add(Kind::evidence, "EV.1", {{"title", "News of the law"}, {"kind", "link"}, {"url", "https://example.org/a/long/address"}, {"benchmarks", "B.1"}});
  const Document report = build_benchmarks(d.build(), day(today), {});
  CHECK(says(lines_of(report), "Passports (B.1) | Not started | News of the law | Grey"));
  REQUIRE(report.footnotes.size() == 1);
  CHECK(doc::words_of(report.footnotes.front()) == "News of the law, https://example.org/a/long/address");
}

TEST_CASE("the benchmarks report of a file without benchmarks says so") {
  CHECK(lines_of(build_benchmarks(file().build(), day(today), {})).front() == "No benchmark is recorded.");
}

}  // namespace
}  // namespace accord
