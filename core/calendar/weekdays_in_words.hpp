#pragma once
// Days with their weekday, in the reader's language.
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"

namespace accord {

// "Wednesday 20 October 2027", "среда, 20 октября 2027 г.", "2027 жылғы 20 қазан, сәрсенбі".
std::string weekday_in_prose(Day day, const Tongue& tongue);
// As a phrase: "on Wednesday 20 October 2027", "в среду, 20 октября 2027 г.", "2027 жылғы 20 қазанда, сәрсенбіде".
std::string on_weekday(Day day, const Tongue& tongue);

}  // namespace accord
