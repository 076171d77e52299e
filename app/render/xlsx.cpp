// Excel workbooks: a sheet with what the report says, then one per table. Nothing in a cell is ever a formula.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "app/render/columns.hpp"
#include "app/render/signs.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"
#include "app/render/xlsx_cells.hpp"
#include "core/base/spoken.hpp"
#include "core/report/words.hpp"
#include "db/exchange/workbook.hpp"

namespace accord {
namespace {

using namespace doc;

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(say("the workbook cannot be written: {}", lxw_strerror(error)));
}

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
    return made_workbook([this](lxw_workbook* book) {
      book_ = book;
      fill();
      return cells_;
    });
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
    if (scene.height > 0 && !scene.description.empty()) line(scene.description, formats_.note);
  }
  // Each on a sheet of its own, to which a line leads.
  void operator()(const doc::Table& table) {
    if (table.columns.empty()) return;
    const std::string name = new_name(xlsx::name_among({table.name, table.caption, heading_}));
    tables_.push_back({name, &table});
    require(worksheet_write_url(front_, row_, 0, fmt::format("internal:'{}'!A1", name).c_str(), formats_.link));
    set_height(front_, row_, 1, text_size);
    write_words(front_, row_++, 0, "→ " + name, formats_.link);
  }

 private:
  // Points; and digits.
  static constexpr double text_size = 11, heading_size = 12, title_size = 15, front_width = 70;

  struct Formats {
    lxw_format *title, *heading, *text, *note, *head, *day, *number, *link;
  };

  // With the footnotes' marks: the notes stand below on the same sheet.
  static std::string words(const Text& text) {
    std::string out;
    for (const Run& run : text) out += run.footnote > 0 ? fmt::format("{} [{}]", run.text, run.footnote) : run.text;
    return out;
  }

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
    format_set_font_size(formats_.title, title_size);
    for (lxw_format* wrapped : {formats_.title, formats_.heading, formats_.text, formats_.note, formats_.head}) format_set_text_wrap(wrapped);
    format_set_bold(formats_.heading);
    format_set_font_size(formats_.heading, heading_size);
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
    front_ = add_sheet(new_name(document_.wording.report));
    require(worksheet_set_column(front_, 0, 0, front_width, nullptr));
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

  std::string new_name(const std::string& wanted) {
    names_.push_back(xlsx::sheet_name(wanted, names_));
    return names_.back();
  }

  lxw_worksheet* add_sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (!sheet) throw std::runtime_error(say("a sheet cannot be added to the workbook"));
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
  }

  void blank() { ++row_; }
  void line(const std::string& text, lxw_format* look) {
    if (text.empty()) return;
    const std::string fits = xlsx::fitting(text);
    const double size = look == formats_.title ? title_size : look == formats_.heading ? heading_size : text_size;
    set_height(front_, row_, lines_of(fits, front_width * text_size / size), size);
    write_words(front_, row_++, 0, fits, look);
  }

  // How many lines the words take in a column so many digits wide; letters are a little narrower or wider than digits.
  static std::size_t lines_of(const std::string& words, double width) {
    constexpr double spare = 0.93;
    return wrap(words, std::max(4, static_cast<int>(width * spare))).size();
  }

  // Not every program finds out for itself how high a row of wrapped words is.
  static void set_height(lxw_worksheet* sheet, lxw_row_t row, std::size_t lines, double size) {
    constexpr double most = 409, line_to_size = 15.0 / text_size;
    require(worksheet_set_row(sheet, row, std::min(most, static_cast<double>(lines) * size * line_to_size), nullptr));
  }

  void write_words(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* look) {
    require(worksheet_write_string(sheet, row, column, words.c_str(), look));
    ++cells_;
  }

  void add_table(const std::string& name, const doc::Table& table) {
    const std::vector<xlsx::Column> columns = xlsx::columns_of(table, document_.wording);
    lxw_worksheet* sheet = add_sheet(name);
    worksheet_set_landscape(sheet);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    const auto last_row = static_cast<lxw_row_t>(table.rows.size());
    const auto last_column = static_cast<lxw_col_t>(columns.size() - 1);
    for (lxw_col_t at = 0; at <= last_column; ++at) {
      const xlsx::Column& column = columns[at];
      require(worksheet_set_column(sheet, at, at, column.width, nullptr));
      if (!column.title.empty()) write_words(sheet, 0, at, column.title, formats_.head);
      for (lxw_row_t row = 1; row <= last_row; ++row) write(sheet, row, at, column.cells[row - 1]);
      if (last_row > 0) add_colours(sheet, at, last_row, column);
    }
    for (lxw_row_t row = 0; row <= last_row; ++row) {
      std::size_t lines = 1;
      for (const xlsx::Column& column : columns) lines = std::max(lines, lines_of(row == 0 ? column.title : column.cells[row - 1].words, column.width));
      set_height(sheet, row, lines, text_size);
    }
    if (last_row > 0) require(worksheet_autofilter(sheet, 0, 0, last_row, last_column));
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const xlsx::Cell& cell) {
    constexpr std::size_t longest_link = 2'000;
    if (cell.day) {
      const date::year_month_day ymd{*cell.day};
      lxw_datetime day{static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())), static_cast<int>(static_cast<unsigned>(ymd.day())), 0, 0, 0};
      require(worksheet_write_datetime(sheet, row, column, &day, formats_.day));
      ++cells_;
    } else if (cell.number) {
      require(worksheet_write_number(sheet, row, column, *cell.number, formats_.number));
      ++cells_;
    } else if (!cell.words.empty()) {
      const bool links = !cell.link.empty() && cell.link.size() < longest_link && worksheet_write_url(sheet, row, column, cell.link.c_str(), formats_.link) == LXW_NO_ERROR;
      write_words(sheet, row, column, cell.words, links ? formats_.link : formats_.text);
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
  std::size_t cells_ = 0;  // written
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
