#pragma once
// A day as people type it.
#include <string_view>

#include "core/base/result.hpp"
#include "core/calendar/day.hpp"

namespace accord {

// "2027-03-01" and whatever else day_as_typed() understands as one exact day: "1 March 2027", "01.03.2027", "1 марта 2027".
// Codes: parse_day()'s, and day.not_one where the text means several days.
Result<Day> day_from_text(std::string_view text);

}  // namespace accord
