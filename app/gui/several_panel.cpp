#include "app/gui/several_panel.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "app/forms/hint.hpp"
#include "app/forms/record_form.hpp"
#include "app/forms/several.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_names = 12;

}  // namespace

SeveralPanel::SeveralPanel(wxWindow* parent, Workspace& workspace, Kind kind)
    : wxPanel(parent), workspace_(workspace), kind_(kind), fields_(shared_fields(kind)) {
  set_accessible(*this, say("The chosen rows"));
  head_ = new Prose(this);
  head_->SetFont(sized(*this, 115, true));
  names_ = new Prose(this);
  names_->SetForegroundColour(theme().muted);
  field_ = new wxChoice(this, wxID_ANY);
  for (const Field* field : fields_) field_->Append(wx(say(field->label)));
  field_->SetSelection(0);
  set_accessible(*field_, say("Field"), say("which is changed in all chosen rows"));
  field_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { offer_values(); });
  value_ = new wxComboBox(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxTE_PROCESS_ENTER);
  stop_once(*value_);
  value_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { set_all(); });
  set_ = new wxButton(this, wxID_ANY, wx(say("&Change all")));
  set_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { set_all(); });
  remove_ = new wxButton(this, wxID_ANY, wx(say("Re&move all")));
  remove_->SetToolTip(wx(say("Removes every chosen row and what exists only through it; can be undone")));
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove_all(); });
  message_ = new Prose(this);
  message_->SetForegroundColour(theme().bad);

  const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(head_, flags);
  column->Add(names_, flags);
  column->Add(new wxStaticText(this, wxID_ANY, wx(say("In all of them"))), flags);
  column->Add(field_, flags);
  column->Add(value_, flags);
  column->Add(message_, flags);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(set_);
  row->AddStretchSpacer();
  row->Add(remove_);
  column->Add(row, flags);
  SetSizer(column);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { lay_out(); });
  });
}

void SeveralPanel::show(std::vector<RecordId> chosen) {
  const bool others = chosen != chosen_;
  chosen_ = std::move(chosen);
  const Snapshot& snapshot = workspace_.snapshot();
  const bool editable = snapshot.editable() && !chosen_.empty();
  for (wxWindow* control : {static_cast<wxWindow*>(field_), static_cast<wxWindow*>(value_), static_cast<wxWindow*>(set_),
                            static_cast<wxWindow*>(remove_)})
    control->Enable(editable);
  head_->set(say_plural("{} row chosen", "{} rows chosen", static_cast<long long>(chosen_.size())));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < chosen_.size() && i < most_names; ++i)
    names.push_back(snapshot.dossier.code_of(kind_, chosen_[i]));
  names_->set(join(names, ", ") + (chosen_.size() > most_names ? " …" : ""));
  if (others) {
    message_->set("");
    offer_values();
  }
  lay_out();
}

void SeveralPanel::offer_values() {
  const Field& field = *fields_[static_cast<std::size_t>(field_->GetSelection())];
  wxArrayString items;
  if (!chosen_.empty() && workspace_.snapshot().dossier.find(kind_, chosen_.front())) {
    for (const Choice& choice : field.choices) items.Add(wx(say(choice.label)));
    if (field.choices.empty())
      for (const std::string& each : RecordForm(workspace_.snapshot().dossier, kind_, chosen_.front()).suggestions(field))
        items.Add(wx(each));
  }
  value_->Set(items);
  value_->ChangeValue("");
  value_->SetHint(wx(hint_in_words(field)));
  set_accessible(*value_, say("New value"), hint_in_words(field));
}

void SeveralPanel::edit() { field_->SetFocus(); }

void SeveralPanel::set_all() {
  const Field& field = *fields_[static_cast<std::size_t>(field_->GetSelection())];
  workspace_.edit(set_in_all(kind_, chosen_, std::string(field.name), utf8(value_->GetValue())),
                  [this](const Result<EditDone>& done) { tell(done); });
}

void SeveralPanel::remove_all() {
  if (chosen_.empty()) return;
  workspace_.edit(accord::remove_all(kind_, chosen_), [this](const Result<EditDone>& done) { tell(done); });
}

void SeveralPanel::tell(const Result<EditDone>& done) {
  message_->set(done ? "" : in_sentences(done.errors()));
  lay_out();
}

void SeveralPanel::lay_out() { wrap_all(*this); }

}  // namespace accord::gui
