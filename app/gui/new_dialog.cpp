#include "app/gui/new_dialog.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

#include "app/data/templates.hpp"
#include "app/forms/day_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/dialog_buttons.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/schedule/words.hpp"

namespace accord::gui {
namespace {

constexpr std::string_view usual_template = "visa-facilitation";

}  // namespace

NewDialog::NewDialog(wxWindow* parent, Day today) : wxDialog(parent, wxID_ANY, wx(say("New dossier"))) {
  auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
  grid->AddGrowableCol(1, 1);
  const auto add = [&](const std::string& label, wxWindow* control, const std::string& name) {
    grid->Add(new wxStaticText(this, wxID_ANY, wx(label)), wxSizerFlags().CentreVertical());
    grid->Add(control, wxSizerFlags(1).Expand());
    set_accessible(*control, name);
  };
  auto* label = new wxStaticText(this, wxID_ANY, wx(say("&Template")));
  grid->Add(label, wxSizerFlags().CentreVertical());
  template_ = new wxChoice(this, wxID_ANY);
  for (const Template& t : templates()) template_->Append(wx(say(t.title)));
  const auto usual = std::find_if(templates().begin(), templates().end(),
                                  [](const Template& t) { return t.code == usual_template; });
  template_->SetSelection(static_cast<int>(usual - templates().begin()));
  set_accessible(*template_, say("Template"));
  grid->Add(template_, wxSizerFlags(1).Expand());
  grid->AddSpacer(0);
  about_ = new Prose(this);
  about_->SetForegroundColour(theme().muted);
  grid->Add(about_, wxSizerFlags(1).Expand());
  partner_ = new wxTextCtrl(this, wxID_ANY);
  partner_->SetHint(wx(say("Moldova")));
  add(say("&Partner country"), partner_, say("Partner country"));
  start_ = new wxTextCtrl(this, wxID_ANY, wx(to_iso(today)));
  add(say("The plan &starts on"), start_, say("The plan starts on"));
  grid->AddSpacer(0);
  problem_ = new Prose(this);
  problem_->SetForegroundColour(theme().bad);
  grid->Add(problem_, wxSizerFlags(1).Expand());

  auto* buttons = CreateStdDialogButtonSizer(wxOK | wxCANCEL);
  make_ = label_buttons(*this, say("&Make it…"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
  column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(column);
  SetClientSize(FromDIP(wxSize(560, 380)));  // with room for what may be said of a day
  template_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { check(); });
  start_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { check(); });
  // The frame that is drawn around it takes its part only once it is on the screen.
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { fit(); });
  });
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    CallAfter([this] { check(); });
  });
  CentreOnParent();
  partner_->SetFocus();
}

void NewDialog::check() {
  about_->set(say(templates()[static_cast<std::size_t>(template_->GetSelection())].description));
  const auto day = day_from_text(utf8(start_->GetValue()));
  problem_->SetForegroundColour(day ? theme().muted : theme().bad);
  problem_->set(day ? weekday_in_words(*day) : in_sentences(day.errors().front()));
  make_->Enable(day.ok());
  fit();
}

// What is said may take more lines than before; nothing below it is cut off.
void NewDialog::fit() {
  wrap_all(*this);
  const int needed = GetSizer()->CalcMin().y;
  SetMinClientSize(wxSize(FromDIP(420), needed));
  if (GetClientSize().y < needed) {
    SetClientSize(wxSize(GetClientSize().x, needed));
    Layout();
  }
}

std::string NewDialog::template_code() const {
  return std::string(templates()[static_cast<std::size_t>(template_->GetSelection())].code);
}
std::string NewDialog::partner() const { return std::string(trim(utf8(partner_->GetValue()))); }
Day NewDialog::start() const { return *day_from_text(utf8(start_->GetValue())); }

}  // namespace accord::gui
