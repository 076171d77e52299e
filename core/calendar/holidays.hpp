#pragma once
// The holidays of the built-in calendars, for the years 1900 to 2199.
#include <string_view>
#include <vector>

#include "core/calendar/work_calendar.hpp"

namespace accord {

// The institutions of the European Union. Rule, from the yearly Commission decisions on public holidays (Staff
// Regulations, Art. 61): 1 and 2 January; Maundy Thursday, Good Friday, Easter Monday; 1 May; 9 May (Schuman
// Declaration); Ascension Day and the day after; Whit Monday; 21 July (Belgian National Holiday, Brussels); 15 August;
// 1 and 2 November; 24 to 31 December. A holiday on a weekend is not moved. Published deviations of a year follow the
// rule as dated exceptions.
std::vector<CalendarException> eu_holidays();
std::string_view eu_holidays_basis();
std::string_view eu_holidays_source();

// Kazakhstan. State holidays, each with the years in which it holds, moved to the next working day when they fall on a
// weekend (Labour Code, Art. 84); the religious days 7 January and the first day of Kurban Ait, never moved; days
// swapped by decree, each with its source.
std::vector<CalendarException> kz_holidays();
std::string_view kz_holidays_basis();
std::string_view kz_holidays_source();

}  // namespace accord
