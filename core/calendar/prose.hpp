#pragma once
// Days in sentences: British, without abbreviations.
#include <string>

#include "core/calendar/day.hpp"

namespace accord {

// "3 March 2026".
std::string in_prose(Day day);
// "October 2027".
std::string month_in_prose(Day day);
// "1 August to 31 December 2027", "1 December 2027 to 3 March 2028".
std::string span_in_prose(Day first, Day last);

}  // namespace accord
