#include "core/edit/where.hpp"

#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

std::vector<std::string> matching(const Dossier& d, const RecordType& type, const char* text) {
  const auto filter = parse_where(type, text, d);
  REQUIRE_MESSAGE(filter.ok(), to_text(filter.ok() ? Diagnostic{} : filter.errors()[0]));
  std::vector<std::string> codes;
  for (const Record* record : d.records(type.kind))
    if ((*filter)(*record)) codes.push_back(record->code);
  return codes;
}

}  // namespace

TEST_CASE("the where language selects records") {
  Dossier d = small_dossier();
  d = changed(d, "VFA.1", {"started=2026-01", "finished=2026-03-10", "percent=100"});
  d = changed(d, "VFA.2", {"expected=spring 2027", "needs_evidence=yes"});
  const RecordType& type = type_of(Kind::milestone);
  using Codes = std::vector<std::string>;
  struct Row {
    const char* where;
    Codes codes;
  };
  const Row rows[] = {
      {"track = vfa", {"VFA.1", "VFA.2", "VFA.3"}},
      {"track != VFA", {"RA.1"}},
      {"title ~ round", {"VFA.2", "RA.1"}},
      {"title ~ \"readmission r\"", {"RA.1"}},
      {"owner is empty", {"VFA.2", "VFA.3", "RA.1"}},
      {"owner is not empty", {"VFA.1"}},
      {"not owner is empty", {"VFA.1"}},
      {"code in (VFA.1, RA.1)", {"VFA.1", "RA.1"}},
      {"actual_finish < 2026-04", {"VFA.1"}},
      {"actual_finish > 2026-03-09", {"VFA.1"}},
      {"actual_finish = 2026-03", {"VFA.1"}},
      {"actual_start < 2026-01-15", {}},   // the latest day of "January" is the 31st
      {"actual_start > 2025-12-31", {"VFA.1"}},
      {"expected = 2027-05-01", {"VFA.2"}},
      {"expected > 2027", {}},
      {"expected = spring 2027 and needs_evidence = yes", {"VFA.2"}},
      {"percent >= 100 or duration <= 1w", {"VFA.1", "RA.1"}},
      {"percent != 100", {"VFA.2", "VFA.3", "RA.1"}},
      {"kind = event or (track = VFA and not title ~ mandate)", {"VFA.2", "VFA.3"}},
      {"track = VFA and title ~ rounds or kind = event", {"VFA.2", "VFA.3"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.where);
    CHECK(matching(d, type, row.where) == row.codes);
  }
}

TEST_CASE("lists of records match by any of their codes") {
  const Dossier d = added(small_dossier(), Kind::entry, {"title=Round 1", "milestones=VFA.2; RA.1"});
  CHECK(matching(d, type_of(Kind::entry), "milestones = ra.1").size() == 1);
  CHECK(matching(d, type_of(Kind::entry), "milestones = VFA.1").empty());
}

TEST_CASE("a wrong expression is refused with its column and what would fit") {
  const Dossier d = small_dossier();
  struct Row {
    const char* where;
    const char* code;
    int column;
  };
  const Row rows[] = {
      {"ownr = HOME", "where.field", 1}, {"title", "where.syntax", 6},          {"title = ", "where.syntax", 9},
      {"title = \"a", "where.syntax", 9}, {"(title = a", "where.syntax", 11},   {"percent > many", "where.value", 11},
      {"title = a )", "where.syntax", 11}, {"code in VFA.1", "where.syntax", 9}, {"title is full", "where.syntax", 10},
      {"", "where.syntax", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.where);
    const auto filter = parse_where(type_of(Kind::milestone), row.where, d);
    REQUIRE_FALSE(filter.ok());
    CHECK(filter.errors()[0].code == row.code);
    CHECK(filter.errors()[0].place.column == row.column);
  }
  CHECK(parse_where(type_of(Kind::milestone), std::string(5000, '(').c_str(), d).errors()[0].code == "where.syntax");
}
