#pragma once
// What the columns of somebody's tracker mean, as a person says it.
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/exchange/import.hpp"

namespace accord {

struct ColumnMeaning {
  std::string_view code;   // as ImportOptions::names takes it
  std::string_view label;  // "Owner"
};
// What can be chosen; the first is that a column goes into the notes.
std::span<const ColumnMeaning> column_meanings();

class ColumnMap {
 public:
  explicit ColumnMap(std::vector<TableColumn> columns);
  const std::vector<TableColumn>& columns() const { return columns_; }
  // Whether every column was known, and one of them names the milestones: then nobody need be asked.
  bool is_certain() const;
  // Index into column_meanings().
  std::size_t meaning(std::size_t column) const { return meanings_.at(column); }
  void choose(std::size_t column, std::size_t meaning) { meanings_.at(column) = meaning; }
  // Whole sentences; empty = it can be imported so.
  std::vector<std::string> problems() const;
  // Their names with ours, where a person says something else than was understood.
  ColumnNames names() const;

 private:
  bool names_milestones() const;
  std::vector<TableColumn> columns_;
  std::vector<std::size_t> meanings_, understood_;
};

}  // namespace accord
