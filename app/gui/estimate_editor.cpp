#include "app/gui/estimate_editor.hpp"

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

#include "app/forms/estimate_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {
namespace {

// As the choice lists them.
constexpr EstimateWay ways[] = {EstimateWay::three_points, EstimateWay::comparable, EstimateWay::written};

constexpr int most_of_unit = 136;  // of the list of days, beside the boxes

}  // namespace

EstimateEditor::EstimateEditor(wxWindow* parent, std::string_view label, std::string_view hint,
                               std::function<void()> finished)
    : wxPanel(parent), finished_(std::move(finished)) {
  const std::string name(label);
  way_ = new wxChoice(this, wxID_ANY);
  for (const std::string_view text : {message("Best, likely, worst"), message("As in comparable agreements"), message("More: written out")})
    way_->Append(wx(say(text)));
  way_->SetSelection(0);
  way_->SetMinSize(FromDIP(wxSize(60, -1)));  // its words are long in some languages
  set_accessible(*way_, say("{}: way", name));
  way_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { turn_to(way_->GetSelection()); });
  build_points(label);
  comparable_ = new wxComboBox(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxTE_PROCESS_ENTER);
  stop_once(*comparable_);
  comparable_->SetMinSize(FromDIP(wxSize(60, -1)));
  comparable_->Bind(wxEVT_COMBOBOX, [this](wxCommandEvent&) { CallAfter(finished_); });
  set_accessible(*comparable_, say("{}: comparable agreements", name), say("kind/from/to, such as the ones offered"));
  written_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  written_->SetHint(wx(hint));
  set_accessible(*written_, name, hint);
  auto* column = new wxBoxSizer(wxVERTICAL);
  for (wxWindow* part : {static_cast<wxWindow*>(way_), static_cast<wxWindow*>(points_),
                         static_cast<wxWindow*>(comparable_), static_cast<wxWindow*>(written_)})
    column->Add(part, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(2)));
  SetSizer(column);
  watch(*comparable_);
  watch(*written_);
  show_way();
}

void EstimateEditor::build_points(std::string_view label) {
  points_ = new wxPanel(this);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const std::string name(label);
  const auto gap = wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(3));
  best_ = box(say("{}: best", name));
  likely_ = box(say("{}: likely", name));
  worst_ = box(say("{}: worst", name));
  unit_ = new wxChoice(points_, wxID_ANY);
  unit_->Append(wx(say("calendar days")));
  unit_->Append(wx(say("working days")));
  unit_->SetSelection(0);
  unit_->SetFont(sized(*this, 90));
  unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { CallAfter(finished_); });
  set_accessible(*unit_, say("{}: days", name));
  for (const auto& [one, words] : {std::pair(best_, message("Best")), std::pair(likely_, message("Likely")), std::pair(worst_, message("Worst"))}) {
    auto* caption = new wxStaticText(points_, wxID_ANY, wx(say(words)));
    caption->SetFont(sized(*this, 88));
    caption->SetForegroundColour(theme().muted);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(caption);
    column->Add(one, wxSizerFlags().Expand());
    row->Add(column, gap);
  }
  // In a language of long words it gives way before the boxes do.
  unit_->SetMinSize(wxSize(std::min(unit_->GetBestSize().x, FromDIP(most_of_unit)), -1));
  row->Add(unit_, wxSizerFlags().Bottom());
  points_->SetSizer(row);
}

wxTextCtrl* EstimateEditor::box(std::string_view name) {
  auto* text =
      new wxTextCtrl(points_, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(46, -1)), wxTE_PROCESS_ENTER);
  set_accessible(*text, name, say("a number of days"));
  watch(*text);
  return text;
}

// Finished when the keyboard has gone to something outside; from one box to the next nothing is finished yet.
void EstimateEditor::watch(wxWindow& control) {
  control.Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { finished_(); });
  control.Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    CallAfter([this] {
      const wxWindow* now = FindFocus();
      if (!now || !IsDescendant(const_cast<wxWindow*>(now))) finished_();
    });
  });
}

// What is to be written out begins with what was there.
void EstimateEditor::turn_to(int way) {
  way_->SetSelection(way_shown_);
  const std::string text = value();
  way_->SetSelection(way);
  if (ways[way] == EstimateWay::written) written_->ChangeValue(wx(text));
  show_way();
}

void EstimateEditor::show_way() {
  const int chosen = way_->GetSelection();
  way_shown_ = chosen;
  if (points_->IsShown() == (chosen == 0) && comparable_->IsShown() == (chosen == 1) &&
      written_->IsShown() == (chosen == 2))
    return;
  points_->Show(chosen == 0);
  comparable_->Show(chosen == 1);
  written_->Show(chosen == 2);
  InvalidateBestSize();
  for (wxWindow* above = this; above && !above->IsTopLevel(); above = above->GetParent()) above->Layout();
}

std::string EstimateEditor::value() const {
  return estimate_text({.way = ways[way_->GetSelection()],
                        .best = utf8(best_->GetValue()),
                        .likely = utf8(likely_->GetValue()),
                        .worst = utf8(worst_->GetValue()),
                        .calendar_days = unit_->GetSelection() == 0,
                        .comparable = utf8(comparable_->GetValue()),
                        .written = utf8(written_->GetValue())});
}

void EstimateEditor::set_value(const std::string& text) {
  const EstimateEntry entry = estimate_entry(text);
  for (int i = 0; i < 3; ++i)
    if (ways[i] == entry.way) way_->SetSelection(i);
  if (entry.way == EstimateWay::none) way_->SetSelection(0);
  best_->ChangeValue(wx(entry.best));
  likely_->ChangeValue(wx(entry.likely));
  worst_->ChangeValue(wx(entry.worst));
  unit_->SetSelection(entry.calendar_days ? 0 : 1);
  comparable_->ChangeValue(wx(entry.comparable));
  written_->ChangeValue(wx(text));
  show_way();
}

bool EstimateEditor::is_in_days() const { return ways[way_->GetSelection()] == EstimateWay::three_points; }

void EstimateEditor::offer(const std::vector<std::string>& classes) {
  wxArrayString items;
  for (const std::string& name : classes) items.Add(wx(name));
  if (items != comparable_->GetStrings()) {
    const wxString was = comparable_->GetValue();
    comparable_->Set(items);
    comparable_->ChangeValue(was);
  }
}

}  // namespace accord::gui
