#pragma once
// What the cells of a table are to a spreadsheet: days, numbers, or words. Only for xlsx.cpp.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/document.hpp"

namespace accord::xlsx {

// The day or number that a cell of such a column says, its error, and the words beside it.
struct Cell {
  std::optional<Day> day;
  std::optional<double> number;
  std::optional<double> error;  // what stands after "±" beside a day (in days) or a number
  std::string words;            // all of them where there is neither day nor number
  std::vector<int> notes;       // the footnotes that it refers to
  std::string link;   // where the whole cell is one; "" = none
  doc::Tone tone = doc::Tone::neutral;
};
Cell cell_of(const doc::Text& text, doc::ColumnKind kind);

// As much of the text as a cell holds, harmless, trimmed.
std::string fitting(std::string_view text);

struct Column {
  std::string title;
  doc::ColumnKind kind = doc::ColumnKind::text;
  std::vector<Cell> cells;
  double width = 10;  // characters
};
// Behind one whose days or numbers have errors or words beside them stands a column more for each of the two; the numbers of
// footnotes stand in the last one, so that all others hold data alone.
std::vector<Column> columns_of(const doc::Table& table, const doc::Wording& wording);

// Toned words of a column, each with the tone that it always has there.
std::map<std::string, doc::Tone> toned_words(const Column& column);

// The first that is not empty and short enough for a sheet's name as it stands; where none is, the first that is not empty.
std::string name_among(const std::vector<std::string>& names);

// At most 31 characters, cut at a word and marked "…" where it is longer, none that a sheet's name may not have, unlike all in `taken`, without regard to case.
std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken);

}  // namespace accord::xlsx
