#pragma once
// A milestone's computed dates for people.
#include <string>
#include <vector>

#include "app/session/outlook.hpp"

namespace accord {

// "Running since 2 December 2025; expected to end on 11 February 2027.", then its room: towards the goal that leaves least,
// where it is on the way to one, and towards the end of its track. What is not known to the day is said as it was entered.
std::vector<std::string> dates_in_words(const Outlook& outlook, const ScheduledMilestone& scheduled);
// One word or two: "done", "running", "critical", "dropped"; "" for the rest.
std::string state_word(const ScheduledMilestone& scheduled);

}  // namespace accord
