// Weekdays are declined, so they are tables and no messages.
#include "core/calendar/weekdays_in_words.hpp"

#include <array>

#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

using Weekdays = std::array<const char*, 7>;

constexpr Weekdays english{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr Weekdays russian{"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"};
constexpr Weekdays russian_on{"в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"};
constexpr Weekdays kazakh{"дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"};
constexpr Weekdays kazakh_on{"дүйсенбіде", "сейсенбіде", "сәрсенбіде", "бейсенбіде", "жұмада", "сенбіде", "жексенбіде"};

std::string named(Day day, const Weekdays& names) { return names.at(date::weekday{day}.iso_encoding() - 1); }

}  // namespace

std::string weekday_in_prose(Day day, const Tongue& t) {
  if (t.code() == "ru") return named(day, russian) + ", " + in_prose(day, t);
  if (t.code() == "kk") return in_prose(day, t) + ", " + named(day, kazakh);
  return named(day, english) + " " + in_prose(day, t);
}

std::string on_weekday(Day day, const Tongue& t) {
  if (t.code() == "ru") return named(day, russian_on) + ", " + in_prose(day, t);
  if (t.code() == "kk") return on_day(day, t) + ", " + named(day, kazakh_on);
  return "on " + weekday_in_prose(day, t);
}

}  // namespace accord
