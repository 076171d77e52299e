#include "db/exchange/forms.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/day.hpp"
#include "core/edit/typed_date.hpp"
#include "core/model/ladder.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/tracker_cells.hpp"
#include "db/exchange/xlsx.hpp"

namespace accord {
namespace {

// Spreadsheets take a table without it for one in the machine's own old letters.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Columns in which people write days; tests hold them against the form's own.
bool holds_days(std::string_view column) {
  constexpr std::string_view columns[] = {"actual_start", "actual_finish", "expected", "resolved", "next_step_due", "evidence_date"};
  return std::ranges::find(columns, column) != std::end(columns);
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// As people type it (core/edit/typed_date.hpp). A spreadsheet that lost the format keeps a day as its number since 1900.
std::string typed_day(const std::string& text) {
  const std::string_view bare = trim(text);
  if (is_digits(bare) && bare.size() == 5) {
    const long long number = *parse_integer(bare);
    constexpr long long year_2000 = 36'526, year_2100 = 73'051;
    if (number >= year_2000 && number < year_2100)
      return to_iso(date::sys_days(date::year{2000} / 1 / 1) + date::days{number - year_2000});
  }
  return day_as_typed(bare);
}

// "7,5", as most of Europe writes it.
std::string typed_number(const std::string& text) {
  const auto parts = split(trim(text), ',');
  return parts.size() == 2 && is_digits(parts[0]) && is_digits(parts[1]) ? parts[0] + "." + parts[1] : text;
}

}  // namespace

std::string form_csv(const FormTable& form) {
  std::string out(byte_order_mark);
  out += csv_line(form.columns);
  for (const auto& row : form.rows) out += csv_line(row);
  return out;
}

std::string form_workbook(const FormTable& form, const Dossier& dossier) {
  XlsxTable table{.sheet = "Form", .columns = form.columns, .rows = form.rows, .read_only = 5};
  table.notes.emplace_back(say("In general"),
                           say("Fill in the white columns. An empty cell changes nothing; a hyphen (-) takes a value away; "
                           "– means that nothing is asked there. Save the file and send it back."));
  std::vector<std::string> rungs;
  std::string steps;
  LadderRungs ladder = ladder_of(dossier);
  ladder.pop_back();  // the last rung is not theirs to give
  for (const Rung& rung : ladder) {
    rungs.push_back(rung.code);
    steps += fmt::format("{}{} ({})", steps.empty() ? "" : ", ", rung.code, rung.label);
  }
  for (std::size_t i = 0; i < form_columns().size(); ++i) {
    const FormColumn& column = form_columns()[i];
    table.notes.emplace_back(column.name, column.name == "ladder" ? fmt::format("{} {}.", say(column.meaning), steps)
                                                                  : say(column.meaning));
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
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string column = i < rows.front().size() ? lower(trim(rows.front()[i].text)) : "";
      out.back().push_back({holds_days(column)       ? typed_day(row[i].text)
                            : column == "own_score" ? typed_number(row[i].text)
                                                    : row[i].text,
                            row[i].line, row[i].column});
    }
  }
  if (out.empty())
    return Diagnostic{.code = "form.columns",
                      .message = say("The form is empty."),
                      .place = {.file = file, .line = 1, .column = 1, .record = {}, .field = {}}};
  return out;
}

}  // namespace accord
