#pragma once
// The rows of a register that are listed.
#include <wx/dataview.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "app/gui/register_page.hpp"
#include "app/gui/strings.hpp"

namespace accord::gui {

class RegisterModel : public wxDataViewVirtualListModel {
 public:
  void show(const std::vector<const RegisterRow*>& rows) {
    rows_.clear();
    rows_.reserve(rows.size());
    for (const RegisterRow* row : rows) rows_.push_back(*row);
    Reset(static_cast<unsigned>(rows_.size()));
  }
  RecordId at(unsigned row) const { return rows_.at(row).id; }
  std::optional<unsigned> row_of(RecordId id) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const RegisterRow& row) { return row.id == id; });
    if (found == rows_.end()) return std::nullopt;
    return static_cast<unsigned>(found - rows_.begin());
  }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    value = row < rows_.size() && column < rows_[row].cells.size() ? wx(rows_[row].cells[column]) : wxString();
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
  std::vector<RegisterRow> rows_;
};

}  // namespace accord::gui
