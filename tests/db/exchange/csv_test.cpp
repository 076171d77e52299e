#include "db/exchange/csv.hpp"

#include "db/exchange/source_text.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("cells are read with their places, whatever the line ends and the separator") {
  const auto rows = parse_csv("code;title\r\nA;\"Zweite; Runde\"\r\n\r\nB;\"two\nlines \"\"quoted\"\"\"\rC;Ünïcode", "t.csv").value();
  REQUIRE(rows.size() == 4);
  CHECK(rows[1][1].text == "Zweite; Runde");
  CHECK(rows[2][1].text == "two\nlines \"quoted\"");
  CHECK(rows[2][0].line == 4);
  CHECK(rows[3][0].line == 6);
  CHECK(rows[3][1].column == 3);
}

TEST_CASE("an open quotation mark is reported where it was opened") {
  const auto rows = parse_csv("code,title\nA,\"never closed\nB,c\n", "t.csv");
  REQUIRE_FALSE(rows.ok());
  CHECK(rows.errors()[0].code == "csv.quote");
  CHECK(rows.errors()[0].place.line == 2);
  CHECK(rows.errors()[0].place.column == 3);
  CHECK(parse_csv("a,\"b\" c\n", "t.csv").errors()[0].code == "csv.quote_inside");
}

TEST_CASE("what is written reads back, and a spreadsheet never runs it") {
  const std::vector<std::string> cells{"=1+1", "-2", "+3 days", "@x", "a,b", "say \"x\"", "two\nlines", "", "'=kept"};
  const std::string line = csv_line(cells);
  CHECK(line.find("'=1+1") != std::string::npos);
  CHECK(line.find("'-2") == std::string::npos);
  const auto rows = parse_csv(line, "t.csv").value();
  REQUIRE(rows.size() == 1);
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) CHECK(rows[0][i].text == cells[i]);
}

TEST_CASE("text in another encoding is refused with what to do") {
  CHECK(as_utf8("\xEF\xBB\xBF" "code", "t.csv").value() == "code");
  CHECK(as_utf8("\xFF\xFE" "c\0", "t.csv").errors()[0].message.find("UTF-16") != std::string::npos);
  CHECK(as_utf8("PK\x03\x04", "t.csv").errors()[0].message.find("Excel") != std::string::npos);
  const auto bad = as_utf8("a,b\nx,\xE9t\xE9\n", "t.csv");
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.errors()[0].place.line == 2);
  CHECK(bad.errors()[0].place.column == 3);
  const auto zero = as_utf8(std::string_view("a,b\nxé,\0\n", 10), "t.csv");
  REQUIRE_FALSE(zero.ok());
  CHECK(zero.errors()[0].code == "import.encoding");
  CHECK(zero.errors()[0].place.line == 2);
  CHECK(zero.errors()[0].place.column == 4);
}

TEST_CASE("a table beyond every plan's size is refused at the cell that goes too far") {
  const auto refused = [](const std::string& text, int line, int column) {
    const auto rows = parse_csv(text, "t.csv");
    REQUIRE_FALSE(rows.ok());
    CHECK(rows.errors().size() == 1);
    CHECK(rows.errors()[0].code == "import.too_large");
    CHECK(rows.errors()[0].place.line == line);
    CHECK(rows.errors()[0].place.column == column);
  };
  CHECK(parse_csv("a\n" + std::string(most_csv_columns - 1, ',') + "\n", "t.csv").ok());
  refused("a\n" + std::string(8 << 20, ','), 2, static_cast<int>(most_csv_columns) + 1);
  std::string tall;
  for (std::size_t i = 0; i < most_csv_rows; ++i) tall += "a\n";
  CHECK(parse_csv(tall, "t.csv").value().size() == most_csv_rows);
  refused(tall + "a\n", static_cast<int>(most_csv_rows) + 1, 1);
  const std::string wide = "a" + std::string(most_csv_columns - 1, ',') + "\n";
  std::string full;
  for (std::size_t cells = 0; cells < most_csv_cells; cells += most_csv_columns) full += wide;
  refused(full + "a\n", static_cast<int>(most_csv_cells / most_csv_columns) + 1, 1);
}
