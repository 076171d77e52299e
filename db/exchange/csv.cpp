#include "db/exchange/csv.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
  char best = ',';
  for (const char c : {';', '\t'})
    if (count(c) > count(best)) best = c;
  return best;
}

bool starts_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

// "sep=;", with which some spreadsheets begin a table to name its separator: how long that line's words are, else 0.
std::size_t separator_line(std::string_view text) {
  constexpr std::string_view mark = "sep=";
  const bool is_one = text.size() > mark.size() + 1 && lower(text.substr(0, mark.size())) == mark &&
                      (text[mark.size() + 1] == '\n' || text[mark.size() + 1] == '\r');
  return is_one ? mark.size() + 1 : 0;
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : text_(text), file_(file), separator_(separator_of(text)) {
    const std::size_t named = separator_line(text);
    if (named == 0) return;
    separator_ = text[named - 1];
    while (at_ < named) step();
    end_of_line();
  }

  Result<std::vector<CsvRow>> read() {
    while (at_ < text_.size()) {
      CsvRow row;
      do {
        if (!fits(row)) return problems_;
        row.push_back(cell());
      } while (take(separator_));
      if (!problems_.empty()) return problems_;
      end_of_line();
      if (std::all_of(row.begin(), row.end(), [](const CsvCell& c) { return c.text.empty(); })) continue;
      cells_ += row.size();
      row.shrink_to_fit();
      rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  // Whether the row may get one more cell.
  bool fits(const CsvRow& row) {
    if (row.size() == most_csv_columns) too_large(say("at most {} columns", most_csv_columns));
    else if (rows_.size() == most_csv_rows) too_large(say("at most {} rows with the column names", most_csv_rows));
    else if (cells_ + row.size() == most_csv_cells) too_large(say("at most {} cells", most_csv_cells));
    return problems_.empty();
  }
  void too_large(std::string expected) {
    Diagnostic d{.code = "import.too_large", .message = say("The table is too large to be a plan."), .expected = std::move(expected), .advice = say("split it, or remove what is not needed")};
    d.place = {.file = file_, .line = line_, .column = column_, .record = {}, .field = {}};
    problems_.push_back(std::move(d));
  }

  bool at_line_end() const { return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    step();
    return true;
  }
  void step() {
    const char c = text_[at_++];
    if (c == '\n' || (c == '\r' && (at_ == text_.size() || text_[at_] != '\n'))) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++column_;
    }
  }
  void end_of_line() {
    const bool cr = take('\r');
    if (!take('\n') && !cr && at_ < text_.size()) step();
  }

  CsvCell cell() {
    CsvCell cell{"", line_, column_};
    if (take('"')) quoted(cell);
    else
      while (!at_line_end() && text_[at_] != separator_) {
        cell.text += text_[at_];
        step();
      }
    cell.text = trim(cell.text);
    if (cell.text.size() > 1 && cell.text.front() == '\'' && starts_like_formula(std::string_view(cell.text).substr(1))) cell.text.erase(0, 1);
    return cell;
  }

  void quoted(CsvCell& cell) {
    for (;;) {
      if (at_ == text_.size()) return problem(cell.line, cell.column, "csv.quote", say("A quotation mark is opened here and never closed."));
      if (take('"')) {
        if (!take('"')) break;
        cell.text += '"';
      } else {
        cell.text += text_[at_];
        step();
      }
    }
    while (at_ < text_.size() && text_[at_] == ' ') step();
    if (!at_line_end() && text_[at_] != separator_) problem(line_, column_, "csv.quote_inside", say("Text follows a closing quotation mark."));
    while (!problems_.empty() && at_ < text_.size()) step();
  }

  void problem(int line, int column, std::string code, std::string message) {
    Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = say("write a quotation mark inside a cell twice")};
    d.place = {.file = file_, .line = line, .column = column, .record = {}, .field = {}};
    problems_.push_back(std::move(d));
  }

  std::string_view text_;
  const std::string& file_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  std::vector<CsvRow> rows_;
  std::size_t cells_ = 0;  // in rows_
  Diagnostics problems_;
};

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view text, const std::string& file) { return Reader(text, file).read(); }

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string cell = cells[i];
    if (starts_like_formula(cell) && !parse_number(cell)) cell.insert(0, 1, '\'');
    if (i > 0) line += ',';
    if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace accord
