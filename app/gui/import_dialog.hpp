#pragma once
// Asks what the columns of a tracker mean.
#include <wx/dialog.h>

#include "app/forms/column_map.hpp"

class wxButton;

namespace accord::gui {

class Prose;

class ImportDialog : public wxDialog {
 public:
  ImportDialog(wxWindow* parent, ColumnMap map, const std::string& file);
  const ColumnMap& map() const { return map_; }

 private:
  void check();
  ColumnMap map_;
  Prose* problem_ = nullptr;
  wxButton* import_ = nullptr;
};

}  // namespace accord::gui
