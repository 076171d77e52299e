#include "app/gui/goal_dialog.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/gui/accessible.hpp"
#include "app/gui/dialog_buttons.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/typed_date.hpp"
#include "core/schedule/words.hpp"

namespace accord::gui {
namespace {

constexpr const char* between = "  ";  // a code and its title
constexpr std::size_t most_milestones = 500;

std::string named(const Milestone& milestone) { return milestone.code + between + told_title(Kind::milestone, milestone); }

std::string end_understood(const std::string& text) {
  const auto end = FuzzyDate::parse(date_as_typed(text));
  if (trim(text).empty() || !end) return {};
  return end->is_exact() ? weekday_in_words(*end->earliest()) : end->explained();
}

}  // namespace

GoalDialog::GoalDialog(wxWindow* parent, const Dossier& dossier, Id<Milestone> chosen)
    : wxDialog(parent, wxID_ANY, wx(say("Set a goal")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      dossier_(dossier) {
  auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
  grid->AddGrowableCol(1, 1);
  grid->Add(new wxStaticText(this, wxID_ANY, wx(say("&What is to be reached"))), wxSizerFlags().CentreVertical());
  milestone_ = new wxComboBox(this, wxID_ANY);
  for (const Milestone* m : in_outline_order(dossier))
    if (milestone_->GetCount() < most_milestones) milestone_->Append(wx(named(*m)));
  if (const Milestone* m = proposed_for_goal(dossier, chosen)) milestone_->SetValue(wx(named(*m)));
  milestone_->SetMinSize(FromDIP(wxSize(120, -1)));  // its titles may be long
  set_accessible(*milestone_, say("What is to be reached"), say("a milestone"));
  grid->Add(milestone_, wxSizerFlags(1).Expand());
  grid->Add(new wxStaticText(this, wxID_ANY, wx(say("&Inside which mandate"))), wxSizerFlags().CentreVertical());
  mandate_ = new wxChoice(this, wxID_ANY);
  for (const Mandate& m : dossier.all<Mandate>()) {
    mandates_.push_back(m.code);
    mandate_->Append(wx(told_title(Kind::mandate, m)));
  }
  mandates_.emplace_back();
  mandate_->Append(wx(say("A new one:")));
  mandate_->SetSelection(0);
  mandate_->SetMinSize(FromDIP(wxSize(120, -1)));
  set_accessible(*mandate_, say("Inside which mandate"));
  grid->Add(mandate_, wxSizerFlags(1).Expand());
  title_ = add_text(*grid, message("&Mandate"), message("Mandate"), message("Ambassador of the EU in Moldova"));
  holder_ = add_text(*grid, message("&Held by"), message("Held by"), message("a person's name; may be left out"));
  ends_ = add_text(*grid, message("&Ends"), message("Ends"), message("2027-08-01..2027-12-31, summer 2028, unknown"));
  grid->AddSpacer(0);
  understood_ = new Prose(this);
  understood_->SetForegroundColour(theme().muted);
  grid->Add(understood_, wxSizerFlags(1).Expand());
  problem_ = new Prose(this);
  problem_->SetForegroundColour(theme().bad);

  auto* buttons = CreateStdDialogButtonSizer(wxOK | wxCANCEL);
  set_ = label_buttons(*this, say("&Set the goal"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
  column->Add(problem_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
  column->AddStretchSpacer();
  column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(column);
  SetClientSize(FromDIP(wxSize(600, 330)));
  Bind(wxEVT_TEXT, [this](wxCommandEvent&) { check(); });
  Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { check(); });
  Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { check(); });
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    CallAfter([this] { check(); });
  });
  CentreOnParent();
  (mandates_.size() == 1 ? static_cast<wxWindow*>(title_) : milestone_)->SetFocus();
}

wxTextCtrl* GoalDialog::add_text(wxSizer& into, std::string_view label, std::string_view name, std::string_view hint) {
  into.Add(new wxStaticText(this, wxID_ANY, wx(say(label))), wxSizerFlags().CentreVertical());
  auto* text = new wxTextCtrl(this, wxID_ANY);
  text->SetHint(wx(say(hint)));
  set_accessible(*text, say(name), say(hint));
  into.Add(text, wxSizerFlags(1).Expand());
  return text;
}

NewGoal GoalDialog::answer() const {
  NewGoal goal;
  const std::string milestone = utf8(milestone_->GetValue());
  goal.milestone = trim(milestone.substr(0, milestone.find(between)));
  goal.mandate = mandates_[static_cast<std::size_t>(mandate_->GetSelection())];
  goal.title = utf8(title_->GetValue());
  goal.holder = utf8(holder_->GetValue());
  goal.ends = utf8(ends_->GetValue());
  return goal;
}

void GoalDialog::check() {
  const NewGoal goal = answer();
  for (wxTextCtrl* field : {title_, holder_, ends_}) field->Enable(goal.mandate.empty());
  understood_->set(goal.mandate.empty() ? end_understood(goal.ends) : "");
  const Diagnostics problems = goal.errors(dossier_);
  set_->Enable(problems.empty());
  // Before anything is typed nothing is wrong yet.
  const bool is_begun = !goal.title.empty() || !goal.ends.empty() || !goal.holder.empty();
  std::string said;
  for (const Diagnostic& problem : problems)
    if (problem.place.field != "title" || is_begun) said += (said.empty() ? "" : "\n") + in_sentences(problem);
  problem_->set(said);
  wrap_all(*this);
  if (const int needed = GetSizer()->CalcMin().y; GetClientSize().y < needed)
    SetClientSize(wxSize(GetClientSize().x, needed));
  Layout();
}

}  // namespace accord::gui
