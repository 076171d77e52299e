#include "app/gui/status_line.hpp"

#include <wx/textctrl.h>

#include "app/gui/accessible.hpp"
#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {
namespace {

constexpr int box_pane = 2, box_width = 300;

}  // namespace

StatusLine::StatusLine(wxWindow* parent, Workspace& workspace)
    : wxStatusBar(parent, wxID_ANY, wxSTB_ELLIPSIZE_END | wxSTB_SHOW_TIPS | wxFULL_REPAINT_ON_RESIZE),
      workspace_(workspace) {
  SetFieldsCount(3);
  const int widths[] = {-3, -3, FromDIP(box_width)};
  SetStatusWidths(3, widths);
  box_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  box_->SetHint(wx(say("Why? Kept with your next change")));
  box_->SetToolTip(wx(say("The reason for your next change; the journal keeps it with the change")));
  set_accessible(*box_, say("Why the next change is made"), say("kept in the journal with the next change"));
  SetMinHeight(box_->GetBestSize().y);
  box_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { workspace_.give_reason(utf8(box_->GetValue())); });
  box_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { box_->Navigate(); });
  used_ = workspace_.reason_used.connect([this] { box_->ChangeValue({}); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    place();
  });
  place();
}

void StatusLine::ask_why() {
  box_->SetFocus();
  box_->SelectAll();
}

void StatusLine::show_box(bool shown) { box_->Show(shown); }

void StatusLine::place() {
  wxRect area;
  if (GetFieldRect(box_pane, area)) box_->SetSize(area);
}

}  // namespace accord::gui
