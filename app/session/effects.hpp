#pragma once
// What an edit does to the dates that matter.
#include <string>
#include <vector>

#include "app/session/outlook.hpp"

namespace accord {

// One sentence per goal's and agreement's date that moves, one on silence where it changes; "No date towards a goal
// moves." where none does.
std::vector<std::string> effects(const Outlook& before, const Outlook& after);

}  // namespace accord
