#include "core/edit/collection.hpp"

#include "core/edit/edition.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/dossiers.hpp"

namespace accord {
namespace {

using namespace test;

Dossier asked() {
  Dossier d;
  d = added(d, Kind::party, {"code=MIA", "title=Ministry of the Interior"});
  d = added(d, Kind::party, {"code=MFA", "title=Ministry of Foreign Affairs"});
  d = added(d, Kind::milestone, {"code=A", "title=Opening", "estimate=10d", "owner=MIA"});
  d = added(d, Kind::benchmark, {"code=B.1", "title=Biometric passports", "owner=MIA", "ladder=drafted"});
  d = added(d, Kind::benchmark, {"code=B.2", "title=Border law", "owner=MFA", "co_owner=MIA", "own_score=4"});
  d = added(d, Kind::benchmark, {"code=B.3", "title=Done already", "owner=MIA", "ladder=verified"});
  d = added(d, Kind::measure,
            {"code=ME.1", "title=Buy printers", "benchmark=B.1", "owner=MIA", "notes=secret", "restricted.notes=yes"});
  d = added(d, Kind::commitment, {"code=C.1", "title=Send the list", "by_party=MIA", "due=2026-03"});
  return d;
}

FormRows filled(const FormTable& form) {
  FormRows rows;
  const auto add = [&](const std::vector<std::string>& cells) {
    rows.emplace_back();
    for (const std::string& text : cells)
      rows.back().push_back({text, static_cast<int>(rows.size()), static_cast<int>(rows.back().size()) + 1});
  };
  add(form.columns);
  for (const auto& row : form.rows) add(row);
  return rows;
}

void fill(FormRows& rows, const std::string& code, const std::string& column, const std::string& text) {
  for (auto& row : rows)
    for (std::size_t i = 0; i < rows.front().size(); ++i)
      if (row[2].text == code && rows.front()[i].text == column) row[i].text = text;
}

FormTable form_of(const Dossier& d) {
  return collection_form(d, Id<Party>(d.find_code("MIA")->record->id), {"MIA", 3, "0123456789ab"});
}

std::string outcomes(const Collected& c) {
  std::string text;
  for (const CollectedCell& cell : c.cells)
    text += cell.code + "." + cell.field + " " + std::string(outcome_word(cell.outcome)) + "; ";
  return text;
}

TEST_CASE("a form holds what the party owes and nothing that is restricted") {
  const FormTable form = form_of(asked());
  REQUIRE(form.rows.size() == 5);
  std::string codes, everything;
  for (const auto& row : form.rows) {
    codes += row[2] + " ";
    CHECK(row[0] == "MIA@3-0123456789ab");
    for (const std::string& cell : row) everything += cell + "|";
  }
  CHECK(codes == "A B.1 B.2 ME.1 C.1 ");
  CHECK(everything.find("secret") == std::string::npos);
}

TEST_CASE("a form that comes back untouched changes nothing") {
  const Dossier d = asked();
  const Collected c = merge_form(filled(form_of(d)), {.now = d, .then = d, .since = {}});
  CHECK(c.changes.empty());
  CHECK(c.cells.empty());
  CHECK(c.untouched == 5);
}

TEST_CASE("each cell is accepted, refused with its reason, or in conflict with something newer") {
  const Dossier then = asked();
  Dossier now = changed(then, "B.2", {"own_score=6"});
  now = changed(now, "A", {"next_step=Send the agenda"});
  FormRows rows = filled(form_of(then));
  fill(rows, "B.1", "ladder", "adopted");
  fill(rows, "B.1", "evidence_act", "Law 12-IV");
  fill(rows, "B.1", "own_score", "11");
  fill(rows, "B.2", "own_score", "9");
  fill(rows, "A", "next_step", "Send the agenda");
  fill(rows, "ME.1", "ladder", "printed");
  fill(rows, "ME.1", "own_score", "5");
  fill(rows, "C.1", "state", "kept");
  fill(rows, "C.1", "resolved", "2026-03-05");
  const JournalEntry newer{
      .number = 4, .time = 0, .author = "Aizhan", .summary = {}, .why = {}, .changes = diff(then, now), .hash = {}};
  const Collected c = merge_form(rows, {.now = now, .then = then, .since = {&newer, 1}});
  CHECK(outcomes(c) ==
        "A.next_step already so; B.1.ladder accepted; B.1.own_score refused; B.1.evidence accepted; B.2.own_score "
        "conflicting; ME.1.own_score refused; ME.1.ladder refused; C.1.state accepted; C.1.resolved accepted; ");
  const Dossier after = apply_changes(now, c.changes).value();
  CHECK(after.find_code_as<Benchmark>("B.1")->ladder == "adopted");
  CHECK(after.find_code_as<Benchmark>("B.2")->own_score == 6);
  CHECK(after.find_code_as<Commitment>("C.1")->state == CommitmentState::kept);
  REQUIRE(after.all<Evidence>().size() == 1);
  CHECK(after.all<Evidence>()[0].act_number == "Law 12-IV");
  CHECK(c.cells[4].sentence ==
        "The file was changed after the form was sent out: it now says \"6\" (revision 4, Aizhan).");
  const Collected again = merge_form(rows, {.now = after, .then = then, .since = {}});
  CHECK(again.changes.empty());
}

TEST_CASE("a remark is added to the notes, which no form shows") {
  Dossier d = changed(asked(), "B.1", {"notes=Ours alone"});
  FormRows rows = filled(form_of(d));
  for (const auto& row : rows)
    for (const FormCell& cell : row) CHECK(cell.text.find("Ours") == std::string::npos);
  fill(rows, "B.1", "notes", "The printer has come");
  const Collected c = merge_form(rows, {.now = d, .then = d, .since = {}});
  const Dossier after = apply_changes(d, c.changes).value();
  CHECK(after.find_code_as<Benchmark>("B.1")->notes == "Ours alone\nThe printer has come");
  CHECK(merge_form(rows, {.now = after, .then = d, .since = {}}).changes.empty());
}

TEST_CASE("a hyphen takes away, an emptied cell does not") {
  const Dossier d = asked();
  FormRows rows = filled(form_of(d));
  fill(rows, "B.2", "own_score", "-");
  Collected c = merge_form(rows, {.now = d, .then = d, .since = {}});
  CHECK_FALSE(apply_changes(d, c.changes).value().find_code_as<Benchmark>("B.2")->own_score);
  fill(rows, "B.2", "own_score", "");
  c = merge_form(rows, {.now = d, .then = d, .since = {}});
  CHECK(c.changes.empty());
}

TEST_CASE("rows that the form never had are refused, and a form without its marks cannot be read") {
  const Dossier d = asked();
  FormRows rows = filled(form_of(d));
  rows.back()[2].text = "NEW.1";
  const Collected c = merge_form(rows, {.now = d, .then = d, .since = {}});
  CHECK(outcomes(c) == "NEW.1.code refused; ");
  CHECK(stamp_of(rows, "f.csv").value().revision == 3);
  rows.back()[0].text = "MIA@9-0123456789ab";
  CHECK(stamp_of(rows, "f.csv").errors().front().code == "form.stamp");
  rows.front()[0].text = "Formular";
  CHECK(stamp_of(rows, "f.csv").errors().front().code == "form.columns");
}

}  // namespace
}  // namespace accord
