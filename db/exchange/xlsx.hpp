#pragma once
// Spreadsheets (Office Open XML): the first sheet of a workbook in, one table with its notes out.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/exchange/csv.hpp"

namespace accord {

// The cells of the first sheet as text, in the places that a spreadsheet shows: row n is line n, the first column is 1.
// Days are ISO text whatever their format, numbers the shortest text of theirs. Rows without any text are left out,
// empty cells before the last one are empty. Codes: xlsx.not_a_workbook, xlsx.damaged, xlsx.too_large (one part of more
// than 64 MiB, or more cells than csv.hpp takes).
Result<std::vector<CsvRow>> parse_xlsx(std::string_view bytes, const std::string& file);

// The same table as text that parse_csv() and the importers of tables read.
std::string csv_from(const std::vector<CsvRow>& rows);

struct XlsxTable {
  std::string sheet;  // its name, at most 31 characters
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;                   // texts; shown and kept as such
  std::vector<std::pair<std::string, std::string>> notes = {};  // a second sheet: what is what
  std::vector<std::pair<std::size_t, std::vector<std::string>>> choices =
      {};                     // a column's place and what may be chosen in it
  std::size_t read_only = 0;  // so many columns from the left are shaded
};
// The bytes of a workbook: a header that stays in sight, filters, notes. The same table gives the same bytes. Throws as
// made_workbook() does.
std::string write_xlsx(const XlsxTable& table);

}  // namespace accord
