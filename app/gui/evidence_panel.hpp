#pragma once
// What shows that the selected record is as it is written: acts and links, to be added, opened and taken away.
#include <wx/panel.h>

#include <vector>

#include "app/gui/workspace.hpp"

class wxButton;
class wxDataViewListCtrl;
class wxTextCtrl;

namespace accord::gui {

class EvidencePanel : public wxPanel {
 public:
  // Of milestones or of entries.
  EvidencePanel(wxWindow* parent, Workspace& workspace, Kind kind);
  void show(RecordId record);

 private:
  void add();
  void open();
  void remove();
  Id<Evidence> chosen_id() const;
  const Evidence* chosen() const;  // null where none is
  void enable();

  Workspace& workspace_;
  Kind kind_;
  RecordId record_;
  std::vector<Id<Evidence>> listed_;
  wxDataViewListCtrl* list_ = nullptr;
  wxTextCtrl* new_ = nullptr;
  wxButton *add_ = nullptr, *open_ = nullptr, *remove_ = nullptr;
};

}  // namespace accord::gui
