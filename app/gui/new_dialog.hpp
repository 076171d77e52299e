#pragma once
// Asks what a new dossier starts from.
#include <wx/dialog.h>

#include <optional>
#include <string>

#include "core/calendar/day.hpp"

class wxButton;
class wxChoice;
class wxTextCtrl;

namespace accord::gui {

class Prose;

class NewDialog : public wxDialog {
 public:
  NewDialog(wxWindow* parent, Day today);
  std::string template_code() const;
  std::string partner() const;
  Day start() const;

 private:
  void check();
  void fit();

  wxChoice* template_;
  wxTextCtrl *partner_, *start_;
  Prose *about_, *problem_;
  wxButton* make_ = nullptr;
};

}  // namespace accord::gui
