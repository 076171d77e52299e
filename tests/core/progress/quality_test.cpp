#include "core/progress/quality.hpp"

#include <algorithm>

#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;

Diagnostics findings(const SmallDossier& d, const std::string& today = "2026-11-22") {
  ScheduleOptions options;
  options.today = day(today);
  const Dossier dossier = d.build();
  return check_plan(dossier, schedule(dossier, options).value());
}

// "code record" of each finding.
std::vector<std::string> listed(const SmallDossier& d) {
  std::vector<std::string> lines;
  for (const Diagnostic& found : findings(d)) lines.push_back(found.code + " " + found.place.record);
  return lines;
}

bool has(const SmallDossier& d, const std::string& line) {
  const auto lines = listed(d);
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// A finished, B running with fresh news, C open and a goal: nothing to find.
SmallDossier sound() {
  SmallDossier d;
  d.info({{"calendar", "weekdays"}, {"plan_start", "2026-01-01"}});
  d.add(Kind::track, "T", {{"title", "Track"}});
  d.stage("A", "5d", {{"track", "T"}, {"actual_start", "2026-10-05"}, {"actual_finish", "2026-10-09"}});
  d.stage("B", "50d", {{"track", "T"}, {"actual_start", "2026-10-12"}});
  d.stage("C", "10d", {{"track", "T"}});
  d.link("A", "B").link("B", "C");
  d.add(Kind::mandate, "M", {{"title", "Term"}, {"start", "2026-01-01"}, {"end", "2027-12-31"}});
  d.add(Kind::goal, "G", {{"mandate", "M"}, {"milestone", "C"}});
  return d;
}

TEST_CASE("a sound plan has no findings") { CHECK(listed(sound()).empty()); }

TEST_CASE("each weakness is found once, with its record and an advice") {
  struct Row {
    const char* finding;
    void (*spoil)(SmallDossier&);
  };
  const Row rows[] = {
      {"plan.open_start D",
       [](SmallDossier& d) {
         d.stage("D", "1d", {{"track", "T"}}).link("D", "C");
       }},
      {"plan.open_end D",
       [](SmallDossier& d) {
         d.stage("D", "1d", {{"track", "T"}}).link("A", "D");
       }},
      {"plan.no_estimate D",
       [](SmallDossier& d) {
         d.add(Kind::milestone, "D", {{"title", "D"}, {"kind", "stage"}, {"track", "T"}}).link("A", "D").link("D", "C");
       }},
      {"plan.hard_constraint C",
       [](SmallDossier& d) {
         d.set("C", {{"constraint", "mfo"}, {"constraint_date", "2027-06-01"}});
       }},
      {"plan.long_stage C",
       [](SmallDossier& d) {
         d.set("C", {{"estimate", "500ed"}});
       }},
      {"plan.stale B",
       [](SmallDossier& d) {
         d.set("A", {{"actual_start", "2026-01-05"}, {"actual_finish", "2026-01-09"}})
             .set("B", {{"actual_start", "2026-01-12"}});
       }},
      {"plan.overdue C",
       [](SmallDossier& d) {
         d.set("C", {{"expected", "autumn 2025"}});
       }},
      {"plan.overdue B",
       [](SmallDossier& d) {
         d.set("B", {{"next_step_due", "2026-11-01"}});
       }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.finding);
    SmallDossier d = sound();
    row.spoil(d);
    CHECK(listed(d) == std::vector<std::string>{row.finding});
    for (const Diagnostic& found : findings(d)) {
      CHECK_FALSE(found.message.empty());
      CHECK_FALSE(found.advice.empty());
      CHECK(found.severity != Severity::error);
    }
  }
}

TEST_CASE("leads, long lags and laws without citation are findings on the link") {
  SmallDossier d = sound();
  d.event("D", {{"track", "T"}});
  d.link("B", "D", {{"lag", "-2d"}})
      .link("A", "C", {{"lag", "200ed"}})
      .link("D", "C", {{"basis", "law"}, {"lag", "200ed"}});
  const auto lines = listed(d);
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return line.rfind("plan.lead B>D", 0) == 0; }) == 1);
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return line.rfind("plan.long_lag A>C", 0) == 0; }) == 1);
  CHECK(std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
          return line.rfind("plan.law_without_citation D>C", 0) == 0;
        }) == 1);
  CHECK(lines.size() == 3);
}

TEST_CASE("facts against the links are out of sequence, or override the law") {
  SmallDossier d = sound();
  d.set("B", {{"actual_start", "2026-10-07"}});
  const auto lines = listed(d);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].rfind("plan.out_of_sequence A>B", 0) == 0);
  d.set("A", {{"actual_finish", "2026-10"}});  // not known to the day: nothing can be said
  CHECK(listed(d).empty());

  SmallDossier law = sound();
  law.event("P", {{"track", "T"}, {"actual_finish", "2026-10-01"}});
  law.link("P", "B", {{"lag", "30ed"}, {"basis", "law"}, {"citation", "Art. 5(2)"}});
  const auto overridden = findings(law);
  REQUIRE(overridden.size() == 1);
  CHECK(overridden[0].code == "plan.law_overridden");
  CHECK(overridden[0].message.find("Art. 5(2)") != std::string::npos);
  CHECK(overridden[0].message.find("31 October 2026") != std::string::npos);
}

TEST_CASE("a stage that has ended is not said to have happened on the day on which it began") {
  SmallDossier law = sound();
  law.event("P", {{"track", "T"}, {"actual_finish", "2026-10-01"}});
  law.set("A", {{"actual_start", "2026-10-02"}, {"actual_finish", "2026-10-03"}});
  law.set("B", {{"actual_start", "2026-10-15"}, {"actual_finish", "2026-10-20"}});
  law.link("P", "B", {{"lag", "30ed"}, {"basis", "law"}, {"citation", "Art. 5(2)"}});
  const auto all = findings(law);
  const auto overridden = std::ranges::find(all, "plan.law_overridden", &Diagnostic::code);
  REQUIRE(overridden != all.end());
  CHECK(overridden->message.find("began on 15 October 2026") != std::string::npos);
  CHECK(overridden->message.find("happened") == std::string::npos);
}

TEST_CASE("a goal that nothing begun leads to is a finding") {
  SmallDossier d = sound();
  d.stage("X", "5d", {{"track", "T"}}).stage("Y", "5d", {{"track", "T"}}).link("X", "Y");
  d.add(Kind::goal, "G2", {{"mandate", "M"}, {"milestone", "Y"}});
  CHECK(has(d, "plan.goal_no_path G2"));
  CHECK_FALSE(has(d, "plan.goal_no_path G"));
}

}  // namespace
}  // namespace accord
