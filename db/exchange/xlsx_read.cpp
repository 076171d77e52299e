#include <fmt/format.h>

#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/day.hpp"
#include "db/exchange/xlsx.hpp"
#include "db/exchange/xlsx_archive.hpp"

namespace accord {
namespace {

Diagnostic as_diagnostic(const XlsxProblem& problem, const std::string& file) {
  Diagnostic d{.code = problem.code,
               .message = problem.message,
               .found = problem.found,
               .advice = say("save it again as an Excel workbook (.xlsx), or as CSV in UTF-8")};
  d.place.file = file;
  return d;
}

std::string_view local(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') == whole.npos ? 0 : whole.find(':') + 1);
}

// All text inside a string item, phonetic hints left out.
void collect_text(const pugi::xml_node& node, std::string& out) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local(child.name());
    if (name == "t") out += child.text().get();
    else if (name == "r" || name == "is") collect_text(child, out);
  }
}

std::vector<std::string> shared_strings(XlsxArchive& archive) {
  std::vector<std::string> strings;
  const auto document = archive.part("xl/sharedStrings.xml");
  if (!document) return strings;
  for (const pugi::xml_node item : document->document_element().children()) {
    strings.emplace_back();
    collect_text(item, strings.back());
  }
  return strings;
}

// Whether a number format shows a date: a letter of one outside quotation marks, brackets and escapes.
bool shows_a_date(std::string_view format) {
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '\\' || c == '_') ++i;
    else if (c == '"') quoted = !quoted;
    else if (c == '[') bracketed = true;
    else if (c == ']') bracketed = false;
    else if (!quoted && !bracketed && (c == 'd' || c == 'D' || c == 'y' || c == 'Y')) return true;
  }
  return false;
}

std::vector<bool> date_styles(XlsxArchive& archive) {
  std::vector<bool> styles;
  const auto document = archive.part("xl/styles.xml");
  if (!document) return styles;
  std::map<int, bool> formats;
  for (const pugi::xml_node format : document->document_element().child("numFmts").children())
    formats[format.attribute("numFmtId").as_int()] = shows_a_date(format.attribute("formatCode").value());
  for (const pugi::xml_node xf : document->document_element().child("cellXfs").children()) {
    const int id = xf.attribute("numFmtId").as_int();
    const auto own = formats.find(id);
    styles.push_back(own != formats.end() ? own->second : (id >= 14 && id <= 17) || id == 22);
  }
  return styles;
}

// "BC12" is column 55.
int column_of(std::string_view reference) {
  int column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > 100'000) break;
    column = column * 26 + (c - 'A' + 1);
  }
  return column;
}

struct Book {
  std::vector<std::string> strings;
  std::vector<bool> dates;
  Day epoch;
};

std::string number_cell(const std::string& text, const pugi::xml_node& cell, const Book& book) {
  const auto value = parse_number(text);
  const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
  if (!value || style >= book.dates.size() || !book.dates[style]) return value ? number_text(*value) : text;
  // The calendar of spreadsheets has a 29 February 1900 that never was.
  const double days = std::floor(*value);
  if (days < 61 || days > 200'000) return number_text(*value);
  const Day day = book.epoch + date::days(static_cast<int>(days));
  return in_range(day) ? to_iso(day) : number_text(*value);
}

std::string text_of(const pugi::xml_node& cell, const Book& book) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") {
    std::string text;
    collect_text(cell, text);
    return text;
  }
  const std::string value = cell.child("v").text().get();
  if (type == "s") {
    const auto i = parse_integer(value);
    return i && *i >= 0 && static_cast<std::size_t>(*i) < book.strings.size()
               ? book.strings[static_cast<std::size_t>(*i)]
               : "";
  }
  if (type == "b") return value == "1" ? "yes" : "no";
  if (type == "e") return "";
  return type.empty() || type == "n" ? (value.empty() ? "" : number_cell(value, cell, book)) : value;
}

std::string first_sheet(XlsxArchive& archive, Book& book) {
  const auto workbook = archive.part("xl/workbook.xml");
  if (!workbook) throw XlsxProblem{"xlsx.not_a_workbook", say("This is not an Excel workbook."), ""};
  const pugi::xml_node root = workbook->document_element();
  book.epoch = root.child("workbookPr").attribute("date1904").as_bool() ? Day{date::year{1904} / 1 / 1}
                                                                        : Day{date::year{1899} / 12 / 30};
  const std::string id = root.child("sheets").first_child().attribute("r:id").value();
  if (const auto relations = archive.part("xl/_rels/workbook.xml.rels"))
    for (const pugi::xml_node relation : relations->document_element().children())
      if (!id.empty() && id == relation.attribute("Id").value()) {
        const std::string target = relation.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
      }
  return "xl/worksheets/sheet1.xml";
}

std::vector<CsvRow> rows_of(const pugi::xml_document& sheet, const Book& book) {
  std::vector<CsvRow> rows;
  std::size_t cells = 0;
  int line = 0;
  for (const pugi::xml_node row : sheet.document_element().child("sheetData").children()) {
    line = row.attribute("r").as_int(line + 1);
    CsvRow out;
    bool speaks = false;
    for (const pugi::xml_node cell : row.children()) {
      const int given = column_of(cell.attribute("r").value());
      const auto place = static_cast<std::size_t>(given > 0 ? given : static_cast<int>(out.size()) + 1);
      if (place > most_csv_columns || rows.size() >= most_csv_rows || (cells += place) > most_csv_cells)
        throw XlsxProblem{"xlsx.too_large", say("This sheet holds more than can be read."), say("row {}", line)};
      while (out.size() < place) out.push_back({"", line, static_cast<int>(out.size()) + 1});
      out[place - 1].text = text_of(cell, book);
      speaks = speaks || !out[place - 1].text.empty();
    }
    if (speaks) rows.push_back(std::move(out));
  }
  return rows;
}

}  // namespace

Result<std::vector<CsvRow>> parse_xlsx(std::string_view bytes, const std::string& file) {
  try {
    XlsxArchive archive(bytes);
    if (!archive.is_open()) throw XlsxProblem{"xlsx.not_a_workbook", say("This is not an Excel workbook."), ""};
    Book book;
    const std::string name = first_sheet(archive, book);
    book.strings = shared_strings(archive);
    book.dates = date_styles(archive);
    const auto sheet = archive.part(name);
    if (!sheet) throw XlsxProblem{"xlsx.damaged", say("The workbook has no first sheet."), ""};
    return rows_of(*sheet, book);
  } catch (const XlsxProblem& problem) {
    return as_diagnostic(problem, file);
  }
}

std::string csv_from(const std::vector<CsvRow>& rows) {
  std::string out;
  int line = 1;
  for (const CsvRow& row : rows) {
    // Lines keep their numbers, for messages to name those of the sheet.
    for (; !row.empty() && line < row.front().line; ++line) out += '\n';
    std::vector<std::string> cells;
    for (const CsvCell& cell : row) cells.push_back(cell.text);
    const std::string text = csv_line(cells);
    out += text;
    ++line;
  }
  return out;
}

}  // namespace accord
