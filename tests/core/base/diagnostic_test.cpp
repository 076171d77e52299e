#include "core/base/diagnostic.hpp"

#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("a diagnostic reads as one line with its place") {
  Diagnostic d{.code = "day.missing", .message = "There is no such day.", .expected = "a day up to 28", .found = "31", .advice = "correct it"};
  CHECK(to_text(d) == "error[day.missing]: There is no such day; expected a day up to 28; found 31; correct it");
  d.place = {.file = "t.csv", .line = 3, .column = 7, .record = "VFA.1", .field = "deadline"};
  CHECK(to_text(d) == "t.csv:3:7: error[day.missing]: VFA.1 deadline: There is no such day; expected a day up to 28; found 31; correct it");
  d.severity = Severity::warning;
  d.place = {};
  d.expected = d.found = d.advice = "";
  CHECK(to_text(d) == "warning[day.missing]: There is no such day.");
}

TEST_CASE("only an error names the field") {
  Diagnostic d{.code = "x", .message = "VFA.1 is not known exactly."};
  d.place = {.record = "VFA.1", .field = "actual_finish"};
  CHECK(to_text(d) == "error[x]: VFA.1 actual_finish: VFA.1 is not known exactly.");
  d.severity = Severity::warning;
  CHECK(to_text(d) == "warning[x]: VFA.1 is not known exactly.");
}

TEST_CASE("the record is named unless the message names it itself") {
  Diagnostic d{.code = "x", .message = "E.12 differs."};
  d.place.record = "E.1";
  CHECK(to_text(d) == "error[x]: E.1: E.12 differs.");
  d.message = "T waits for A.";
  d.place.record = "T";
  CHECK(to_text(d) == "error[x]: T waits for A.");
  d.message = "This waits.";
  CHECK(to_text(d) == "error[x]: T: This waits.");
  d.message = "It waits for VFA.1.";
  d.place.record = "VFA.1";
  CHECK(to_text(d) == "error[x]: It waits for VFA.1.");
}
