#include "app/gui/scenario_choice.hpp"

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/strings.hpp"
#include "app/session/forecast_views.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

ScenarioChoice::ScenarioChoice(wxWindow* parent, Workspace& workspace) : wxChoice(parent, wxID_ANY), workspace_(workspace) {
  SetMinSize(FromDIP(wxSize(140, -1)));  // names may be long
  Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    workspace_.show_scenario(offered_.at(static_cast<std::size_t>(GetSelection())), [this](const Outcome& shown) {
      if (shown) return;
      show(workspace_.snapshot());
      workspace_.refused(shown.errors());
    });
  });
  show(workspace_.snapshot());
}

void ScenarioChoice::show(const Snapshot& snapshot) {
  offered_ = {Id<Scenario>()};
  wxArrayString names;
  names.Add(wx(say("Plan as it is")));
  for (const Id<Scenario> id : scenarios_of(snapshot.dossier)) {
    offered_.push_back(id);
    names.Add(wx(snapshot.dossier.find(id)->title));
  }
  if (names != GetStrings()) Set(names);
  const auto at = std::ranges::find(offered_, snapshot.what_if ? snapshot.what_if->scenario : Id<Scenario>());
  SetSelection(static_cast<int>(at - offered_.begin()));
  Enable(offered_.size() > 1);
  const std::string help = offered_.size() > 1
                               ? say("Show the plan as it is, or as one of its scenarios would have it")
                               : say("No scenario is kept yet. The menu Plan lists the scenarios and adds one.");
  SetToolTip(wx(help));
  set_accessible(*this, say("Scenario"), help);
}

}  // namespace accord::gui
