#include "app/forms/column_map.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"

namespace accord {
namespace {

constexpr ColumnMeaning meanings[] = {{"notes", message("Goes into the notes")},
                                      {"left_out", message("Is left out")},
                                      {"title", message("The milestone's title")},
                                      {"code", message("Its code")},
                                      {"track", message("Its track")},
                                      {"parent", message("The group that it belongs to")},
                                      {"owner", message("Who is responsible")},
                                      {"co_owner", message("Who shares it")},
                                      {"status", message("How far it is: done, in progress …")},
                                      {"percent", message("How much is done, in per cent")},
                                      {"deadline", message("Deadline")},
                                      {"expected", message("When it is expected")},
                                      {"start", message("Planned start")},
                                      {"finish", message("Planned finish")},
                                      {"actual_start", message("Started on")},
                                      {"actual_finish", message("Finished on")},
                                      {"duration", message("How long it takes")},
                                      {"predecessors", message("What it waits for")},
                                      {"next_step", message("Next step")},
                                      {"next_step_due", message("Next step due")}};

std::size_t index_of(std::string_view code) {
  const auto at = std::find_if(std::begin(meanings), std::end(meanings),
                               [&](const ColumnMeaning& meaning) { return meaning.code == code; });
  return at == std::end(meanings) ? 0 : static_cast<std::size_t>(at - std::begin(meanings));
}

bool may_be_several(std::string_view code) { return code == "notes" || code == "left_out"; }

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
  if (!names_milestones()) out.emplace_back(say("Say which column holds the milestones' titles."));
  for (std::size_t i = 0; i < columns_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (meanings_[i] == meanings_[j] && !may_be_several(meanings[meanings_[i]].code))
        out.push_back(say("The columns “{}” and “{}” cannot both mean the same.", columns_[j].header,
                                  columns_[i].header));
  return out;
}

ColumnNames ColumnMap::names() const {
  ColumnNames out;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (meanings_[i] != understood_[i]) out.emplace_back(columns_[i].header, meanings[meanings_[i]].code);
  return out;
}

}  // namespace accord
