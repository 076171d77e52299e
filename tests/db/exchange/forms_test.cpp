#include "db/exchange/forms.hpp"

#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

// The first row's cell of a form that has this column and text.
std::string read_cell(const std::string& column, const std::string& text) {
  const auto rows = read_form("form,kind,code," + column + "\nMIA@1-0123456789ab,milestone,A,\"" + text + "\"\n", "f.csv");
  REQUIRE(rows.ok());
  return (*rows)[1][3].text;
}

}  // namespace

TEST_CASE("a form of comma-separated values says that it is UTF-8, and is read back with or without the mark") {
  const FormTable form{{"form", "what"}, {{"MIA@1-0123456789ab", "Шекара"}}};
  const std::string csv = form_csv(form);
  CHECK(csv.starts_with("\xEF\xBB\xBF" "form,"));
  const auto with = read_form(csv, "f.csv"), without = read_form(csv.substr(3), "f.csv");
  REQUIRE(with.ok());
  REQUIRE(without.ok());
  CHECK((*with)[0][0].text == "form");
  CHECK((*with)[1][1].text == (*without)[1][1].text);
}

TEST_CASE("days are read as people type them, where they can be read in one way only") {
  const struct {
    const char* typed;
    const char* read;
  } rows[] = {{"15.03.2027", "2027-03-15"}, {"5.3.2027", "2027-03-05"},   {" 15.3.2027 ", "2027-03-15"},
              {"15/03/2027", "2027-03-15"}, {"05/03/2027", "05/03/2027"}, {"46461", "2027-03-15"},
              {"2027-03-15", "2027-03-15"}, {"spring 2027", "spring 2027"}, {"2027", "2027"}, {"-", "-"}, {"", ""}};
  for (const auto& row : rows)
    for (const char* column : {"actual_start", "actual_finish", "expected", "resolved", "next_step_due", "evidence_date"}) {
      CAPTURE(row.typed);
      CAPTURE(column);
      CHECK(read_cell(column, row.typed) == row.read);
    }
  CHECK(read_cell("notes", "15.03.2027") == "15.03.2027");
  CHECK(read_cell("evidence_act", "46461") == "46461");
}

TEST_CASE("a score may have a comma") {
  CHECK(read_cell("own_score", "7,5") == "7.5");
  CHECK(read_cell("own_score", "7.5") == "7.5");
  CHECK(read_cell("own_score", "7,5,1") == "7,5,1");
  CHECK(read_cell("notes", "7,5") == "7,5");
}

TEST_CASE("every column of a form that asks for a day is read as one") {
  for (const FormColumn& column : form_columns()) {
    CAPTURE(column.name);
    const bool asks_a_day = column.meaning.find("day") != std::string_view::npos || column.meaning.find("date of") != std::string_view::npos;
    if (asks_a_day && column.name != "due") CHECK(read_cell(std::string(column.name), "15.03.2027") == "2027-03-15");
  }
}
