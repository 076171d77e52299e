#pragma once
// What the cells of a table are to a spreadsheet: days, numbers, or words. Only for xlsx.cpp.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/document.hpp"

namespace accord::xlsx {

// The day or number that a cell of such a column says, and the words beside it.
struct Cell {
  std::optional<Day> day;
  std::optional<double> number;
  std::string words;  // all of them where there is neither; footnotes as "[1]"
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
// A column more stands behind one whose days or numbers have words beside them.
std::vector<Column> columns_of(const doc::Table& table);

// Toned words of a column, each with the tone that it always has there.
std::map<std::string, doc::Tone> toned_words(const Column& column);

// At most 31 characters, none that a sheet's name may not have, unlike all in `taken`, without regard to case.
std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken);

}  // namespace accord::xlsx
