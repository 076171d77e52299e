#pragma once
// A milestone's computed dates for people.
#include <string>
#include <vector>

#include "core/schedule/schedule.hpp"

namespace accord {

// "Running since 2025-12-02; expected to end on 2027-02-11.", "There is no room: …", …
std::vector<std::string> dates_in_words(const ScheduledMilestone& scheduled);
// One word or two: "done", "running", "critical", "dropped"; "" for the rest.
std::string state_word(const ScheduledMilestone& scheduled);

}  // namespace accord
