#pragma once
// What a milestone waits for and what waits for it.
#include <wx/panel.h>

#include <vector>

#include "app/gui/workspace.hpp"

class wxButton;
class wxDataViewListCtrl;
class wxTextCtrl;

namespace accord::gui {

class FieldEditor;

class LinksPanel : public wxPanel {
 public:
  LinksPanel(wxWindow* parent, Workspace& workspace);
  void show(Id<Milestone> milestone);

 private:
  void fill(wxDataViewListCtrl& list, std::vector<Id<Link>>& links, bool before);
  void add();
  void remove();
  Id<Link> chosen() const;
  void show_link();
  void entered(FieldEditor& editor);

  Workspace& workspace_;
  Id<Milestone> milestone_;
  wxDataViewListCtrl *before_, *after_;
  std::vector<Id<Link>> links_before_, links_after_;  // by row
  wxTextCtrl* new_link_;
  wxButton *add_, *remove_;
  wxPanel* link_;  // the chosen link's fields
  std::vector<FieldEditor*> editors_;
  Id<Link> shown_;
};

}  // namespace accord::gui
