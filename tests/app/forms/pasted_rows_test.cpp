#include "app/forms/pasted_rows.hpp"

#include "app/data/templates.hpp"
#include "app/session/read_plan.hpp"
#include "db/exchange/xlsx.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

const ColumnNames heads{{"Код", "code"}, {"Веха", "title"}, {"Ответственный", "owner"}, {"Срок", "left_out"}};

std::string shown(const Milestone& m, const std::string& head) {
  return head == "Код" ? m.code : head == "Веха" ? m.title : head == "Срок" ? "2027-03-01" : "";
}

PastedRows pasted(const std::string& text, const Dossier& dossier) {
  return {parse_csv(text, "").value(), dossier, nullptr, heads, shown};
}

Dossier taken(const PastedRows& rows, const Dossier& dossier) {
  ImportOptions options;
  options.today = Day{date::year{2026} / 12 / 5};
  options.names = rows.names();
  options.into = &dossier;
  const auto imported = import_tracker(csv_from(rows.rows()), options);
  REQUIRE(imported);
  const auto changes = changes_of(*imported, dossier, {});
  REQUIRE(changes);
  return apply_changes(dossier, *changes).value();
}

}  // namespace

TEST_CASE("a table that comes back from a spreadsheet untouched says nothing") {
  const Dossier dossier = *sample();
  const Milestone& m = *dossier.find_code_as<Milestone>("VFA.5");
  CHECK(pasted("Код\tВеха\tСрок\nVFA\tX\t\nVFA.5\t" + m.title + "\t2027-03-01\n", dossier).rows().size() == 1);
  CHECK(pasted("Код\tВеха\tСрок\nVFA.5\t" + m.title + "\t2028-12-31\n", dossier).rows().size() == 1);  // computed here
}

TEST_CASE("what was typed over is changed, what was added goes on the track above it, and nothing else is touched") {
  const Dossier dossier = *sample();
  const Milestone& m = *dossier.find_code_as<Milestone>("RA.5");
  const PastedRows rows = pasted("Код\tВеха\tСрок\nRA\tReadmission\t\nRA.5\tRounds, with care\t2027-03-01\nRA.5b\tTidy the text\t\n", dossier);
  REQUIRE(rows.rows().size() == 3);
  const Dossier after = taken(rows, dossier);
  Milestone expected = m;
  expected.title = "Rounds, with care";
  expected.translations.set("ru", "title", "");  // of the title that is no more
  expected.translations.set("kk", "title", "");
  CHECK(same_record(Kind::milestone, expected, *after.find_code_as<Milestone>("RA.5")));
  const Milestone* added = after.find_code_as<Milestone>("RA.5b");
  REQUIRE(added);
  CHECK(added->title == "Tidy the text");
  CHECK(after.code_of(Kind::track, added->track) == "RA");
  for (const Track& track : dossier.all<Track>()) CHECK(same_record(Kind::track, track, *after.find(Id<Track>(track.id))));
  for (const RecordType& type : record_types())
    CHECK(after.count(type.kind) == dossier.count(type.kind) + (type.kind == Kind::milestone ? 1U : 0U));
}

TEST_CASE("a table of one's own keeps its heads, and rows that are too short are filled") {
  const Dossier dossier = *sample();
  const PastedRows rows = pasted("code,title,track\nVFA.5,New title\nZ.1,Another,RA\n", dossier);
  REQUIRE(rows.rows().size() == 3);
  CHECK(rows.names().empty());
  CHECK(rows.rows()[1].size() == 3);
  const Dossier after = taken(rows, dossier);
  CHECK(after.find_code_as<Milestone>("VFA.5")->title == "New title");
  CHECK(after.code_of(Kind::track, after.find_code_as<Milestone>("Z.1")->track) == "RA");
}
