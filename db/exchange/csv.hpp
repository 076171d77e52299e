#pragma once
// Comma-separated values (RFC 4180): reading with the place of every cell, writing that spreadsheets cannot mistake.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace accord {

struct CsvCell {
  std::string text;
  int line = 1;    // where it begins, from 1
  int column = 1;  // in characters, from 1
};
using CsvRow = std::vector<CsvCell>;

// The largest table that is read, so that a file made of separators cannot fill the memory.
inline constexpr std::size_t most_csv_columns = 1'000;
inline constexpr std::size_t most_csv_rows = 200'000;
inline constexpr std::size_t most_csv_cells = 5'000'000;

// Every row that is not blank. The separator is the one of , ; tab that the first line holds most of. Line ends may be LF,
// CR LF or CR. import.too_large at the first cell beyond a limit below; csv.quote where a quotation mark is never closed, csv.quote_inside where text follows a closed one.
Result<std::vector<CsvRow>> parse_csv(std::string_view text, const std::string& file);

// One line with its line end. Cells with separators, quotation marks or line ends are quoted. A cell that a spreadsheet would
// run as a formula (it begins with = + - @ and is not a number) gets an apostrophe in front; reading takes it off again.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace accord
