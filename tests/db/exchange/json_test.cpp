#include "db/exchange/json.hpp"

#include <nlohmann/json.hpp>

#include "core/edit/entry_text.hpp"
#include "core/model/records.hpp"
#include "db/exchange/import.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using nlohmann::json;

namespace {

// A value for a field of each type that is not what an empty record has.
std::string some_text(const Field& field, const Dossier& dossier) {
  const auto code = [&](std::size_t i) { return dossier.codes(field.target)[i]; };
  switch (field.type) {
    case FieldType::text: return "Zürich: \"5 > 4\", ok";
    case FieldType::long_text: return field.name == "translations" ? "notes.ru=Две\\nстроки\nnotes.kk=Екі" : "two\nlines; and a tab\t";
    case FieldType::integer: return "7";
    case FieldType::number: return "0.125";
    case FieldType::boolean: return "yes";
    case FieldType::day: return "2027-02-28";
    case FieldType::fuzzy_date: return "spring 2027";
    case FieldType::duration: return "3mo";
    case FieldType::lag: return "-2ed";
    case FieldType::estimate: return "pert:10,20,45ed";
    case FieldType::rule: return "first-of-month+2;+3mo@1182";
    case FieldType::choice: return std::string(field.choices.back().code);
    case FieldType::calendar: return "eu+kz";
    case FieldType::rung:
      return "adopted";
    case FieldType::sessions: return "council";
    case FieldType::reference: return code(0);
    case FieldType::references: return code(0) + "; " + code(1);
    case FieldType::restrictions: return "*;notes;source";
  }
  return "";
}

std::vector<std::pair<const RecordType*, const Record*>> every_record(const Dossier& dossier) {
  std::vector<std::pair<const RecordType*, const Record*>> all;
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind)) all.emplace_back(&type, record);
  return all;
}

// Two records of every kind; the second has every field filled in, the first what it needs.
Dossier full_dossier() {
  Dossier dossier;
  for (const RecordType& type : record_types()) {
    if (type.kind == Kind::dossier) continue;
    DossierBuilder builder(dossier);
    for (int n = 1; n <= 2; ++n) {
      auto record = type.make();
      record->id = RecordId{dossier.next_id().number + n - 1};
      record->code = std::string(type.prefix) + ".X" + std::to_string(n);
      builder.put(type.kind, record);
    }
    dossier = std::move(builder).build();
  }
  DossierBuilder builder(dossier);
  for (const auto& [type, first] : every_record(dossier)) {
    auto record = type->copy(*first);
    const bool last = first == dossier.records(type->kind).back();
    for (const Field& field : type->fields) {
      if (field.name == "code" || !(last || field.required)) continue;
      const bool dates = type->kind == Kind::baseline && field.name == "dates";
      const std::string entered = dates ? std::to_string(dossier.all<Milestone>()[1].id.number) + " 2027-01-05 2027-02-10" : some_text(field, dossier);
      const auto canonical = parse_entry(type->kind, field, entered, dossier);
      CAPTURE(field.name);
      REQUIRE(canonical);
      REQUIRE(field.write(*record, *canonical));
      REQUIRE(!field.read(*record).empty());
    }
    builder.put(type->kind, record);
  }
  return std::move(builder).build();
}

Diagnostics problems_of(std::string_view text) {
  const auto result = dossier_from_json(text, "plan.json");
  return result.errors();
}

// A dossier with the given parts, one per line from line 3 on.
std::string with(std::string_view parts) {
  return "{\"schema\": \"accord.dossier/1\",\n\"dossier\": {\"title\": \"T\"},\n" + std::string(parts) + "}";
}

}  // namespace

