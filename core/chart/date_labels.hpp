#pragma once
// Dates as they stand in pictures, where room is scarce, in the reader's language.
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"

namespace accord::chart {

std::string month_name(Day day, const Tongue& tongue);              // "Oct", "окт", "қаз"
std::string weekday_short(Day day, const Tongue& tongue);           // "Mon", "пн", "дс"
std::string short_date(Day day, const Tongue& tongue);              // "20 Oct 2027"
std::string short_span(Day first, Day last, const Tongue& tongue);  // "1 Aug – 31 Dec 2027"; one day stands once

}  // namespace accord::chart
