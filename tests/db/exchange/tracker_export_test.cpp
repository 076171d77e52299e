#include "db/exchange/tracker_export.hpp"

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
