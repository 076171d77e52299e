#include "core/schedule/words.hpp"

#include <array>

#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"

namespace accord {

std::string day_in_words(Day day) {
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  const date::year_month_day ymd{day};
  return std::to_string(static_cast<unsigned>(ymd.day())) + " " + months[static_cast<unsigned>(ymd.month()) - 1] + " " +
         std::to_string(static_cast<int>(ymd.year()));
}

std::string weekday_in_words(Day day) { return weekday_name(day) + " " + day_in_words(day); }

std::string name_in_words(const Milestone& milestone) {
  return milestone.title.empty() || milestone.title == milestone.code ? milestone.code
                                                                      : milestone.code + " " + milestone.title;
}

std::string calendar_in_words(const Dossier& dossier, const std::string& code) {
  std::vector<std::string> names;
  for (const std::string& part : split(code, '+')) {
    std::string name = part;
    for (const BuiltInCalendar& built_in : built_in_calendars())
      if (same_ignoring_case(built_in.code, part)) name = built_in.title;
    if (const Calendar* own = dossier.find_code_as<Calendar>(part)) name = own->title.empty() ? own->code : own->title;
    names.push_back(name);
  }
  return join_in_words(names);
}

std::string closed_in_words(const Dossier& dossier, const std::string& code, const WorkCalendar& calendar, Day day) {
  const std::string why = calendar.why_closed(day);
  return why.find(": ") != why.npos
             ? why
             : calendar_in_words(dossier, code) + ": " + why;  // joined calendars name their parts themselves
}

}  // namespace accord
