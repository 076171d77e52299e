#include "app/gui/baseline_bar.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "app/gui/accessible.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/baselines.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

wxSizer* BaselineBar::build(wxWindow* parent, std::function<void()> changed) {
  on_ = new wxCheckBox(parent, wxID_ANY, wx(say("&Baseline")));
  on_->Bind(wxEVT_CHECKBOX, [this, changed](wxCommandEvent&) {
    wanted_ = on_->GetValue();
    changed();
  });
  which_ = new wxChoice(parent, wxID_ANY);
  which_->SetMinSize(parent->FromDIP(wxSize(250, -1)));  // names may be long
  set_accessible(*which_, say("Which baseline"));
  which_->Bind(wxEVT_CHOICE, [this, changed](wxCommandEvent&) {
    chosen_ = offered_.at(static_cast<std::size_t>(which_->GetSelection()));
    changed();
  });
  which_->Hide();
  words_ = new Prose(parent);
  words_->SetForegroundColour(theme().muted);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const int gap = parent->FromDIP(8);
  row->Add(on_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
  row->Add(which_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
  row->Add(words_, wxSizerFlags(1).CentreVertical());
  return row;
}

void BaselineBar::offer(const Dossier& dossier) {
  std::vector<const Baseline*> kept;
  for (const Baseline& baseline : dossier.all<Baseline>()) kept.push_back(&baseline);
  std::ranges::reverse(kept);
  std::ranges::stable_sort(kept, std::ranges::greater(), &Baseline::made);
  if (chosen_ && !dossier.find(*chosen_)) chosen_.reset();
  offered_.clear();
  wxArrayString names;
  for (const Baseline* baseline : kept) {
    offered_.emplace_back(baseline->id);
    names.Add(wx(baseline->title));
  }
  if (names != which_->GetStrings()) which_->Set(names);
  if (const Baseline* shown = baseline_to_show(dossier, chosen_))
    which_->SetSelection(static_cast<int>(std::ranges::find(offered_, Id<Baseline>(shown->id)) - offered_.begin()));
  which_->Show(offered_.size() > 1);
  on_->Enable(!offered_.empty());
  on_->SetValue(is_on());
  const std::string help = offered_.empty()
                               ? say("No baseline is kept yet. The menu Plan keeps the plan as it is now: Keep this plan…")
                               : say("Show the plan as it was kept, behind the plan as it is now, and what has moved since");
  on_->SetToolTip(wx(help));
  set_accessible(*on_, say("Baseline"), help);
  if (offered_.empty()) words_->set(help);
}

bool BaselineBar::forget() { return std::exchange(chosen_, {}).has_value(); }

bool BaselineBar::is_on() const { return wanted_ && !offered_.empty(); }

void BaselineBar::tell(const std::string& words) {
  if (!offered_.empty()) words_->set(words);
  which_->Enable(is_on());
}

}  // namespace accord::gui
