#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "core/base/spoken.hpp"
#include "db/exchange/workbook.hpp"
#include "db/exchange/xlsx.hpp"

namespace accord {
namespace {

struct Formats {
  lxw_format *head, *given, *filled, *text;
  explicit Formats(lxw_workbook* book)
      : head(workbook_add_format(book)),
        given(workbook_add_format(book)),
        filled(workbook_add_format(book)),
        text(workbook_add_format(book)) {
    format_set_bold(head);
    format_set_bg_color(head, 0xD9E2EC);
    format_set_border(head, LXW_BORDER_THIN);
    format_set_bg_color(given, 0xF0F0F0);
    for (lxw_format* format : {given, filled, text}) {
      format_set_num_format(format, "@");
      format_set_text_wrap(format);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
  }
};

lxw_row_t row(std::size_t i) { return static_cast<lxw_row_t>(i); }
lxw_col_t column(std::size_t i) { return static_cast<lxw_col_t>(i); }

void write_table(lxw_worksheet* sheet, const XlsxTable& table, const Formats& formats) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t widest = table.columns[c].size();
    for (const auto& cells : table.rows) widest = std::max(widest, c < cells.size() ? cells[c].size() : 0);
    worksheet_set_column(sheet, column(c), column(c), std::clamp(static_cast<double>(widest) + 2, 10.0, 45.0),
                         c < table.read_only ? formats.given : formats.filled);
    worksheet_write_string(sheet, 0, column(c), table.columns[c].c_str(), formats.head);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      worksheet_write_string(sheet, row(r + 1), column(c), c < table.rows[r].size() ? table.rows[r][c].c_str() : "",
                             c < table.read_only ? formats.given : formats.filled);
  }
  worksheet_freeze_panes(sheet, 1, column(std::min<std::size_t>(table.read_only, 4)));
  if (!table.columns.empty())
    worksheet_autofilter(sheet, 0, 0, row(table.rows.size()), column(table.columns.size() - 1));
}

void offer_choices(lxw_worksheet* sheet, const XlsxTable& table) {
  for (const auto& [place, choices] : table.choices) {
    std::vector<char*> list;  // the library takes them as changeable and leaves them as they are
    for (const std::string& choice : choices) list.push_back(const_cast<char*>(choice.c_str()));
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    // A hint, not a wall: the check on the way back explains more than a spreadsheet can.
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    if (!table.rows.empty())
      worksheet_data_validation_range(sheet, 1, column(place), row(table.rows.size()), column(place), &validation);
  }
}

void write_notes(lxw_workbook* book, const XlsxTable& table, const Formats& formats) {
  if (table.notes.empty()) return;
  lxw_worksheet* sheet = workbook_add_worksheet(book, say("How to fill it in").c_str());
  worksheet_set_column(sheet, 0, 0, 18, formats.text);
  worksheet_set_column(sheet, 1, 1, 90, formats.text);
  for (std::size_t r = 0; r < table.notes.size(); ++r) {
    worksheet_write_string(sheet, row(r), 0, table.notes[r].first.c_str(), formats.head);
    worksheet_write_string(sheet, row(r), 1, table.notes[r].second.c_str(), formats.text);
  }
}

}  // namespace

std::string write_xlsx(const XlsxTable& table) {
  return made_workbook([&](lxw_workbook* book) {
    lxw_doc_properties properties{};
    properties.created = 946684800;  // the same bytes for the same table
    workbook_set_properties(book, &properties);
    const Formats formats(book);
    lxw_worksheet* sheet = workbook_add_worksheet(book, table.sheet.substr(0, 31).c_str());
    if (!sheet) throw std::logic_error("a sheet cannot have this name: " + table.sheet);
    write_table(sheet, table, formats);
    offer_choices(sheet, table);
    write_notes(book, table, formats);
    return table.columns.size() * (table.rows.size() + 1) + 2 * table.notes.size();
  });
}

}  // namespace accord
