// Excel workbooks: a sheet with what the report says, then one per table. Nothing in a cell is ever a formula.
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "app/render/signs.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"
#include "app/render/xlsx_cells.hpp"
#include "core/base/spoken.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using namespace doc;

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(say("the workbook cannot be written: {}", lxw_strerror(error)));
}

// A file in memory that the library can open by name.
class MemoryFile {
 public:
  MemoryFile() : handle_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (handle_ < 0) throw std::runtime_error(say("there is no memory for the workbook"));
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(handle_); }
  std::string path() const { return fmt::format("/proc/self/fd/{}", handle_); }
  std::string bytes() const {
    std::string out;
    char part[65'536];
    for (;;) {
      const ssize_t n = ::pread(handle_, part, sizeof part, static_cast<off_t>(out.size()));
      if (n < 0) throw std::runtime_error(say("the workbook cannot be read back"));
      if (n == 0) return out;
      out.append(part, static_cast<std::size_t>(n));
    }
  }

 private:
  int handle_;
};

lxw_color_t colour(Tone tone) {
  const chart::Colour c = colour_of(tone);
  return static_cast<lxw_color_t>((c.red << 16) | (c.green << 8) | c.blue);
}

lxw_color_t ground(Tone tone) {
  switch (tone) {
    case Tone::good: return 0xE3F2E8;
    case Tone::caution: return 0xFBF0D9;
    case Tone::bad: return 0xFBE4E2;
    case Tone::unknown: return 0xEEF0F2;
    case Tone::neutral: break;
  }
  return 0xFFFFFF;
}

class XlsxWriter {
 public:
  explicit XlsxWriter(const Document& document) : document_(document) {}

  std::string write() {
    const MemoryFile file;
    const std::string path = file.path();
    book_ = workbook_new(path.c_str());
    if (!book_) throw std::runtime_error(say("there is no memory for the workbook"));
    try {
      fill();
    } catch (...) {
      // The library frees the workbook only when it is closed.
      workbook_close(book_);
      throw;
    }
    require(workbook_close(book_));
    return file.bytes();
  }

  void operator()(const Heading& h) {
    heading_ = h.text;
    blank();
    line(h.text, formats_.heading);
  }
  void operator()(const Paragraph& p) { line(words(p.text), p.kind == Paragraph::Kind::note ? formats_.note : formats_.text); }
  void operator()(const Status& s) {
    line(fmt::format("{} {}: {}", sign_of(s.tone), s.word, words(s.text)), toned(s.tone));
    if (!s.rule.empty()) line(s.rule, formats_.note);
  }
  void operator()(const KeyFigures& k) {
    for (const KeyFigure& f : k.figures) line(fmt::format("{}: {}{}", f.label, f.value, f.note.empty() ? "" : fmt::format(" ({})", f.note)), toned(f.tone));
  }
  void operator()(const List& l) {
    int number = 0;
    for (const Text& item : l.items) line(l.numbered ? fmt::format("{}. {}", ++number, words(item)) : "• " + words(item), formats_.text);
  }
  void operator()(const chart::Scene& scene) {
    if (scene.height > 0) line(scene.description, formats_.note);
  }
  void operator()(const doc::Table& table) { tables_.push_back({table.caption.empty() ? heading_ : table.caption, &table}); }

 private:
  struct Formats {
    lxw_format *title, *heading, *text, *note, *head, *day, *number, *link;
  };

  static std::string words(const Text& text) { return xlsx::cell_of(text, ColumnKind::text).words; }

