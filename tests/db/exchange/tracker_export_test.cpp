#include "db/exchange/tracker_export.hpp"

#include "core/schedule/schedule.hpp"
#include "db/exchange/import.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("what is exported as a table imports as the same plan") {
  Dossier d = small_dossier();
  d = changed(d, "VFA.1", {"started=2026-01", "percent=50", "notes==not a formula", "next_step_owner=HOME", "restricted=notes;next_step"});
  d = changed(d, "RA.1", {"restricted=*"});
  d = linked(d, "VFA.1", "RA.1", {"type=SS", "lag=-2ed"});
  ImportOptions options;
  options.file = "t.csv";
  options.today = parse_day("2026-11-22").value();
  const auto in = import_tracker(tracker_csv(d), options);
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  CHECK(in->remarks.empty());
  REQUIRE(in->dossier.count(Kind::milestone) == d.count(Kind::milestone));
  const Dossier merged = merge_into(d, in->dossier, in->given).value();
  for (const Milestone& m : d.all<Milestone>()) {
    const Milestone* back = merged.find_code_as<Milestone>(m.code);
    REQUIRE(back != nullptr);
    for (const Field& field : type_of(Kind::milestone).fields) {
      CAPTURE(m.code);
      CAPTURE(field.name);
      CHECK(field.read(*back) == field.read(m));
    }
  }
  for (const Link& link : d.all<Link>()) {
    const Link* back = in->dossier.find_code_as<Link>(link.code);
    REQUIRE_MESSAGE(back != nullptr, link.code);
    CHECK(back->lag == link.lag);
  }
}

TEST_CASE("a table that comes back gives the same dates, in the same order") {
  const Day today = parse_day("2026-11-22").value();
  for (const char* settings : {"status_date_mode=today", "status_date_mode=none", "status_date_mode=fixed"})
    for (const char* calendar : {"calendar=weekdays", "calendar=eu", "calendar=eu+kz"}) {
      CAPTURE(settings);
      CAPTURE(calendar);
      Dossier d = small_dossier();
      d = changed(d, "DOSSIER", {settings, "plan_start=2026-02-02", "status_date=2026-06-01", calendar});
      d = changed(d, "VFA.1", {"started=2026-02-02", "position=7"});
      d = linked(d, "VFA.1", "RA.1", {"type=SS", "lag=-2ed"});
      const std::string table = tracker_csv(d);
      const auto in = import_tracker(table, {.file = "t.csv", .today = today, .start = {}, .holidays = {}, .names = {}});
      REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
      CHECK(tracker_csv(in->dossier) == table);
      const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .microsoft_dates = false, .towards = {}, .limit = {}};
      const Schedule before = schedule(d, options).value(), after = schedule(in->dossier, options).value();
      for (const Milestone& m : d.all<Milestone>()) {
        CAPTURE(m.code);
        const ScheduledMilestone* a = before.find(Id<Milestone>(m.id));
        const ScheduledMilestone* b = after.find(Id<Milestone>(in->dossier.find_code_as<Milestone>(m.code)->id));
        CHECK(a->early_start == b->early_start);
        CHECK(a->early_finish == b->early_finish);
      }
    }
}
