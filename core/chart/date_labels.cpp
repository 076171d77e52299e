#include "core/chart/date_labels.hpp"

#include <fmt/format.h>

#include <array>

namespace accord::chart {
namespace {

using Months = std::array<const char*, 12>;
using Week = std::array<const char*, 7>;  // from Sunday

constexpr Months english_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr Months russian_months{"янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"};
constexpr Months kazakh_months{"қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"};
constexpr Week english_week{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr Week russian_week{"вс", "пн", "вт", "ср", "чт", "пт", "сб"};
constexpr Week kazakh_week{"жс", "дс", "сс", "ср", "бс", "жм", "сб"};

template <class Names>
const Names& in(const Tongue& t, const Names& english, const Names& russian, const Names& kazakh) {
  return t.code() == "ru" ? russian : t.code() == "kk" ? kazakh : english;
}

}  // namespace

std::string month_name(Day day, const Tongue& t) {
  return in(t, english_months, russian_months, kazakh_months).at(static_cast<unsigned>(date::year_month_day{day}.month()) - 1);
}

std::string weekday_short(Day day, const Tongue& t) {
  return in(t, english_week, russian_week, kazakh_week).at(date::weekday{day}.c_encoding());
}

std::string short_date(Day day, const Tongue& t) {
  const date::year_month_day d{day};
  return fmt::format("{} {} {}", static_cast<unsigned>(d.day()), month_name(day, t), static_cast<int>(d.year()));
}

std::string short_span(Day first, Day last, const Tongue& t) {
  if (first == last) return short_date(first, t);
  const date::year_month_day from{first}, to{last};
  if (from.year() != to.year()) return fmt::format("{} – {}", short_date(first, t), short_date(last, t));
  return fmt::format("{} {} – {}", static_cast<unsigned>(from.day()), month_name(first, t), short_date(last, t));
}

}  // namespace accord::chart
