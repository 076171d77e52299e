#pragma once
// What the timeline says beside its picture: what is under the pointer, and what a file of it needs.
#include <string>

#include "app/gui/workspace.hpp"
#include "core/chart/scene.hpp"

namespace accord::gui {

// A record of the timeline in words, a thought a line; the code itself where it names nothing that is told of.
std::string timeline_tip(const Outlook& outlook, const std::string& code);

// What is seen, as a file of its own: under its title and with where it comes from. Unchanged where the plan has no dates.
chart::Scene picture_of_timeline(chart::Scene seen, const Snapshot& snapshot, const Clock& clock);

}  // namespace accord::gui
