#pragma once
// Dates as they stand in pictures, where room is scarce.
#include <string>

#include "core/calendar/day.hpp"

namespace accord::chart {

std::string month_name(Day day);              // "Oct"
std::string short_date(Day day);              // "20 Oct 2027"
std::string short_span(Day first, Day last);  // "1 Aug – 31 Dec 2027"; one day stands once

}  // namespace accord::chart
