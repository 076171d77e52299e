#include "core/edit/collection.hpp"

#include "core/edit/edition.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/small_dossier.hpp"

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

TEST_CASE("what a form only shows is refused where it comes back changed, unless the file says so by now") {
  const Dossier then = asked();
  FormRows rows = filled(form_of(then));
  fill(rows, "C.1", "due", "2027-06-01");
  fill(rows, "B.1", "what", "Not agreed");
  const Collected c = merge_form(rows, {.now = then, .then = then, .since = {}});
  CHECK(outcomes(c) == "B.1.what refused; C.1.due refused; ");
  CHECK(c.changes.empty());
  CHECK(c.cells[1].sentence == "The form does not ask for the due date: this column is for reading only.");
  const Dossier now = changed(changed(then, "C.1", {"due=2027-06-01"}), "B.1", {"title=Not agreed"});
  CHECK(merge_form(rows, {.now = now, .then = then, .since = {}}).cells.empty());
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

// Something to find again, by the type of the field; "" where a form never holds the type's own words.
std::string mark_for(FieldType type) {
  switch (type) {
    case FieldType::text:
    case FieldType::long_text:
      return "Zarathustra";
    case FieldType::day:
    case FieldType::fuzzy_date:
      return "2031-07-17";
    case FieldType::number:
      return "3.25";
    default:
      return "";
  }
}

// The form's text where a record of the kind has the mark in that one field.
std::string form_with(Kind kind, const Field& field, const std::string& mark, bool restricted) {
  SmallDossier d;
  d.add(Kind::party, "MIA", {{"title", "Ministry of the Interior"}});
  d.add(Kind::benchmark, "B.0", {{"title", "Law"}});
  SmallDossier::Fields fields{{"title", "Asked about"}};
  if (kind == Kind::commitment) fields.push_back({"by_party", "MIA"});
  else fields.push_back({"owner", "MIA"});
  if (kind == Kind::measure) fields.push_back({"benchmark", "B.0"});
  fields.push_back({std::string(field.name), mark});
  if (restricted) fields.push_back({"restricted", std::string(field.name)});
  d.add(kind, "X", fields);
  const Dossier dossier = d.build();
  std::string text;
  for (const auto& row : collection_form(dossier, d.id<Party>("MIA"), {"MIA", 3, "0123456789ab"}).rows)
    for (const std::string& cell : row) text += cell + "|";
  return text;
}

TEST_CASE("whichever field is restricted, its value does not leave the house in a form") {
  int shown = 0, tried = 0;
  for (const Kind kind : {Kind::milestone, Kind::benchmark, Kind::measure, Kind::commitment})
    for (const Field& field : type_of(kind).fields) {
      const std::string mark = mark_for(field.type);
      if (mark.empty() || field.name == "code" || field.name == "translations" || field.name == "actual_finish") continue;
      CAPTURE(type_of(kind).name);
      CAPTURE(field.name);
      ++tried;
      CHECK(form_with(kind, field, mark, true).find(mark) == std::string::npos);
      if (form_with(kind, field, mark, false).find(mark) != std::string::npos) ++shown;
    }
  CHECK(tried > 30);
  CHECK(shown >= 15);  // titles, deadlines, due days, next steps, scores …: there was something to hide
}

TEST_CASE("a form that is owed only by a restricted field does not tell of it") {
  Dossier d = changed(asked(), "A", {"restricted.owner=yes"});
  CHECK(form_of(d).rows.size() == 4);
  d = changed(d, "A", {"co_owner=MIA"});
  CHECK(form_of(d).rows.size() == 5);
}

// A row made by hand under the form's own stamp.
void add_row(FormRows& rows, const std::string& kind, const std::string& code, const std::string& column,
             const std::string& text) {
  rows.push_back(std::vector<FormCell>(rows.front().size()));
  rows.back()[0].text = rows[1][0].text;
  rows.back()[1].text = kind;
  rows.back()[2].text = code;
  for (std::size_t i = 0; i < rows.front().size(); ++i) {
    rows.back()[i].line = static_cast<int>(rows.size());
    if (rows.front()[i].text == column) rows.back()[i].text = text;
  }
}

TEST_CASE("a form changes only what it asked about: not others' records, not closed ones, not other kinds") {
  Dossier d = asked();
  d = added(d, Kind::milestone, {"code=VFA.9", "title=Council decision", "kind=event", "owner=MFA"});
  d = added(d, Kind::commitment, {"code=C.2", "title=Was late", "by_party=MIA", "due=2026-01-31", "state=slipped", "resolved=2026-02-20"});
  d = added(d, Kind::risk, {"code=R.1", "title=Stall", "probability=0.1"});
  FormRows rows = filled(form_of(d));
  add_row(rows, "milestone", "VFA.9", "actual_finish", "2026-01-05");
  add_row(rows, "commitment", "C.2", "state", "kept");
  add_row(rows, "risk", "R.1", "notes", "Will not happen");
  add_row(rows, "benchmark", "B.3", "own_score", "10");
  const Collected c = merge_form(rows, {.now = d, .then = d, .since = {}});
  CHECK(outcomes(c) == "VFA.9.code refused; C.2.code refused; R.1.code refused; B.3.code refused; ");
  CHECK(c.changes.empty());
  for (const CollectedCell& cell : c.cells) CHECK(cell.sentence == "The form did not ask about this record.");
}

TEST_CASE("the last step of the ladder cannot be reported, only assessed") {
  const Dossier d = asked();
  FormRows rows = filled(form_of(d));
  fill(rows, "B.1", "ladder", "verified");
  fill(rows, "ME.1", "ladder", "verified");
  fill(rows, "B.2", "ladder", "applied");
  const Collected c = merge_form(rows, {.now = d, .then = d, .since = {}});
  CHECK(outcomes(c) == "B.1.ladder refused; B.2.ladder accepted; ME.1.ladder refused; ");
  CHECK(c.cells[0].sentence == "The last step of the ladder is given by those who assess, not in a form.");
}

TEST_CASE("a record is found again under its new code, and is read once") {
  const Dossier then = asked();
  const Dossier now = changed(then, "A", {"code=A.1"});
  FormRows rows = filled(form_of(then));
  fill(rows, "A", "next_step", "Send the agenda");
  add_row(rows, "milestone", "A", "next_step", "Send something else");
  const Collected c = merge_form(rows, {.now = now, .then = then, .since = {}});
  CHECK(outcomes(c) == "A.next_step accepted; A.code refused; ");
  CHECK(c.cells[1].sentence == "Line 2 of the form is about this record already; only that one was read.");
  CHECK(apply_changes(now, c.changes).value().find_code_as<Milestone>("A.1")->next_step == "Send the agenda");
}

TEST_CASE("what is refused says why in whole sentences") {
  const Dossier d = changed(asked(), "A", {"restricted.next_step=yes"});
  FormRows rows = filled(form_of(d));
  fill(rows, "A", "next_step", "Guessed");
  fill(rows, "A", "actual_finish", "some day");
  fill(rows, "B.1", "notes", "-");
  const Collected c = merge_form(rows, {.now = d, .then = d, .since = {}});
  REQUIRE(c.cells.size() == 3);
  CHECK(outcomes(c) == "A.actual_finish refused; A.next_step refused; B.1.notes refused; ");
  CHECK(c.cells[0].sentence.find(". Expected: ") != std::string::npos);
  CHECK(c.cells[1].sentence == "The form did not ask for this.");
  CHECK(c.cells[2].sentence == "The form does not show what the file notes, so nothing of it can be taken away here.");
}

TEST_CASE("what is said to be done without its evidence is still asked about") {
  Dossier d = changed(asked(), "A", {"actual_finish=2026-01-05"});
  CHECK(form_of(d).rows.size() == 4);
  d = changed(d, "A", {"needs_evidence=yes"});
  CHECK(form_of(d).rows.size() == 5);
}

}  // namespace
}  // namespace accord
