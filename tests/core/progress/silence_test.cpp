#include "core/progress/silence.hpp"

#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

using test::day;
using test::SmallDossier;

SmallDossier two_tracks() {
  SmallDossier d;
  d.add(Kind::track, "VFA", {{"title", "Visa facilitation"}});
  d.add(Kind::track, "RA", {{"title", "Readmission"}});
  d.stage("VFA.5", "pert:130,215,860ed", {{"track", "VFA"}, {"actual_start", "2025-12-02"}});
  d.stage("VFA.7", "55ed", {{"track", "VFA"}});
  d.stage("RA.5", "pert:130,215,860ed", {{"track", "RA"}, {"actual_start", "2025-12-02"}});
  return d;
}

SmallDossier with_rounds() {
  SmallDossier d = two_tracks();
  d.add(Kind::entry, "E.1",
        {{"title", "Round 1"},
         {"kind", "round"},
         {"date", "2025-12-02"},
         {"tracks", "VFA;RA"},
         {"milestones", "VFA.5;RA.5"}});
  d.add(Kind::entry, "E.2", {{"title", "Round 2"}, {"kind", "round"}, {"date", "2026-03-03"}, {"milestones", "VFA.5"}});
  return d;
}

TEST_CASE("context and appointments never count against silence") {
  SmallDossier d = with_rounds();
  d.add(Kind::entry, "E.3",
        {{"title", "New Constitution in force"}, {"kind", "context"}, {"date", "2026-07-01"}, {"tracks", "VFA"}});
  d.add(Kind::entry, "E.4", {{"title", "New minister"}, {"kind", "appointment"}, {"date", "2026-09-01"}});
  d.add(Kind::evidence, "EV.1", {{"title", "The gazette"}, {"date", "2026-07-01"}, {"entries", "E.3"}});
  const SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.dossier.last == day("2026-03-03"));
  CHECK(report.dossier.days == 264);
  CHECK(report.dossier.sign == d.id<Entry>("E.2"));
  CHECK(report.find(d.id<Track>("VFA")).days == 264);
}

TEST_CASE("a sign counts for what it names, and for the track of its milestone") {
  const SmallDossier d = with_rounds();
  const SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.find(d.id<Track>("RA")).last == day("2025-12-02"));
  CHECK(report.find(d.id<Track>("RA")).days == 355);
  CHECK(report.find(d.id<Milestone>("VFA.5")).days == 264);
  CHECK(report.find(d.id<Milestone>("RA.5")).days == 355);
  CHECK_FALSE(report.find(d.id<Milestone>("VFA.7")).last);
  CHECK_FALSE(report.find(d.id<Milestone>("VFA.7")).days);
}

TEST_CASE("an entry that names neither track nor milestone counts for the dossier only") {
  SmallDossier d = with_rounds();
  d.add(Kind::entry, "E.3", {{"title", "A statement"}, {"date", "2026-11-12"}});
  const SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.dossier.days == 10);
  CHECK(report.find(d.id<Track>("VFA")).days == 264);
}

TEST_CASE("fuzzy dates count with their earliest possible day, so that none makes a silence look shorter") {
  struct Row {
    const char* date;
    std::optional<int> days;
  };
  for (const Row& row :
       {Row{"2026-10", 52}, Row{"autumn 2026", 82}, Row{"2026", 325}, Row{"2026-10-01..", 52}, Row{"..2026-11-02", 20},
        Row{"2026-11-23", std::nullopt}, Row{"2026-12", std::nullopt}, Row{"unknown", std::nullopt}}) {
    CAPTURE(row.date);
    SmallDossier d;
    d.add(Kind::entry, "E.1", {{"title", "Something"}, {"date", row.date}});
    CHECK(measure_silence(d.build(), day("2026-11-22")).dossier.days == row.days);
  }
}

TEST_CASE("a file silent for longer than its limit is on hold, a finished one never") {
  SmallDossier d = with_rounds();
  CHECK_FALSE(measure_silence(d.build(), day("2026-11-28")).dossier.on_hold);  // the 270th day
  CHECK(measure_silence(d.build(), day("2026-11-29")).dossier.on_hold);
  CHECK(measure_silence(d.build(), day("2026-11-22")).find(d.id<Track>("RA")).on_hold);
  d.info({{"silence_limit", ""}});
  CHECK_FALSE(measure_silence(d.build(), day("2029-11-29")).dossier.on_hold);
  d.info({{"silence_limit", "30"}});
  d.set("RA.5", {{"actual_finish", "2026-01-15"}});
  const SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK_FALSE(report.find(d.id<Track>("RA")).on_hold);
  CHECK(report.find(d.id<Track>("VFA")).on_hold);
  CHECK(report.find(d.id<Track>("RA")).sign_kind == Kind::milestone);
}

TEST_CASE("evidence without a date takes that of what it shows, and counts where its entries count") {
  SmallDossier d = with_rounds();
  d.add(Kind::entry, "E.5", {{"title", "Visit"}, {"kind", "visit"}, {"date", "2026-05-01"}, {"tracks", "RA"}});
  d.add(Kind::evidence, "EV.1", {{"title", "Minutes"}, {"entries", "E.5"}, {"milestones", "VFA.7"}});
  const SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.find(d.id<Milestone>("VFA.7")).last == day("2026-05-01"));
  CHECK(report.find(d.id<Milestone>("VFA.7")).sign_kind == Kind::evidence);
  CHECK(report.find(d.id<Track>("RA")).sign_kind == Kind::entry);
}

TEST_CASE("what happened after the status date has not happened yet") {
  const SmallDossier d = with_rounds();
  const SilenceReport report = measure_silence(d.build(), day("2026-01-01"));
  CHECK(report.dossier.last == day("2025-12-02"));
  CHECK(report.dossier.days == 30);
}

TEST_CASE("only a milestone that has begun is judged, with its group, whatever is said of it before") {
  SmallDossier d = two_tracks();
  d.info({{"silence_limit", "30"}});
  d.add(Kind::entry, "E.1", {{"title", "Interview"}, {"date", "2026-03-03"}, {"milestones", "VFA.5;VFA.7"}});
  const SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.find(d.id<Milestone>("VFA.5")).on_hold);
  CHECK(report.find(d.id<Milestone>("VFA.7")).days == 264);
  CHECK_FALSE(report.find(d.id<Milestone>("VFA.7")).on_hold);
}

TEST_CASE("what is only said to be done, without its evidence, is no sign of life and stays open") {
  SmallDossier d = with_rounds();
  d.info({{"silence_limit", "30"}});
  d.set("VFA.5", {{"actual_finish", "2026-11-20"}, {"needs_evidence", "yes"}});
  SilenceReport report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.dossier.days == 264);
  CHECK(report.find(d.id<Milestone>("VFA.5")).on_hold);
  d.add(Kind::evidence, "EV.1", {{"title", "Minutes"}, {"url", "https://example.org"}, {"milestones", "VFA.5"}});
  report = measure_silence(d.build(), day("2026-11-22"));
  CHECK(report.dossier.days == 2);
  CHECK_FALSE(report.find(d.id<Milestone>("VFA.5")).on_hold);
}

}  // namespace
}  // namespace accord
