// The shapes that other programs rely on: names, order and types of keys, exactly as the guide gives them.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/model/records.hpp"
#include "tests/app/cli/officer.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(Officer& officer, const std::string& line) {
  const Answer answer = officer.type(line + " --format json");
  INFO(line, ": ", answer.err);
  REQUIRE(answer.code == 0);
  return Json::parse(answer.out);
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

using Keys = std::vector<std::string>;

bool is_day(const Json& value) { return value.is_string() && parse_day(value.get<std::string>()).ok(); }
bool is_day_or_null(const Json& value) { return value.is_null() || is_day(value); }
bool is_integer_or_null(const Json& value) { return value.is_null() || value.is_number_integer(); }

}  // namespace

TEST_CASE("schedule gives its exact shape") {
  Officer officer;
  officer.type("accord sample kz.accord");
  const Json doc = json_of(officer, "accord schedule kz.accord");
  CHECK(keys(doc) == Keys{"schema", "status_date", "start", "finish", "milestones", "critical_path", "warnings"});
  CHECK(doc["schema"] == "accord.schedule/1");
  CHECK(is_day(doc["status_date"]));
  CHECK(is_day(doc["start"]));
  CHECK(is_day(doc["finish"]));
  REQUIRE(doc["milestones"].size() > 30);
  for (const Json& m : doc["milestones"]) {
    CAPTURE(m["code"]);
    CHECK(keys(m) == Keys{"code", "source_id", "title", "track", "kind", "early_start", "early_finish", "late_start",
                          "late_finish", "total_float", "free_float", "critical", "percent", "driver"});
    CHECK(m["track"].is_string());
    CHECK((m["kind"] == "event" || m["kind"] == "stage" || m["kind"] == "group"));
    for (const char* day : {"early_start", "early_finish", "late_start", "late_finish"}) CHECK(is_day_or_null(m[day]));
    CHECK(is_integer_or_null(m["total_float"]));
    CHECK(is_integer_or_null(m["free_float"]));
    CHECK(m["critical"].is_boolean());
    CHECK(m["percent"].is_number());
    CHECK(keys(m["driver"]) == Keys{"kind", "code"});
    CHECK((m["driver"]["code"].is_null() || m["driver"]["code"].is_string()));
  }
  for (const Json& code : doc["critical_path"]) CHECK(code.is_string());
  for (const Json& w : doc["warnings"]) CHECK(keys(w) == Keys{"code", "milestone", "message"});
}

TEST_CASE("deadlines give their exact shape") {
  Officer officer;
  officer.type("accord sample kz.accord");
  const Json doc = json_of(officer, "accord deadlines kz.accord");
  CHECK(keys(doc) == Keys{"schema", "mandates"});
  CHECK(doc["schema"] == "accord.deadlines/1");
  std::size_t goals = 0;
  for (const Json& mandate : doc["mandates"]) {
    CHECK(keys(mandate) == Keys{"mandate", "end", "end_earliest", "end_latest", "goals"});
    for (const char* day : {"end", "end_earliest", "end_latest"}) CHECK(is_day_or_null(mandate[day]));
    for (const Json& goal : mandate["goals"]) {
      ++goals;
      CHECK(keys(goal) == Keys{"milestone", "forecast", "margin_workdays", "margin_days", "milestones"});
      CHECK(is_day(goal["forecast"]));
      CHECK(is_integer_or_null(goal["margin_workdays"]));
      for (const Json& m : goal["milestones"]) {
        CHECK(keys(m) == Keys{"code", "latest_start", "latest_finish", "latest_finish_if_earliest",
                              "latest_finish_if_latest", "margin_workdays"});
        CHECK(is_day_or_null(m["latest_finish_if_latest"]));
      }
    }
  }
  CHECK(goals == 3);
}

TEST_CASE("list gives a row with every field of every kind of record") {
  Officer officer;
  officer.type("accord sample kz.accord");
  for (const RecordType& type : record_types()) {
    CAPTURE(type.name);
    const Json doc = json_of(officer, "accord list kz.accord " + std::string(type.plural));
    CHECK(keys(doc) == Keys{"schema", "kind", "rows"});
    CHECK(doc["schema"] == "accord.list/1");
    CHECK(doc["kind"] == type.name);
    for (const Json& row : doc["rows"]) {
      Keys wanted;
      for (const Field& field : type.fields) wanted.emplace_back(field.name);
      CHECK(keys(row) == wanted);
      CHECK(row["code"].is_string());
    }
  }
}

TEST_CASE("list gives numbers as numbers, flags as flags, and null where nothing stands") {
  Officer officer;
  officer.type("accord sample kz.accord");
  const Json rounds = json_of(officer, "accord list kz.accord entries --where \"kind = round\"")["rows"];
  REQUIRE(!rounds.empty());
  CHECK(rounds[0]["number"] == 1);
  CHECK(rounds[0]["date"] == "2025-12-02");
  CHECK(rounds[0]["milestones"].is_array());
  const Json signature = json_of(officer, "accord list kz.accord milestones --where \"code = VFA.10\"")["rows"].at(0);
  CHECK(signature["needs_evidence"].is_boolean());
  CHECK(signature["actual_finish"].is_null());
  CHECK(signature["track"] == "VFA");
}

