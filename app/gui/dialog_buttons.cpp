#include "app/gui/dialog_buttons.hpp"

#include <wx/button.h>
#include <wx/dialog.h>

#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

wxButton* label_buttons(wxDialog& dialog, const std::string& ok) {
  auto* agree = static_cast<wxButton*>(dialog.FindWindow(wxID_OK));
  agree->SetLabel(wx(ok));
  if (wxWindow* cancel = dialog.FindWindow(wxID_CANCEL)) cancel->SetLabel(wx(say("&Cancel")));
  return agree;
}

}  // namespace accord::gui
