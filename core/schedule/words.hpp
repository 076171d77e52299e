#pragma once
// How dates and milestones are named in sentences.
#include <string>

#include "core/model/dossier.hpp"

namespace accord {

// In the spoken tongue.
std::string day_in_words(Day day);                      // "20 October 2027"
std::string on_day_in_words(Day day);                   // "on 20 October 2027"
std::string weekday_in_words(Day day);                  // "Wednesday 20 October 2027"
std::string on_weekday_in_words(Day day);               // "on Wednesday 20 October 2027"
std::string name_in_words(const Milestone& milestone);  // "VFA.10 Signature"
// A calendar code for people: "EU institutions and Kazakhstan" for eu+kz; the code itself where nobody gave it a title.
std::string calendar_in_words(const Dossier& dossier, const std::string& code);
// Why a day is closed, with the calendar that says so: "Kazakhstan: Republic Day".
std::string closed_in_words(const Dossier& dossier, const std::string& code, const WorkCalendar& calendar, Day day);

}  // namespace accord
