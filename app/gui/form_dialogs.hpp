#pragma once
// Collection forms: whom one goes to, and what becomes of one that came back.
#include <wx/dataview.h>
#include <wx/dialog.h>

#include <string>
#include <vector>

#include "app/session/collecting.hpp"

class wxListBox;

namespace accord::gui {

class Prose;

// Asks which of the parties that owe something is asked.
class PartyDialog : public wxDialog {
 public:
  PartyDialog(wxWindow* parent, const Dossier& dossier, const std::vector<PartyToAsk>& parties);
  Id<Party> party() const;

 private:
  std::vector<PartyToAsk> parties_;  // as they are listed
  wxListBox* list_;
};

// Tells of each cell what would become of it, what needs a person first, and asks whether to take over what is accepted.
class FormReportDialog : public wxDialog {
 public:
  struct Form {
    std::string file, party;  // as people call them
  };
  FormReportDialog(wxWindow* parent, const Dossier& dossier, const FormReport& report, const Form& form);

 private:
  void build_table();
  void show_chosen();
  wxDataViewCtrl* table_ = nullptr;
  wxObjectDataPtr<wxDataViewModel> model_;
  Prose* chosen_ = nullptr;  // the chosen row in full
};

}  // namespace accord::gui
