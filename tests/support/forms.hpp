#pragma once
// A collection form as a person fills it in.
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.hpp"
#include "db/exchange/csv.hpp"

namespace accord::test {

struct Filled {
  std::string code, column, text;
};

// The form, as a table of comma-separated values, with these cells filled in. Throws where it does not ask for one of them.
inline std::string filled_in(std::string_view form, const std::vector<Filled>& cells) {
  if (form.starts_with("\xEF\xBB\xBF")) form.remove_prefix(3);
  const auto rows = parse_csv(form, "form.csv").value();
  std::vector<std::vector<std::string>> table;
  for (const CsvRow& row : rows) {
    table.emplace_back();
    for (const CsvCell& cell : row) table.back().push_back(cell.text);
  }
  const auto place = [&](std::string_view name) {
    for (std::size_t i = 0; i < table.front().size(); ++i)
      if (table.front()[i] == name) return i;
    throw std::runtime_error("the form has no column " + std::string(name));
  };
  for (const Filled& filled : cells) {
    bool found = false;
    for (auto& row : table) {
      if (row.at(place("code")) != filled.code) continue;
      row.at(place(filled.column)) = filled.text;
      found = true;
    }
    if (!found) throw std::runtime_error("the form does not ask about " + filled.code);
  }
  std::string out;
  for (const auto& row : table) out += csv_line(row);
  return out;
}

}  // namespace accord::test
