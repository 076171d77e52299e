#pragma once
// Asks what the columns of a tracker mean.
#include <wx/dialog.h>

#include "app/forms/column_map.hpp"

class wxButton;

namespace accord::gui {

class Prose;

// What the dialog is called, whose columns it asks about, and what its button says.
struct ImportWords {
  std::string title, file, button;
};

class ImportDialog : public wxDialog {
 public:
  ImportDialog(wxWindow* parent, ColumnMap map, const ImportWords& words);
  const ColumnMap& map() const { return map_; }

 private:
  void check();
  ColumnMap map_;
  Prose* problem_ = nullptr;
  wxButton* import_ = nullptr;
};

}  // namespace accord::gui
