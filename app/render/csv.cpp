// A report for programs that reckon: what it says a line each, its tables with days in ISO and bare numbers.
#include <fmt/format.h>

#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"
#include "app/render/xlsx_cells.hpp"
#include "db/exchange/csv.hpp"

namespace accord {
namespace {

std::string text_of(const xlsx::Cell& cell) {
  if (cell.day) return to_iso(*cell.day);
  if (cell.number) return fmt::format("{}", *cell.number);
  return cell.words;
}

class CsvWriter {
 public:
  explicit CsvWriter(const doc::Wording& wording) : wording_(wording) {}

  void operator()(const doc::Heading& heading) { line({}), line({heading.text}); }
  void operator()(const doc::Paragraph& paragraph) { line({doc::words_of(paragraph.text)}); }
  void operator()(const doc::Status& status) { line({status.word, doc::words_of(status.text), status.rule}); }
  void operator()(const doc::KeyFigures& figures) {
    for (const doc::KeyFigure& figure : figures.figures) line({figure.label, figure.value, figure.note});
  }
  void operator()(const doc::List& list) {
    for (const doc::Text& item : list.items) line({doc::words_of(item)});
  }
  void operator()(const chart::Scene&) {}
  void operator()(const doc::Table& table) {
    line({});
    if (!table.caption.empty()) line({table.caption});
    const auto columns = xlsx::columns_of(table, wording_);
    std::vector<std::string> cells;
    for (const xlsx::Column& column : columns) cells.push_back(column.title);
    line(cells);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      cells.clear();
      for (const xlsx::Column& column : columns) cells.push_back(text_of(column.cells[row]));
      line(cells);
    }
    line({});
  }
  void line(const std::vector<std::string>& cells) {
    std::vector<std::string> fitting;
    for (const std::string& cell : cells) fitting.push_back(xlsx::fitting(cell));
    const std::string made = csv_line(fitting);
    const bool is_blank = fitting.empty();
    if (!is_blank || !was_blank_) out_ += made;
    was_blank_ = is_blank;
  }
  std::string written() && { return std::move(out_); }

 private:
  const doc::Wording& wording_;
  std::string out_;
  bool was_blank_ = true;
};

}  // namespace

std::string to_csv(const Document& original) {
  const Document document = with_plain_spaces(original);
  CsvWriter write(document.wording);
  write.line({document.title, document.subtitle});
  for (const doc::Block& block : document.blocks) std::visit(write, block);
  for (std::size_t i = 0; i < document.footnotes.size(); ++i) write.line({fmt::format("[{}] {}", i + 1, doc::words_of(document.footnotes[i]))});
  write.line({});
  write.line({document.footer});
  return std::move(write).written();
}

}  // namespace accord
