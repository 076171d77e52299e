#pragma once
// Beside a list: everything about the record that is selected, to be read and changed.
#include <wx/panel.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/forms/record_form.hpp"
#include "app/gui/workspace.hpp"

class wxListBox;
class wxNotebook;
class wxScrolledWindow;

namespace accord::gui {

class EvidencePanel;
class FieldEditor;
class LinksPanel;
class Prose;

// For one kind of record. Each edit is saved when the field is left, and can be undone.
class Inspector : public wxPanel {
 public:
  Inspector(wxWindow* parent, Workspace& workspace, Kind kind);
  // Shows the selected record where it is of the kind, else that nothing is selected.
  void show();
  // Turns to "why this date".
  void show_why();
  // Puts the keyboard into the first field.
  void edit();
  // Saves what has been typed and can be understood.
  void finish();
  // What has been typed and cannot be saved, in words: "“31 February 2027” in Started on of VFA.5"; "" = nothing.
  std::string unsaved() const;

 private:
  void build_fields();
  wxWindow* build_text_tab(const std::string& label, Prose*& prose);
  wxWindow* build_links_tab();
  void give_room();
  void show_head(const Record& record);
  void show_texts();
  void entered(FieldEditor& editor);
  void leave();
  void lay_out();

  Workspace& workspace_;
  Kind kind_;
  RecordId shown_;
  std::filesystem::path file_;  // in which it is
  std::optional<RecordForm> form_;
  Connection reading_;
  std::vector<FieldEditor*> editors_;
  Prose *name_ = nullptr, *dates_ = nullptr;
  wxNotebook* tabs_ = nullptr;
  wxScrolledWindow* fields_ = nullptr;
  Prose *why_text_ = nullptr, *history_text_ = nullptr;
  LinksPanel* links_ = nullptr;
  EvidencePanel* evidence_ = nullptr;
};

}  // namespace accord::gui
