#pragma once
// Which state of the plan is looked at: as it is, or as one of its scenarios would have it.
#include <wx/choice.h>

#include <vector>

#include "app/gui/workspace.hpp"

namespace accord::gui {

class ScenarioChoice : public wxChoice {
 public:
  // The workspace outlives it.
  ScenarioChoice(wxWindow* parent, Workspace& workspace);
  // Offers the scenarios of what is shown and marks the one that is laid over it.
  void show(const Snapshot& snapshot);

 private:
  Workspace& workspace_;
  std::vector<Id<Scenario>> offered_;  // as in the list; the first is none
};

}  // namespace accord::gui
