#pragma once
// Habits that every field of the window has, whichever page it is on.
#include <wx/eventfilter.h>
#include <wx/string.h>

#include <vector>

class wxKeyEvent;
class wxMouseEvent;
class wxTextEntry;
class wxWindow;

namespace accord::gui {

// While it lives: the wheel over a choice moves the page and never the choice; Ctrl+Z and Ctrl+Y belong to what is being
// typed until Enter, then to the dossier; a control that gets the keyboard is brought into sight.
class InputFilter : public wxEventFilter {
 public:
  InputFilter();
  ~InputFilter() override;
  InputFilter(const InputFilter&) = delete;
  InputFilter& operator=(const InputFilter&) = delete;
  int FilterEvent(wxEvent& event) override;

 private:
  void begin(wxWindow* field);
  void catch_up();
  bool typed_key(const wxKeyEvent& event);
  bool step(std::vector<wxString>& from, std::vector<wxString>& to);

  const void* field_ = nullptr;   // that has the keyboard; only compared, for it may be gone
  wxTextEntry* entry_ = nullptr;  // of the same, while it is there
  wxString value_;
  std::vector<wxString> past_, future_;  // oldest first
  bool stepping_ = false;
};

// Scrolls what `control` lies on until it can be seen.
void bring_into_sight(wxWindow& control);

}  // namespace accord::gui
