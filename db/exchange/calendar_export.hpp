#pragma once
// The dates of a dossier as an iCalendar (RFC 5545), for the calendars that people look into every day.
#include <string>
#include <string_view>

#include "core/model/dossier.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

// All-day events: each milestone on the day on which it came or is planned for (tentative), its deadline, its next step, each
// open promise on the last day on which it is due, and the days on which mandates end. `file` names the dossier for good, so
// that a calendar that is imported again moves its events instead of doubling them; `made` is the day of their stamp. What
// has no day is left out. Lines end in CR LF and are folded after 75 octets, never inside a character.
std::string to_icalendar(const Dossier& dossier, const Schedule& plan, std::string_view file, Day made);

}  // namespace accord
