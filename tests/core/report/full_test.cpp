// What the full report holds beside the standing.
#include <algorithm>

#include "core/report/reports.hpp"
#include "tests/core/report/lines.hpp"
#include "tests/core/report/standings.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;

constexpr const char* today = "2026-11-22";

Document full_report_of(const Dossier& dossier, const Tongue& tongue = Tongue::english()) {
  const ScheduleOptions options = test::options_on(today);
  const Schedule plan = schedule(dossier, options).value();
  const MandateReport mandates = assess_mandates(dossier, plan, options);
  const StandingInput input{.dossier = dossier, .schedule = plan, .mandates = mandates, .changes = nullptr, .earlier_plan = nullptr};
  return build_full({.data = input, .standing = standing(input), .timeline = {}}, {}, tongue);
}

std::vector<doc::Table> tables_of(const Document& document) {
  std::vector<doc::Table> out;
  for (const doc::Block& block : document.blocks)
    if (const auto* table = std::get_if<doc::Table>(&block)) out.push_back(*table);
  return out;
}

bool says(const std::vector<std::string>& lines, std::string_view part) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(part) != line.npos; });
}

SmallDossier file() {
  SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2025-01-01"}});
  d.add(Kind::track, "VFA", {{"title", "Visa facilitation"}});
  d.add(Kind::track, "RA", {{"title", "Readmission"}});
  return d;
}

TEST_CASE("the points of two agreements stand apart, each under its own") {
  SmallDossier d = file();
  d.add(Kind::open_point, "OP.1", {{"title", "Joint committee"}, {"track", "VFA"}, {"article", "12"}});
  d.add(Kind::open_point, "OP.2", {{"title", "Joint committee"}, {"track", "RA"}, {"article", "19"}});
  const Document report = full_report_of(d.build());
  std::vector<std::string> captions;
  for (const doc::Table& table : tables_of(report))
    if (table.rows.front().at(1).front().text == "Joint committee") captions.push_back(table.caption);
  CHECK(captions == std::vector<std::string>{"Visa facilitation", "Readmission"});
  const auto lines = test::lines_of(report);
  CHECK(std::ranges::count(lines, "# Points of the text") == 1);
}

TEST_CASE("a promise's state has one word, and a column of dates one style") {
  SmallDossier d = file();
  d.event("VFA.1", {{"title", "Opened"}, {"track", "VFA"}, {"actual_finish", "2025-12-02"}});
  d.event("VFA.2", {{"title", "Mandate"}, {"track", "VFA"}, {"actual_finish", "2025-04"}});
  d.event("VFA.3", {{"title", "Asked"}, {"track", "VFA"}, {"actual_finish", "unknown"}});
  d.add(Kind::commitment, "C.1", {{"title", "Send the text"}, {"due", "2026-02-28"}, {"state", "slipped"}, {"resolved", "2026-03-03"}});
  const auto lines = test::lines_of(full_report_of(d.build()));
  CHECK(says(lines, "| 28 Feb 2026 | slipped"));
  CHECK(says(lines, "| 2 Dec 2025"));
  CHECK(says(lines, "| April 2025"));
  CHECK(says(lines, "done, day not known"));
  CHECK_FALSE(says(lines, "an unknown day"));
}

TEST_CASE("numbers of a Russian report have their comma") {
  SmallDossier d = file();
  d.add(Kind::benchmark, "B.1", {{"title", "Passports"}, {"block", "1"}, {"own_score", "7.5"}});
  CHECK(says(test::lines_of(full_report_of(d.build(), Tongue("ru", nullptr))), "| 7,5"));
}

}  // namespace
}  // namespace accord