TEST_CASE("show gives the record first, then what follows from it") {
  Officer officer;
  officer.type("accord sample kz.accord");
  const Json milestone = json_of(officer, "accord show kz.accord VFA.10");
  CHECK(keys(milestone) == Keys{"schema", "kind", "record", "schedule", "reasons", "history"});
  CHECK(milestone["schema"] == "accord.show/1");
  CHECK(milestone["kind"] == "milestone");
  CHECK(milestone["record"]["code"] == "VFA.10");
  CHECK(milestone["schedule"]["code"] == "VFA.10");
  CHECK(milestone["reasons"].at(0).is_string());
  const Json mandate = json_of(officer, "accord show kz.accord M.SIMKIC");
  CHECK(keys(mandate) == Keys{"schema", "kind", "record", "history"});
  CHECK(mandate["record"]["end"] == "2027-08-01..2027-12-31");
}

TEST_CASE("what is restricted is marked in the record, and one word of the command line marks it") {
  Officer officer;
  officer.type("accord sample kz.accord");
  REQUIRE(officer.type("accord set kz.accord VFA.7 restricted.next_step=yes").code == 0);
  CHECK(json_of(officer, "accord show kz.accord VFA.7")["record"]["restricted"] == Json{"next_step"});
  REQUIRE(officer.type("accord set kz.accord VFA.7 restricted=yes").code == 0);
  CHECK(json_of(officer, "accord show kz.accord VFA.7")["record"]["restricted"].dump().find("*") != std::string::npos);
}

TEST_CASE("every command that gives rows gives JSON with its schema, and the same bytes each time") {
  Officer officer;
  officer.type("accord sample kz.accord");
  officer.type("accord baseline save kz.accord First");
  for (const char* line : {"status kz.accord", "list kz.accord", "show kz.accord VFA.5", "schedule kz.accord",
                           "why kz.accord VFA.10", "deadlines kz.accord", "feasible kz.accord VFA.10 2027-06-14",
                           "history kz.accord", "diff kz.accord 1", "check kz.accord", "baseline list kz.accord"}) {
    CAPTURE(line);
    const std::string command = "accord " + std::string(line) + " --format json";
    const Answer first = officer.type(command), second = officer.type(command);
    CHECK(first.code == 0);
    CHECK(first.out == second.out);
    const Json doc = Json::parse(first.out);
    CHECK(doc.begin().key() == "schema");
    const std::string name = std::string(line).substr(0, std::string(line).find(' '));
    CHECK(doc["schema"] == "accord." + name + "/1");
  }
}

TEST_CASE("a table in CSV has as many cells in every line, and no cell that a spreadsheet would run") {
  Officer officer;
  officer.type("accord sample kz.accord");
  REQUIRE(officer.type("accord set kz.accord VFA.7 \"next_step==HYPERLINK(1)\"").code == 0);
  const std::string out = officer.type("accord list kz.accord milestones --where \"code = VFA.7\" --format csv").out;
  CHECK(out.find("'=HYPERLINK(1)") != std::string::npos);
  CHECK(out.find(",=HYPERLINK") == std::string::npos);
}

TEST_CASE("wrong bytes are refused, and nothing is changed") {
  Officer officer;
  officer.type("accord sample kz.accord");
  for (const std::string line :
       {"accord set kz.accord VFA.7 next_step=\xff\xfe", "accord add kz.accord question title=\xc3",
        "accord note kz.accord \"round \xff\" --yes"}) {
    const Answer answer = officer.type(line);
    CHECK(answer.code == 3);
    CHECK(answer.err.find("error[text.encoding]") != std::string::npos);
    CHECK(answer.out.empty());
  }
  CHECK(json_of(officer, "accord history kz.accord")["entries"].size() == 1);
}

TEST_CASE("--as stands in the history, and --today does not move the moment of writing") {
  Officer officer;
  officer.type("accord sample kz.accord");
  REQUIRE(officer.type("accord set kz.accord VFA.7 next_step=Call --as \"B. Kassymov\" --today 2026-12-24 --why Agreed")
              .code == 0);
  const Json entry = json_of(officer, "accord history kz.accord")["entries"].at(1);
  CHECK(entry["author"] == "B. Kassymov");
  CHECK(entry["time"] == "2026-11-22 12:00");
  CHECK(entry["why"] == "Agreed");
}

TEST_CASE("a record and the goals can be had as tables for a spreadsheet") {
  Officer officer;
  officer.type("accord sample kz.accord");
  CHECK(officer.type("accord show kz.accord VFA.7 --format csv").out.starts_with("field,value"));
  CHECK(officer.type("accord status kz.accord --format csv")
            .out.starts_with("mandate,milestone,forecast,reached,light,answer"));
}

TEST_CASE("a person who is not at a terminal reads no colour codes") {
  Officer officer;
  officer.type("accord sample kz.accord");
  CHECK(officer.type("accord status kz.accord").out.find('\033') == std::string::npos);
}

TEST_CASE("the status fits one screen") {
  Officer officer;
  officer.type("accord sample kz.accord");
  const std::string out = officer.type("accord status kz.accord").out;
  CHECK(std::count(out.begin(), out.end(), '\n') <= 42);
}

}  // namespace accord::test
