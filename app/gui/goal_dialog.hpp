#pragma once
// Asks which milestone is to be reached inside whose mandate.
#include <wx/dialog.h>

#include <string>
#include <vector>

#include "app/forms/new_goal.hpp"

class wxButton;
class wxChoice;
class wxComboBox;
class wxTextCtrl;

namespace accord::gui {

class Prose;

class GoalDialog : public wxDialog {
 public:
  // `chosen` is the milestone that a person has selected; may be none.
  GoalDialog(wxWindow* parent, const Dossier& dossier, Id<Milestone> chosen);
  NewGoal answer() const;

 private:
  wxTextCtrl* add_text(wxSizer& into, std::string_view label, std::string_view name, std::string_view hint);
  void check();

  Dossier dossier_;
  std::vector<std::string> mandates_;  // codes, in the order of the choice
  wxComboBox* milestone_ = nullptr;
  wxChoice* mandate_ = nullptr;
  wxTextCtrl *title_ = nullptr, *holder_ = nullptr, *ends_ = nullptr;
  Prose *understood_ = nullptr, *problem_ = nullptr;
  wxButton* set_ = nullptr;
};

}  // namespace accord::gui
