#pragma once
// What it means to pull the end of a milestone's bar to another day.
#include <string>

#include "app/session/session.hpp"

namespace accord {

// The length of a stage is what people estimate; its dates follow. A running stage gets another remaining length, one
// without a spread another length. Of a spread from best to worst case only the most likely value moves, because the
// ends are what somebody knows; where it passes one of them, that end moves along. Of best and worst case alone both
// move by the same number of days; of a median with its 90 % point both are scaled.
struct Stretch {
  std::string field, value;  // as set_fields() takes them
  std::string words;         // "most likely 60 working days instead of 45; best case 20 and worst case 90 stay"
  std::string summary;       // for the journal, a line
};

// Whether there is a length of its own that could be changed.
bool can_stretch(const Milestone& milestone, const ScheduledMilestone& scheduled);

// The change that makes it last until `finish`, at least one day; sessions and date rules may still move the day on.
// Codes: stretch.fixed (nothing to be changed: finished, an event, a group, dropped), stretch.observed (the length
// comes from observed cases), and those of the estimate.
Result<Stretch> stretch_to(const Outlook& outlook, Id<Milestone> milestone, Day finish);

EditCommand stretch_command(const std::string& code, const Stretch& stretch);

}  // namespace accord
