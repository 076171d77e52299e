#include <algorithm>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/model/validate_rules.hpp"

namespace accord {
namespace {

bool is_built_in(std::string_view code) {
  const auto all = built_in_calendars();
  return std::any_of(all.begin(), all.end(), [&](const BuiltInCalendar& c) { return same_ignoring_case(c.code, code); });
}

std::vector<std::string> calendar_codes(const Dossier& dossier) {
  std::vector<std::string> codes = dossier.codes(Kind::calendar);
  for (const BuiltInCalendar& c : built_in_calendars()) codes.emplace_back(c.code);
  return codes;
}

std::vector<std::string> session_codes(const Dossier& dossier) {
  std::vector<std::string> codes = dossier.codes(Kind::session_calendar);
  for (const BuiltInSessions& s : built_in_sessions()) codes.emplace_back(s.code);
  return codes;
}

// The codes a calendar stands on, itself first, until a built-in one, an unknown one or a repetition. One that bears the code
// of a built-in calendar may stand on that: it takes its place, with exceptions on top.
bool loops(const Dossier& dossier, const Calendar& start) {
  std::set<std::string> seen;
  std::vector<std::string> open{start.code};
  while (!open.empty()) {
    const std::string code = lower(open.back());
    open.pop_back();
    const Calendar* calendar = dossier.find_code_as<Calendar>(code);
    if (!calendar) continue;
    for (const std::string& base : split(calendar->base, '+')) {
      const bool is_its_own_base = same_ignoring_case(base, calendar->code);
      if (is_its_own_base && is_built_in(base)) continue;
      if (same_ignoring_case(base, start.code)) return true;
      if (seen.insert(lower(base)).second) open.push_back(base);
    }
  }
  return false;
}

void check_calendar_field(const Dossier& dossier, const Record& record, std::string_view field, const std::string& code, Findings& findings) {
  if (code.empty()) return;
  for (const std::string& part : split(code, '+'))
    if (!calendar_exists(dossier, part)) {
      const auto near = nearest(part, calendar_codes(dossier));
      findings.add(record.code, field, "calendar.unknown", say("There is no calendar {}.", part), say("one of {}, or several joined by +, such as eu+kz", join(calendar_codes(dossier), ", ")), "", near ? say("did you mean {}?", *near) : "");
    }
}

}  // namespace

bool calendar_exists(const Dossier& dossier, std::string_view code) {
  const auto parts = split(code, '+');
  return !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return is_built_in(part) || dossier.find_code_as<Calendar>(part); });
}

bool sessions_exist(const Dossier& dossier, std::string_view code) {
  const auto all = built_in_sessions();
  return dossier.find_code_as<SessionCalendarRecord>(code) || std::any_of(all.begin(), all.end(), [&](const BuiltInSessions& s) { return same_ignoring_case(s.code, code); });
}

std::optional<WeekPattern> parse_week(std::string_view text) {
  constexpr std::string_view names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  WeekPattern week{};
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), ',', ' ');
  for (const std::string& word : split(spaced, ' ')) {
    if (word.empty()) continue;
    const auto at = std::find(std::begin(names), std::end(names), lower(word).substr(0, 3));
    if (at == std::end(names)) return std::nullopt;
    week[static_cast<std::size_t>(at - std::begin(names))] = true;
  }
  if (std::none_of(week.begin(), week.end(), [](bool works) { return works; })) return std::nullopt;
  return week;
}

void check_calendars(const Dossier& dossier, Findings& findings) {
  check_calendar_field(dossier, dossier.info(), "calendar", dossier.info().calendar, findings);
  for (const Track& t : dossier.all<Track>()) check_calendar_field(dossier, t, "calendar", t.calendar, findings);
  for (const Milestone& m : dossier.all<Milestone>()) {
    check_calendar_field(dossier, m, "calendar", m.calendar, findings);
    if (!m.sessions.empty() && !sessions_exist(dossier, m.sessions)) {
      const auto near = nearest(m.sessions, session_codes(dossier));
      findings.add(m.code, "sessions", "sessions.unknown", say("There is no session calendar {}.", m.sessions), say("one of {}", join(session_codes(dossier), ", ")), "", near ? say("did you mean {}?", *near) : "");
    }
  }
  for (const Calendar& c : dossier.all<Calendar>()) {
    check_calendar_field(dossier, c, "base", c.base, findings);
    if (loops(dossier, c)) findings.add(c.code, "base", "calendar.loop", say("The calendar {} is based on itself.", c.code));
    if (!c.week.empty() && !parse_week(c.week)) findings.add(c.code, "week", "week.syntax", say("These are not days of the week."), say("days such as: Mon Tue Wed Thu Fri"), c.week);
    if (c.base.empty() && c.week.empty()) findings.add(c.code, "week", "field.required", say("A calendar needs either a calendar to build on or its working days."), say("Mon Tue Wed Thu Fri, or a base such as eu"));
  }
  for (const CalendarExceptionRecord& x : dossier.all<CalendarExceptionRecord>())
    if (x.first && x.last && *x.last < *x.first) findings.add(x.code, "last", "exception.order", say("The last day lies before the first."), "", to_iso(*x.last));
  for (const SessionCalendarRecord& s : dossier.all<SessionCalendarRecord>())
    if (s.covers_from && s.covers_to && *s.covers_to < *s.covers_from) findings.add(s.code, "covers_to", "exception.order", say("The list ends before it begins."), "", to_iso(*s.covers_to));
  for (const SessionRecord& s : dossier.all<SessionRecord>()) {
    const SessionCalendarRecord* list = dossier.find(s.session_calendar);
    if (list && s.day && ((list->covers_from && *s.day < *list->covers_from) || (list->covers_to && *s.day > *list->covers_to)))
      findings.add(s.code, "day", "session.outside", say("The session lies outside the days that its list covers."), say("a day from {} to {}", list->covers_from ? to_iso(*list->covers_from) : say("the start"), list->covers_to ? to_iso(*list->covers_to) : say("the end")), to_iso(*s.day));
  }
}

}  // namespace accord
