#include "core/chart/date_labels.hpp"

#include <fmt/format.h>

#include <array>

namespace accord::chart {
namespace {

using Months = std::array<const char*, 12>;
using Week = std::array<const char*, 7>;  // from Sunday

constexpr Months english_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr Months russian_months{"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"};
constexpr Months russian_months_of{"янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"};  // after a day
constexpr Months kazakh_months{"қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"};
constexpr Week english_week{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr Week russian_week{"вс", "пн", "вт", "ср", "чт", "пт", "сб"};
constexpr Week kazakh_week{"жс", "дс", "сс", "ср", "бс", "жм", "сб"};

template <class Names>
const Names& in(const Tongue& t, const Names& english, const Names& russian, const Names& kazakh) {
  return t.code() == "ru" ? russian : t.code() == "kk" ? kazakh : english;
}

// "17 мая": the month after a day.
std::string day_and_month(Day day, const Tongue& t) {
  const date::year_month_day d{day};
  const std::size_t month = static_cast<unsigned>(d.month()) - 1;
  return fmt::format("{} {}", static_cast<unsigned>(d.day()), in(t, english_months, russian_months_of, kazakh_months).at(month));
}

}  // namespace

std::string month_name(Day day, const Tongue& t) {
  return in(t, english_months, russian_months, kazakh_months).at(static_cast<unsigned>(date::year_month_day{day}.month()) - 1);
}

std::string weekday_short(Day day, const Tongue& t) {
  return in(t, english_week, russian_week, kazakh_week).at(date::weekday{day}.c_encoding());
}

std::string short_date(Day day, const Tongue& t) {
  return fmt::format("{} {}", day_and_month(day, t), static_cast<int>(date::year_month_day{day}.year()));
}

std::string short_span(Day first, Day last, const Tongue& t) {
  if (first == last) return short_date(first, t);
  const date::year_month_day from{first}, to{last};
  return fmt::format("{} – {}", from.year() == to.year() ? day_and_month(first, t) : short_date(first, t), short_date(last, t));
}

}  // namespace accord::chart
