#include "core/schedule/words.hpp"

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/weekdays_in_words.hpp"

namespace accord {

std::string day_in_words(Day day) { return in_prose(day, spoken()); }
std::string on_day_in_words(Day day) { return on_day(day, spoken()); }
std::string weekday_in_words(Day day) { return weekday_in_prose(day, spoken()); }
std::string on_weekday_in_words(Day day) { return on_weekday(day, spoken()); }

std::string name_in_words(const Milestone& milestone) {
  return milestone.title.empty() || milestone.title == milestone.code ? milestone.code
                                                                      : milestone.code + " " + milestone.title;
}

std::string calendar_in_words(const Dossier& dossier, const std::string& code) {
  std::vector<std::string> names;
  for (const std::string& part : split(code, '+')) {
    std::string name = part;
    for (const BuiltInCalendar& built_in : built_in_calendars())
      if (same_ignoring_case(built_in.code, part)) name = say(built_in.title);
    if (const Calendar* own = dossier.find_code_as<Calendar>(part)) name = own->title.empty() ? own->code : own->title;
    names.push_back(name);
  }
  return join_in_words(names, spoken());
}

std::string closed_in_words(const Dossier& dossier, const std::string& code, const WorkCalendar& calendar, Day day) {
  const std::string why = calendar.why_closed(day);
  return why.find(": ") != why.npos
             ? why
             : calendar_in_words(dossier, code) + ": " + why;  // joined calendars name their parts themselves
}

}  // namespace accord
