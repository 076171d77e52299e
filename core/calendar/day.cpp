#include "core/calendar/day.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/spoken.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

constexpr std::array weekdays{message("Monday"), message("Tuesday"),  message("Wednesday"), message("Thursday"),
                              message("Friday"), message("Saturday"), message("Sunday")};

bool has_iso_shape(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (text[i] < '0' || text[i] > '9') return false;
  return true;
}

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Result<Day> make_day(int year, int month, int day, std::string_view found) {
  if (month < 1 || month > 12)
    return Diagnostic{.code = "day.missing",
                      .message = say("There is no month {}", month),
                      .expected = say("a month from 01 to 12"),
                      .found = fmt::format("\"{}\"", found)};
  const auto first = date::year{year} / month / 1;
  const auto last = first.year() / first.month() / date::last;
  const int length = static_cast<int>(static_cast<unsigned>(last.day()));
  if (year < static_cast<int>(date::year_month_day{first_day}.year()) ||
      year > static_cast<int>(date::year_month_day{last_day}.year()))
    return Diagnostic{.code = "day.range",
                      .message = say("The year {} lies outside the years that Accord computes in", year),
                      .expected = say("a year from 1900 to 2199"),
                      .found = fmt::format("\"{}\"", found)};
  if (day < 1 || day > length)
    return Diagnostic{.code = "day.missing",
                      .message = say("There is no {} {}", day, month_in_prose(Day{first}, spoken())),
                      .expected = say("a day from 01 to {}", length),
                      .found = fmt::format("\"{}\"", found),
                      .advice = say("the last day of that month is {}", to_iso(Day{last}))};
  return Day{date::year{year} / month / day};
}

Result<Day> parse_day(std::string_view text) {
  if (!has_iso_shape(text))
    return Diagnostic{.code = "day.syntax",
                      .message = say("This is not a day"),
                      .expected = say("year, month and day with hyphens, such as 2026-11-22"),
                      .found = fmt::format("\"{}\"", text)};
  return make_day(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)), text);
}

std::string to_iso(Day day) {
  const date::year_month_day ymd{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string weekday_name(Day day) { return say(weekdays[date::weekday{day}.iso_encoding() - 1]); }

Day add_months(Day day, int n) {
  const date::year_month_day ymd{day};
  const auto month = ymd.year() / ymd.month() + date::months{n};
  const auto last = (month / date::last).day();
  return Day{month / std::min(ymd.day(), last)};
}

Day month_start(Day day) {
  const date::year_month_day ymd{day};
  return Day{ymd.year() / ymd.month() / 1};
}

Day month_end(Day day) {
  const date::year_month_day ymd{day};
  return Day{ymd.year() / ymd.month() / date::last};
}

}  // namespace accord
