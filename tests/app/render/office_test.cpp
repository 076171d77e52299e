// Reports for Word and Excel, opened by programs that we did not write.
#include <fmt/format.h>

#include "app/render/writers.hpp"
#include "app/render/xlsx_cells.hpp"
#include "app/render/zip.hpp"
#include "tests/app/render/example_document.hpp"
#include "tests/app/render/sample_report.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"
#include "tests/support/oracles.hpp"
#include "tests/support/small_disk.hpp"

namespace accord {
namespace {

using namespace doc;
using test::run;
using test::TemporaryFolder;

std::string script(const char* name) { return (test::source_dir() / "tests/app/render" / name).string(); }

// The system's own, whose packages the tests ask for.
constexpr const char* python = "/usr/bin/python3";

bool python_docx() { return test::is_installed(std::string(python) + " -c 'import docx'", "python3-docx"); }
bool openpyxl() { return test::is_installed(std::string(python) + " -c 'import openpyxl'", "python3-openpyxl"); }

std::string read_back(const TemporaryFolder& folder, const char* reader, const std::string& name, const std::string& bytes) {
  const auto file = folder.file(name, bytes);
  const auto ran = run(fmt::format("{} '{}' '{}'", python, script(reader), file.string()));
  CHECK_MESSAGE(ran.code == 0, ran.out);
  return ran.out;
}

Document with_data() {
  Document d = test::example_document();
  d.blocks.push_back(doc::Table{.caption = "Margins", .columns = {{"Goal", ColumnKind::text}, {"Forecast", ColumnKind::day}, {"Days", ColumnKind::number}, {"State", ColumnKind::text}},
                                .rows = {{plain("=HYPERLINK(\"http://x\")"), dated(test::example_day(2027, 10, 20), "20 October 2027") + plain(" forecast"), numbered(-80, "80 days late"), toned(Tone::bad, "late")},
                                         {plain("+1"), plain("2027-11-03"), plain("12.5"), toned(Tone::good, "in \"time\"")},
                                         {plain("Қазақстан 🙂 \x01\u202E"), plain("–"), plain(""), plain("@SUM(A1)")}}});
  return d;
}

TEST_CASE("a Word file has real styles, tables with header rows and pictures that can be read aloud") {
  if (!python_docx()) return;
  const TemporaryFolder folder;
  const std::string out = read_back(folder, "read_docx.py", "report.docx", to_docx(with_data()));
  CAPTURE(out);
  for (const char* line : {"title: EU–Kazakhstan <visa> & \"readmission\"", "created: 2026-11-23T12:00:00", "[Title] EU–Kazakhstan <visa> & \"readmission\"", "[Subtitle] Brief, 22 November 2026", "[Heading 1] Dates | with a bar",
                           "[List Bullet] 1. Not a numbered list, *not* emphasis, <script>alert(1)</script>", "[List Number] first", "[Caption] Three days", "table: Report Table, 3 columns, header True",
                           "Реадмиссия (қайта қабылдау) | 2027-11-03 | 9", "=HYPERLINK(\"http://x\") | 20\u00a0October 2027 forecast | 80 days late | late", "picture: 482 x", "Signed on 20 October 2027, inside the mandate."}) {
    CAPTURE(line);
    CHECK(out.find(line) != std::string::npos);
  }
}

TEST_CASE("days and numbers are days and numbers in Excel, and nothing is a formula") {
  if (!openpyxl()) return;
  const TemporaryFolder folder;
  const std::string out = read_back(folder, "read_xlsx.py", "report.xlsx", to_xlsx(with_data()));
  CAPTURE(out);
  for (const char* line : {"created: 2026-11-23T12:00:00", "sheet: Report, filter None", "sheet: Three days, filter A1:C3, frozen A2", "sheet: Margins, filter A1:E4, frozen A2, conditions 2",
                           "B2 d datetime 2027-10-20 00:00:00", "C1 s str Forecast (remark)", "C2 s str forecast", "D2 n int -80", "E2 s str late", "A2 s str =HYPERLINK(\"http://x\")", "B3 d datetime 2027-11-03 00:00:00", "D3 n float 12.5", "A3 s str +1",
                           "B4 s str –", "E4 s str @SUM(A1)", "A4 s str Қазақстан 🙂 ��", "C2 n int 332"}) {
    CAPTURE(line);
    CHECK(out.find(line) != std::string::npos);
  }
  CHECK(out.find(" f ") == std::string::npos);
}

TEST_CASE("Word and Excel files convert without complaint in LibreOffice") {
  if (!test::is_installed("soffice --headless --version", "LibreOffice")) return;
  const TemporaryFolder folder;
  const auto word = folder.file("report.docx", to_docx(with_data())), sheet = folder.file("book.xlsx", to_xlsx(with_data()));
  const std::string home = fmt::format("-env:UserInstallation=file://{}/home", folder.path().string());
  const auto pdf = run(fmt::format("soffice {} --headless --convert-to pdf --outdir '{}' '{}'", home, folder.path().string(), word.string()));
  CAPTURE(pdf.out);
  CHECK(std::filesystem::exists(folder.path() / "report.pdf"));
  const std::string text = run(fmt::format("pdftotext -layout '{}' -", (folder.path() / "report.pdf").string())).out;
  CHECK(text.find("Реадмиссия (қайта") != std::string::npos);
  CHECK(text.find("Page 1 of") != std::string::npos);
  CHECK(text.find("Official Journal, 2027.") != std::string::npos);
  const auto csv = run(fmt::format("soffice {} --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3' --outdir '{}' '{}'", home, folder.path().string(), sheet.string()));
  CAPTURE(csv.out);
  const auto table = folder.path() / "book-Margins.csv";
  REQUIRE(std::filesystem::exists(table));
  CHECK(test::read_file(table).find("2027-10-20,forecast,-80") != std::string::npos);
}

TEST_CASE("the same document gives the same bytes for Word and Excel") {
  CHECK(to_docx(with_data()) == to_docx(with_data()));
  CHECK(to_xlsx(with_data()) == to_xlsx(with_data()));
}

TEST_CASE("hostile and endless text leaves Word and Excel files whole") {
  Document d = with_data();
  const std::string endless(40'000, 'x'), evil = "</w:t><script>\x01\uFFFE\u202E=cmd|'/C calc'!A0\"'&<";
  d.title = d.subtitle = d.footer = evil;
  for (const std::string& text : {endless, evil}) {
    d.blocks.push_back(Heading{2, text});
    d.blocks.push_back(Paragraph{plain(text)});
    d.blocks.push_back(List{{plain(text)}, true});
    d.blocks.push_back(doc::Table{text, {{text}, {"[]:*?/\\"}}, {{plain(text), toned(Tone::bad, text)}}});
  }
  const std::string word = to_docx(d), sheet = to_xlsx(d);
  const TemporaryFolder folder;
  if (python_docx()) read_back(folder, "read_docx.py", "report.docx", word);
  if (openpyxl()) read_back(folder, "read_xlsx.py", "report.xlsx", sheet);
}

TEST_CASE("sheets have names that Excel accepts, each its own") {
  CHECK(xlsx::sheet_name("A/B: [x]?", {}) == "A B   x");
  CHECK(xlsx::sheet_name("", {}) == "Table");
  CHECK(xlsx::sheet_name("Қазақстан Республикасымен келісімдер кестесі", {}) == "Қазақстан Республикасымен…");
  CHECK(xlsx::sheet_name("Days by which the day with an 80 % chance moves", {"days by which the day with an…"}) == "Days by which the day with… 2");
  CHECK(xlsx::sheet_name("Risks", {"risks"}) == "Risks 2");
  CHECK(xlsx::name_among({"", "What the trials say of each milestone", "Milestones"}) == "Milestones");
  CHECK(xlsx::name_among({"", "What the trials say of each milestone", ""}) == "What the trials say of each milestone");
}

TEST_CASE("beside a day or a number stands its error in a column of its own, and marks of footnotes stand in the last") {
  const Wording wording;
  Text noted = plain("Rounds");
  noted.front().footnote = 8;
  const doc::Table table{.caption = "", .columns = {{"What"}, {"P50", ColumnKind::day}, {"Margin", ColumnKind::number}, {"Share", ColumnKind::number}},
                         .rows = {{noted, dated(test::example_day(2027, 11, 11), "2027-11-11 (±4)"), numbered(-126, "−126 (±11)"), numbered(0.875, "87,5 (±0,7) %")},
                                  {plain("Signature"), plain("–"), numbered(3, "3"), plain("")}}};
  const std::vector<xlsx::Column> columns = xlsx::columns_of(table, wording);
  std::vector<std::string> titles;
  for (const xlsx::Column& column : columns) titles.push_back(column.title);
  CHECK(titles == std::vector<std::string>{"What", "P50", "P50 ±", "Margin", "Margin ±", "Share", "Share ±", "Sources"});
  CHECK(columns[0].cells[0].words == "Rounds");
  CHECK(columns[2].cells[0].number == 4);
  CHECK(columns[2].cells[1].number == std::nullopt);
  CHECK(columns[3].cells[0].number == -126);
  CHECK(columns[4].cells[0].number == 11);
  CHECK(columns[6].cells[0].number == 0.7);
  CHECK(columns[7].cells[0].number == 8);
  CHECK(columns[7].cells[1].words.empty());
}

TEST_CASE("rows of wrapped words in Excel are as high as their lines") {
  Document d = with_data();
  std::string long_words;
  for (int i = 0; i < 60; ++i) long_words += "many words ";
  d.blocks = {Paragraph{plain(long_words)}, Paragraph{plain("few")}};
  if (!openpyxl()) return;
  const TemporaryFolder folder;
  const auto file = folder.file("book.xlsx", to_xlsx(d));
  const auto ran = run(fmt::format("{} -c \"import openpyxl; s = openpyxl.load_workbook('{}').worksheets[0]; print([int(s.row_dimensions[r].height) for r in (3, 4)])\"", python, file.string()));
  CHECK(ran.out == "[150, 15]\n");
}

TEST_CASE("an Excel file is never written in pieces: where its parts find no room, nothing is made") {
  Document d = with_data();
  doc::Table table{.caption = "Long", .columns = {{"A"}, {"B"}}, .rows = {}};
  for (int i = 0; i < 2000; ++i) table.rows.push_back({plain(std::to_string(i)), plain("the same words, which pack well")});
  d.blocks.push_back(std::move(table));
  for (const rlim_t room : {4'096UL, 50'000UL}) {
    const test::SmallDisk disk(room);
    CHECK_THROWS_AS(to_xlsx(d), std::filesystem::filesystem_error);
  }
}

TEST_CASE("the sample's brief fits one sheet of A4 in Word too, in every language") {
  if (!test::is_installed("soffice --headless --version && pdfinfo -v", "LibreOffice or poppler-utils")) return;
  const TemporaryFolder folder;
  const std::string home = fmt::format("-env:UserInstallation=file://{}/home", folder.path().string());
  for (const char* language : {"en", "ru", "kk"}) {
    CAPTURE(language);
    const auto word = folder.file(fmt::format("{}.docx", language), to_docx(test::sample_report(ReportKind::brief, language)));
    const auto made = run(fmt::format("soffice {} --headless --convert-to pdf --outdir '{}' '{}'", home, folder.path().string(), word.string()));
    CAPTURE(made.out);
    const auto info = run(fmt::format("pdfinfo '{}'", (folder.path() / fmt::format("{}.pdf", language)).string()));
    CHECK_MESSAGE(info.out.find("Pages:           1\n") != std::string::npos, info.out);
    CHECK(info.out.find("A4") != std::string::npos);
  }
}

}  // namespace
}  // namespace accord
