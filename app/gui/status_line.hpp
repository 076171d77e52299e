#pragma once
// In the status line: why the next change is made. It goes to the journal with it.
#include <wx/statusbr.h>

#include "app/gui/workspace.hpp"

class wxTextCtrl;

namespace accord::gui {

class StatusLine : public wxStatusBar {
 public:
  // Two texts (panes 0 and 1) and the box between them and the edge.
  StatusLine(wxWindow* parent, Workspace& workspace);
  // Puts the keyboard into the box.
  void ask_why();
  void show_box(bool shown);

 private:
  void place();
  Workspace& workspace_;
  wxTextCtrl* box_;
  Connection used_;
};

}  // namespace accord::gui
