#include "app/gui/headline.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/chip.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

Headline::Headline(wxWindow* parent, const Commands& commands) : wxPanel(parent) {
  SetBackgroundColour(theme().surface);
  set_accessible(*this, say("Headline"));
  light_ = new Chip(this, "–", doc::Tone::unknown);
  answer_ = new Prose(this);
  answer_->SetFont(sized(*this, 118, true));
  answer_->SetForegroundColour(theme().text);
  margin_ = new Prose(this);
  margin_->SetForegroundColour(theme().muted);
  chance_ = new Prose(this);
  chance_->SetForegroundColour(theme().text);
  chance_->Hide();

  auto* words = new wxBoxSizer(wxVERTICAL);
  words->Add(answer_, wxSizerFlags().Expand());
  words->Add(chance_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  words->Add(margin_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  others_ = new Prose(this);
  others_->SetForegroundColour(theme().text);
  others_->Hide();
  words->Add(others_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(2)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(light_, wxSizerFlags().Top().Border(wxTOP | wxRIGHT, FromDIP(3)));
  row->AddSpacer(FromDIP(8));
  row->Add(words, wxSizerFlags(1));
  set_goal_ = new wxButton(this, wxID_ANY, wx(say("Set a g&oal…")));
  set_goal_->Bind(wxEVT_BUTTON, [&commands](wxCommandEvent&) { commands.run("plan.goal"); });
  set_goal_->Hide();
  row->Add(set_goal_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(10)));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(row, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
  SetSizer(outer);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == width_) return;
    width_ = event.GetSize().x;
    CallAfter([this] { wrap(); });
  });
}

void Headline::show(const Snapshot& snapshot) {
  if (!snapshot.standing) {
    light_->set(say("No forecast"), doc::Tone::bad);
    answer_->set(snapshot.problems.empty() ? "" : snapshot.problems.front().message);
    margin_->set(snapshot.problems.empty() ? "" : snapshot.problems.front().advice);
  } else if (const auto& goals = snapshot.standing->goals; goals.empty()) {
    light_->set(say("No goal"), doc::Tone::unknown);
    answer_->set(snapshot.standing->summary);
    margin_->set(say("A goal is a milestone to be reached inside a mandate."));
  } else {
    const GoalStanding& goal = goals.front();
    light_->set(goal.light.word, tone_of(goal.light.colour));
    answer_->set(goal.answer);
    margin_->set(goal.margin);
    // The line is there from the beginning, so that nothing moves when the chance comes.
    if (!goal.reached && !chance_->IsShown()) chance_->set(say("The chance is being computed."));
    chance_->Show(!goal.reached);
  }
  margin_->Show(!margin_->GetLabel().empty());
  const bool has_none = snapshot.standing && snapshot.standing->goals.empty();
  set_goal_->Show(has_none && snapshot.editable());
  if (has_none) chance_->Hide();
  std::string others;
  if (snapshot.standing)
    for (std::size_t i = 1; i < snapshot.standing->goals.size(); ++i) {
      const GoalStanding& goal = snapshot.standing->goals[i];
      if (goal.reached) continue;
      others += fmt::format("{}{}: {}", others.empty() ? "" : "\n", goal.light.word, goal.answer);
    }
  others_->set(others);
  others_->Show(!others.empty());
  tell();
  wrap();
}

void Headline::show_chance(const std::string& words) {
  chance_->set(words);
  chance_->Show(!words.empty());
  tell();
  wrap();
}

// To a screen reader: all that can be read here.
void Headline::tell() {
  std::string words;
  for (const Prose* line : {answer_, chance_, margin_, others_})
    if (line->IsShown() && !line->GetLabel().empty()) words += (words.empty() ? "" : " ") + utf8(line->whole());
  set_accessible(*this, say("Headline"), words);
}

void Headline::wrap() {
  wrap_all(*this);
  InvalidateBestSize();
  if (GetSize().y != GetBestSize().y) GetParent()->Layout();
}

}  // namespace accord::gui
