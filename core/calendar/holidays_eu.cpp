#include "core/base/tongue.hpp"
#include "core/calendar/easter.hpp"
#include "core/calendar/holidays.hpp"

namespace accord {

using date::days;

std::vector<CalendarException> eu_holidays() {
  std::vector<CalendarException> closed;
  const int last_year = static_cast<int>(date::year_month_day{last_day}.year());
  for (int y = static_cast<int>(date::year_month_day{first_day}.year()); y <= last_year; ++y) {
    const auto close = [&](Day first, Day last, std::string_view name) {
      closed.push_back({.first = first, .last = last, .name = std::string(name), .source = {}});
    };
    const auto on = [&](int month, int day, std::string_view name) {
      const Day d{date::year{y} / month / day};
      close(d, d, name);
    };
    const auto after_easter = [&, easter = easter_sunday(y)](int n, std::string_view name) {
      close(easter + days{n}, easter + days{n}, name);
    };
    on(1, 1, message("New Year's Day"));
    on(1, 2, message("Day after New Year's Day"));
    after_easter(-3, message("Maundy Thursday"));
    after_easter(-2, message("Good Friday"));
    after_easter(1, message("Easter Monday"));
    on(5, 1, message("Labour Day"));
    on(5, 9, message("Anniversary of the Schuman Declaration"));
    after_easter(39, message("Ascension Day"));
    after_easter(40, message("Day after Ascension Day"));
    after_easter(50, message("Whit Monday"));
    on(7, 21, message("Belgian National Holiday"));
    on(8, 15, message("Assumption"));
    on(11, 1, message("All Saints' Day"));
    on(11, 2, message("All Souls' Day"));
    close(Day{date::year{y} / 12 / 24}, Day{date::year{y} / 12 / 31}, message("End-of-year days"));
  }
  return closed;
}

std::string_view eu_holidays_basis() {
  return message("1 and 2 January; Maundy Thursday, Good Friday and Easter Monday; 1 May; 9 May; Ascension Day and the day "
         "after; "
         "Whit Monday; 21 July; 15 August; 1 and 2 November; 24 to 31 December. The rule is applied to all years; the "
         "institutions publish their list year by year. Holidays on a weekend are not moved.");
}

std::string_view eu_holidays_source() {
  return "Commission Decisions on public holidays for staff in Brussels and Luxembourg: for 2014 (OJ C 39, 12.2.2013, "
         "p. 26), "
         "for 2023 (OJ C 201 I, 28.5.2021, p. 2), for 2024 (OJ C 440, 21.11.2022, p. 15)";
}

}  // namespace accord
