#include "db/exchange/forms.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/model/ladder.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/xlsx.hpp"

namespace accord {

std::string form_csv(const FormTable& form) {
  std::string out = csv_line(form.columns);
  for (const auto& row : form.rows) out += csv_line(row);
  return out;
}

std::string form_workbook(const FormTable& form, const Dossier& dossier) {
  XlsxTable table{.sheet = "Form", .columns = form.columns, .rows = form.rows, .read_only = 5};
  table.notes.emplace_back("In general",
                           "Fill in the white columns. An empty cell changes nothing; a hyphen (-) takes a value away; "
                           "– means that nothing is asked there. Save the file and send it back.");
  std::vector<std::string> rungs;
  std::string steps;
  for (const Rung& rung : ladder_of(dossier)) {
    rungs.push_back(rung.code);
    steps += fmt::format("{}{} ({})", steps.empty() ? "" : ", ", rung.code, rung.label);
  }
  for (std::size_t i = 0; i < form_columns().size(); ++i) {
    const FormColumn& column = form_columns()[i];
    table.notes.emplace_back(column.name, column.name == "ladder" ? fmt::format("{} {}.", column.meaning, steps)
                                                                  : std::string(column.meaning));
    if (column.name == "ladder") table.choices.emplace_back(i, rungs);
    if (column.name == "state")
      table.choices.emplace_back(i, std::vector<std::string>{"open", "kept", "slipped", "broken"});
  }
  return write_xlsx(table);
}

Result<FormRows> read_form(std::string_view bytes, const std::string& file) {
  const bool workbook = bytes.starts_with("PK");
  std::vector<CsvRow> rows;
  if (workbook) {
    auto read = parse_xlsx(bytes, file);
    if (!read) return read.errors();
    rows = std::move(read).value();
  } else {
    const auto text = as_utf8(bytes, file);
    if (!text) return text.errors();
    auto read = parse_csv(*text, file);
    if (!read) return read.errors();
    rows = std::move(read).value();
  }
  FormRows out;
  for (const CsvRow& row : rows) {
    out.emplace_back();
    for (const CsvCell& cell : row) out.back().push_back({cell.text, cell.line, cell.column});
  }
  if (out.empty())
    return Diagnostic{.code = "form.columns",
                      .message = "The form is empty.",
                      .place = {.file = file, .line = 1, .column = 1, .record = {}, .field = {}}};
  return out;
}

}  // namespace accord