  lxw_format* format() {
    lxw_format* made = workbook_add_format(book_);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  lxw_format* toned(Tone tone) {
    if (tone == Tone::neutral) return formats_.text;
    lxw_format* made = format();
    format_set_text_wrap(made);
    format_set_bold(made);
    format_set_font_color(made, colour(tone));
    return made;
  }

  void make_formats() {
    formats_ = {format(), format(), format(), format(), format(), format(), format(), format()};
    format_set_bold(formats_.title);
    format_set_font_size(formats_.title, 15);
    for (lxw_format* wrapped : {formats_.title, formats_.heading, formats_.text, formats_.note, formats_.head}) format_set_text_wrap(wrapped);
    format_set_bold(formats_.heading);
    format_set_font_size(formats_.heading, 12);
    format_set_font_color(formats_.note, colour(Tone::unknown));
    format_set_bold(formats_.head);
    format_set_bg_color(formats_.head, 0xDFE8F3);
    format_set_bottom(formats_.head, LXW_BORDER_THIN);
    format_set_num_format(formats_.day, "yyyy-mm-dd");
    format_set_align(formats_.day, LXW_ALIGN_LEFT);
    format_set_font_color(formats_.link, 0x1F5FA8);
    format_set_underline(formats_.link, LXW_UNDERLINE_SINGLE);
    format_set_text_wrap(formats_.link);
  }

  void set_properties() {
    // The day's noon stands for the moment, so that the same report has the same bytes.
    const auto noon = static_cast<time_t>(document_.made_from.generated.time_since_epoch().count()) * 86'400 + 43'200;
    std::string title = shortened(xlsx::fitting(document_.title), 250), about = shortened(xlsx::fitting(document_.footer), 250), author = "Accord";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = about.data();
    properties.author = author.data();
    properties.created = noon;
    require(workbook_set_properties(book_, &properties));
  }

  void fill() {
    make_formats();
    set_properties();
    front_ = add_sheet(document_.subtitle.empty() ? document_.title : document_.subtitle);
    require(worksheet_set_column(front_, 0, 0, 110, nullptr));
    worksheet_set_portrait(front_);
    heading_ = document_.title;
    line(document_.title, formats_.title);
    line(document_.subtitle, formats_.note);
    for (const Block& block : document_.blocks) std::visit(*this, block);
    if (!document_.footnotes.empty()) (*this)(Heading{2, document_.wording.notes});
    for (std::size_t i = 0; i < document_.footnotes.size(); ++i) line(fmt::format("[{}] {}", i + 1, words(document_.footnotes[i])), formats_.note);
    blank();
    line(document_.footer, formats_.note);
    for (const auto& [name, table] : tables_) add_table(name, *table);
  }

  lxw_worksheet* add_sheet(const std::string& wanted) {
    names_.push_back(xlsx::sheet_name(wanted, names_));
    lxw_worksheet* sheet = workbook_add_worksheet(book_, names_.back().c_str());
    if (!sheet) throw std::runtime_error(say("a sheet cannot be added to the workbook"));
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
  }

  void blank() { ++row_; }
  void line(const std::string& text, lxw_format* look) {
    if (!text.empty()) require(worksheet_write_string(front_, row_++, 0, xlsx::fitting(text).c_str(), look));
  }

  void add_table(const std::string& name, const doc::Table& table) {
    const std::vector<xlsx::Column> columns = xlsx::columns_of(table);
    if (columns.empty()) return;
    lxw_worksheet* sheet = add_sheet(name);
    worksheet_set_landscape(sheet);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    const auto last_row = static_cast<lxw_row_t>(table.rows.size());
    const auto last_column = static_cast<lxw_col_t>(columns.size() - 1);
    for (lxw_col_t at = 0; at <= last_column; ++at) {
      const xlsx::Column& column = columns[at];
      require(worksheet_set_column(sheet, at, at, column.width, nullptr));
      require(worksheet_write_string(sheet, 0, at, column.title.c_str(), formats_.head));
      for (lxw_row_t row = 1; row <= last_row; ++row) write(sheet, row, at, column.cells[row - 1]);
      if (last_row > 0) add_colours(sheet, at, last_row, column);
    }
    if (last_row > 0) require(worksheet_autofilter(sheet, 0, 0, last_row, last_column));
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const xlsx::Cell& cell) {
    constexpr std::size_t longest_link = 2'000;
    if (cell.day) {
      const date::year_month_day ymd{*cell.day};
      lxw_datetime day{static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())), static_cast<int>(static_cast<unsigned>(ymd.day())), 0, 0, 0};
      require(worksheet_write_datetime(sheet, row, column, &day, formats_.day));
    } else if (cell.number) {
      require(worksheet_write_number(sheet, row, column, *cell.number, formats_.number));
    } else if (!cell.link.empty() && cell.link.size() < longest_link && worksheet_write_url(sheet, row, column, cell.link.c_str(), formats_.link) == LXW_NO_ERROR) {
      require(worksheet_write_string(sheet, row, column, cell.words.c_str(), formats_.link));
    } else if (!cell.words.empty()) {
      require(worksheet_write_string(sheet, row, column, cell.words.c_str(), formats_.text));
    }
  }

  // By condition, so that colours follow when somebody changes a word.
  void add_colours(lxw_worksheet* sheet, lxw_col_t at, lxw_row_t last_row, const xlsx::Column& column) {
    constexpr std::size_t longest = 120;
    for (const auto& [words, tone] : xlsx::toned_words(column)) {
      if (words.size() > longest) continue;
      lxw_format* look = workbook_add_format(book_);
      format_set_font_color(look, colour(tone));
      format_set_bg_color(look, ground(tone));
      std::string quoted = "\"";
      for (const char c : words) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
      quoted += '"';
      lxw_conditional_format rule{};
      rule.type = LXW_CONDITIONAL_TYPE_CELL;
      rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
      rule.value_string = quoted.data();
      rule.format = look;
      require(worksheet_conditional_format_range(sheet, 1, at, last_row, at, &rule));
    }
  }

  struct NamedTable {
    std::string name;
    const doc::Table* table;
  };

  const Document& document_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* front_ = nullptr;
  lxw_row_t row_ = 0;
  Formats formats_{};
  std::string heading_;
  std::vector<std::string> names_;
  std::vector<NamedTable> tables_;
};

}  // namespace

std::string to_xlsx(const Document& document) {
  const Document plain = with_plain_spaces(document);
  return XlsxWriter(plain).write();
}

}  // namespace accord
