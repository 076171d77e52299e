#include "app/forms/column_map.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace accord {
namespace {

constexpr ColumnMeaning meanings[] = {{"notes", "Goes into the notes"},
                                      {"title", "The milestone's title"},
                                      {"code", "Its code"},
                                      {"track", "Its track"},
                                      {"parent", "The group that it belongs to"},
                                      {"owner", "Who is responsible"},
                                      {"co_owner", "Who shares it"},
                                      {"status", "How far it is: done, in progress …"},
                                      {"percent", "How much is done, in per cent"},
                                      {"deadline", "Deadline"},
                                      {"expected", "When it is expected"},
                                      {"start", "Planned start"},
                                      {"finish", "Planned finish"},
                                      {"actual_start", "Started on"},
                                      {"actual_finish", "Finished on"},
                                      {"duration", "How long it takes"},
                                      {"predecessors", "What it waits for"},
                                      {"next_step", "Next step"},
                                      {"next_step_due", "Next step due"}};

std::size_t index_of(std::string_view code) {
  const auto at = std::find_if(std::begin(meanings), std::end(meanings),
                               [&](const ColumnMeaning& meaning) { return meaning.code == code; });
  return at == std::end(meanings) ? 0 : static_cast<std::size_t>(at - std::begin(meanings));
}

}  // namespace

std::span<const ColumnMeaning> column_meanings() { return meanings; }

ColumnMap::ColumnMap(std::vector<TableColumn> columns) : columns_(std::move(columns)) {
  // A rarer field that is understood is not offered, and stays as it is.
  std::erase_if(columns_, [](const TableColumn& column) {
    return !column.meaning.empty() && column.meaning != "notes" && index_of(column.meaning) == 0;
  });
  for (const TableColumn& column : columns_) meanings_.push_back(index_of(column.meaning));
  understood_ = meanings_;
}

bool ColumnMap::names_milestones() const {
  return std::any_of(meanings_.begin(), meanings_.end(), [](std::size_t meaning) {
    return meanings[meaning].code == "title" || meanings[meaning].code == "code";
  });
}

bool ColumnMap::is_certain() const {
  return problems().empty() && std::none_of(columns_.begin(), columns_.end(),
                                            [](const TableColumn& column) { return column.meaning.empty(); });
}

std::vector<std::string> ColumnMap::problems() const {
  std::vector<std::string> out;
  if (!names_milestones()) out.emplace_back("Say which column holds the milestones' titles.");
  for (std::size_t i = 0; i < columns_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (meanings_[i] == meanings_[j] && meanings_[i] != 0)
        out.push_back(fmt::format("The columns “{}” and “{}” cannot both mean the same.", columns_[j].header,
                                  columns_[i].header));
  return out;
}

std::vector<std::pair<std::string, std::string>> ColumnMap::names() const {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (meanings_[i] != understood_[i]) out.emplace_back(columns_[i].header, meanings[meanings_[i]].code);
  return out;
}

}  // namespace accord
