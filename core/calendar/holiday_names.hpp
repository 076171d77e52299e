#pragma once
// What a closed day is called, for the person at the keyboard.
#include <string>
#include <string_view>

namespace accord {

// "Republic Day, moved from 2025-10-25" and the other built-in names in the spoken tongue; a person's own names as they are.
std::string holiday_in_words(std::string_view name);

}  // namespace accord
