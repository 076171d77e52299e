#pragma once
// Beside a list of which several rows are chosen: gives them all one value, or removes them all.
#include <wx/panel.h>

#include <vector>

#include "app/gui/workspace.hpp"

class wxButton;
class wxChoice;
class wxComboBox;

namespace accord::gui {

class Prose;

class SeveralPanel : public wxPanel {
 public:
  SeveralPanel(wxWindow* parent, Workspace& workspace, Kind kind);
  // Takes the chosen records, more than one.
  void show(std::vector<RecordId> chosen);
  // Puts the keyboard on what is to be changed.
  void edit();
  void remove_all();

 private:
  void offer_values();
  void set_all();
  void tell(const Result<EditDone>& done);
  void lay_out();

  Workspace& workspace_;
  Kind kind_;
  std::vector<const Field*> fields_;
  std::vector<RecordId> chosen_;
  Prose *head_ = nullptr, *names_ = nullptr, *message_ = nullptr;
  wxChoice* field_ = nullptr;
  wxComboBox* value_ = nullptr;
  wxButton *set_ = nullptr, *remove_ = nullptr;
};

}  // namespace accord::gui