TEST_CASE("every field of every kind comes back from JSON as it was") {
  const Dossier before = full_dossier();
  const std::string text = dossier_to_json(before);
  const auto after = dossier_from_json(text, "full.json");
  for (const Diagnostic& d : after.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(after);
  for (const RecordType& type : record_types()) {
    REQUIRE(after->count(type.kind) == before.count(type.kind));
    const auto was = before.records(type.kind), is = after->records(type.kind);
    for (std::size_t i = 0; i < was.size(); ++i)
      for (const Field& field : type.fields) {
        if (type.kind == Kind::baseline && field.name == "dates") continue;  // ids; compared as codes below
        CAPTURE(type.name);
        CAPTURE(field.name);
        CHECK(display_field(field, *is[i], *after) == display_field(field, *was[i], before));
      }
  }
  CHECK(dossier_to_json(*after) == text);
}

TEST_CASE("the JSON has the field's own types") {
  const json root = json::parse(dossier_to_json(full_dossier()));
  CHECK(root["schema"] == "accord.dossier/1");
  const json& m = root["milestones"][1];
  CHECK(m["track"] == "T.X1");
  CHECK(m["percent"] == 0.125);
  CHECK(m["needs_evidence"] == true);
  CHECK(m["deadline"] == "2027-02-28");
  CHECK(m["restricted"] == json::array({"*", "notes", "source"}));
  CHECK(root["milestones"][0]["owner"].is_null());
  CHECK(root["milestones"][0]["needs_evidence"] == false);
  CHECK(root["entries"][1]["milestones"] == json::array({"MS.X1", "MS.X2"}));
  CHECK(root["baselines"][1]["dates"] == "MS.X2 2027-01-05 2027-02-10");
  CHECK(root["open_points"][0]["restricted"] == json::array());
}

TEST_CASE("what is left out keeps what a new record has, and missing codes are made") {
  const auto dossier = dossier_from_json(with(R"("milestones": [{"code": "A", "title": "a", "started": "2026"}, {"code": "B", "title": "b"}],
      "links": [{"predecessor": "a", "successor": "B", "type": "SS"}],
      "entries": [{"title": "one"}, {"title": "two", "code": "E.1"}], "open_points": [{"title": "fee"}])"));
  for (const Diagnostic& d : dossier.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(dossier);
  CHECK(dossier->info().silence_limit == 270);
  CHECK(dossier->find_code_as<Milestone>("A")->actual_start->text() == "2026");
  CHECK(dossier->find_code_as<Link>("A>B:SS"));
  CHECK(dossier->find_code_as<Entry>("E.1")->title == "two");
  CHECK(dossier->find_code_as<Entry>("E.2")->title == "one");
  CHECK(dossier->all<OpenPoint>()[0].restricted.hides("fallback"));
}

TEST_CASE("a file laid on a dossier changes what it names and adds what is new") {
  const auto base = dossier_from_json(with(R"("milestones": [{"code": "A", "title": "a", "notes": "kept"}])"));
  REQUIRE(base);
  const auto merged = merge_json(*base, R"({"schema": "accord.dossier/1", "dossier": {"partner": "P"}, "milestones": [{"code": "a", "weight": 2}, {"code": "B", "title": "b"}]})");
  REQUIRE(merged);
  CHECK(merged->info().title == "T");
  CHECK(merged->info().partner == "P");
  const auto* a = merged->find_code_as<Milestone>("A");
  CHECK(a->id == base->find_code_as<Milestone>("A")->id);
  CHECK(a->notes == "kept");
  CHECK(a->weight == 2.0);
  CHECK(merged->count(Kind::milestone) == 2);

  const auto clash = merge_json(*base, R"({"schema": "accord.dossier/1", "tracks": [{"code": "A", "title": "t"}]})");
  REQUIRE(!clash);
  CHECK(clash.errors().front().code == "code.kind");
}

TEST_CASE("a text laid on a dossier takes the translations of the old one away, unless it brings its own") {
  const auto base = dossier_from_json(with(R"("milestones": [{"code": "A", "title": "a", "notes": "kept", "translations": "notes.ru=да\ntitle.ru=а"}])"));
  REQUIRE(base);
  const auto laid = [&](const char* milestone) {
    const auto merged = merge_json(*base, std::string(R"({"schema": "accord.dossier/1", "milestones": [)") + milestone + "]}");
    REQUIRE(merged);
    return merged->find_code_as<Milestone>("A")->translations.text();
  };
  CHECK(laid(R"({"code": "A", "title": "b"})") == "notes.ru=да");
  CHECK(laid(R"({"code": "A", "title": "a", "weight": 2})") == "notes.ru=да\ntitle.ru=а");
  CHECK(laid(R"({"code": "A", "title": "b", "translations": "title.ru=б"})") == "title.ru=б");
}

TEST_CASE("every problem of a file is reported with its line, and nothing is imported") {
  struct Row {
    const char* parts;
    const char* code;
    int line;
    const char* in_advice;
  };
  const Row rows[] = {
      {R"("milestons": [])", "json.key_unknown", 3, "milestones"},
      {R"("milestones": {})", "json.type", 3, ""},
      {R"("milestones": [3])", "json.type", 3, ""},
      {R"("milestones": [{"code": "A"}])", "json.required", 3, ""},
      {R"("milestones": [{"title": "a",)" "\n" R"("titl": "a"}])", "json.key_unknown", 4, "title"},
      {R"("milestones": [{"title": "a", "started": "2026", "actual_start": "2027"}])", "json.duplicate_key", 3, ""},
      {R"("milestones": [{"title": "a", "title": "b"}])", "json.duplicate_key", 3, "remove"},
      {R"("milestones": [{"title": "a", "needs_evidence": "yes"}])", "json.type", 3, ""},
      {R"("milestones": [{"title": "a", "weight": "3"}])", "json.type", 3, ""},
      {R"("milestones": [{"title": "a", "weight": 1e999}])", "json.syntax", 3, ""},
      {R"("milestones": [{"title": ["a"]}])", "json.type", 3, ""},
      {R"("milestones": [{"title": "a", "deadline": "2027-02-31"}])", "day.missing", 3, ""},
      {R"("milestones": [{"title": "a", "kind": "stege"}])", "choice.unknown", 3, "stage"},
      {R"("milestones": [{"title": "a", "code": "a b"}])", "code.syntax", 3, ""},
      {R"("milestones": [{"title": "a", "code": 3}])", "json.type", 3, ""},
      {R"("milestones": [{"title": "a", "code": "A"}],)" "\n" R"("tracks": [{"title": "t", "code": "a"}])", "code.duplicate", 3, ""},
      {R"("milestones": [{"title": "a", "code": "VFA.1"}, {"title": "b", "parent": "VFA.l"}])", "code.unknown", 3, "VFA.1"},
      {R"("milestones": [{"title": "a", "track": "A", "code": "A"}])", "code.kind", 3, ""},
      {R"("milestones": [{"title": "a", "restricted": ["note"]}])", "json.key_unknown", 3, "notes"},
      {R"("entries": [{"title": "a", "milestones": [1]}])", "json.type", 3, ""},
      {R"("baselines": [{"title": "a", "dates": "X 2027-01-01 2027-01-02"}])", "code.unknown", 3, ""},
      {R"("milestones": [{"title": "a" "kind": "event"}])", "json.syntax", 3, "comma"},
      {R"("milestones": [[[[[[[[[1]]]]]]]]])", "json.depth", 3, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.parts);
    const Diagnostics problems = problems_of(with(row.parts));
    REQUIRE(problems.size() == 1);
    CAPTURE(to_text(problems[0]));
    CHECK(problems[0].code == row.code);
    CHECK(problems[0].place.file == "plan.json");
    CHECK(problems[0].place.line == row.line);
    CHECK(problems[0].advice.find(row.in_advice) != std::string::npos);
  }
}

TEST_CASE("several problems are reported together, each with its place in the document") {
  const Diagnostics problems = problems_of(with("\"milestones\": [{\"title\": \"a\", \"percent\": \"x\"},\n{\"title\": \"b\", \"owner\": \"NOBODY\"},\n{\"colour\": \"red\"}]"));
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].message.find("/milestones/0/percent") != std::string::npos);
  CHECK(problems[1].place.line == 4);
  CHECK(problems[1].place.field == "owner");
  CHECK(problems[2].place.line == 5);
  CHECK(problems[3].code == "json.required");
}

TEST_CASE("another kind of document is refused at once") {
  for (std::string_view text : {R"({"schema": "accord.list/1", "rows": []})", R"({"schema": "accord.dossier/2", "dossier": {}})", R"({"dossier": {}})", "[]", "7", "", "\n", "{", "\"\xff\""}) {
    CAPTURE(text);
    CHECK(problems_of(text).size() == 1);
  }
  CHECK(problems_of(R"({"schema": "accord.dossier/2"})")[0].advice.find("newer") != std::string::npos);
  CHECK(problems_of(R"({"schema": "accord.dossier/1"})")[0].code == "json.required");
}

TEST_CASE("a file cut off anywhere is refused, never half imported") {
  const std::string text = with(R"("milestones": [{"code": "A", "title": "Zürich", "weight": 1.5e3, "needs_evidence": true}], "links": [])");
  REQUIRE(dossier_from_json(text));
  for (std::size_t n = 0; n < text.size(); ++n) {
    CAPTURE(n);
    const Diagnostics problems = problems_of(text.substr(0, n));
    REQUIRE(!problems.empty());
    CHECK(problems[0].code == "json.syntax");
    CHECK(problems[0].place.line >= 1);
  }
}

TEST_CASE("JSON that reads well but breaks the rules of a dossier is refused") {
  ImportOptions options;
  options.file = "x.json";
  const std::string start = R"({"schema": "accord.dossier/1", "dossier": {"title": "X"}, "tracks": [{"code": "T", "title": "T"}], "milestones": [{"code": "A", "title": "a", "track": "T", "actual_start": "2026-03-01", "actual_finish": ")";
  const auto bad = import_json(start + R"(2026-02-01", "percent": 170}]})", options);
  REQUIRE_FALSE(bad.ok());
  CHECK(std::any_of(bad.errors().begin(), bad.errors().end(), [](const Diagnostic& d) { return d.code == "actual.order" && d.place.record == "A" && d.place.file == "x.json"; }));
  CHECK(std::any_of(bad.errors().begin(), bad.errors().end(), [](const Diagnostic& d) { return d.code == "percent.range"; }));
  const auto good = import_json(start + R"(2026-04-01"}]})", options);
  REQUIRE_MESSAGE(good.ok(), to_text(good.ok() ? Diagnostic{} : good.errors()[0]));
  CHECK(good->dossier.count(Kind::milestone) == 1);
}
