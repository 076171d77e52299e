#pragma once
// What an edit does to the dates that matter.
#include <string>
#include <vector>

#include "app/session/outlook.hpp"

namespace accord {

// One sentence for each of these: the goals' and agreements' dates that move or leave the plan, goals set or given up,
// lights and margins that change without such a date, and silence. Where no such date moves, the end of the plan and the
// milestone that moves most instead. Never empty: "No date towards a goal moves." where nothing follows. A
// risk is no part of the plan's dates: of one that changes it is said that the chance changes.
// Ends with the new doubts.
std::vector<std::string> effects(const Outlook& before, const Outlook& after);

// What the plan doubts of facts that came with the edit, a sentence each: done without the evidence that is needed, or
// ahead of what should have come first. May be empty.
std::vector<std::string> new_doubts(const Outlook& before, const Outlook& after);

}  // namespace accord
