#include "core/schedule/calendars.hpp"

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/model/validate_rules.hpp"

namespace accord {
namespace {

constexpr std::string_view no_calendar = message("There is no calendar {}.");

template <class BuiltIn>
Diagnostic unknown(const Dossier& dossier, Kind kind, std::span<const BuiltIn> built_in, std::string code_of_problem,
                   std::string_view missing, const std::string& code) {
  std::vector<std::string> known = dossier.codes(kind);
  for (const BuiltIn& b : built_in) known.emplace_back(b.code);
  const auto near = nearest(code, known);
  return {.code = std::move(code_of_problem),
          .message = say(missing, code),
          .expected = say("one of {}", join(known, ", ")),
          .found = code,
          .advice = near ? say("did you mean {}?", *near) : ""};
}

// The pattern that most weeks of a calendar follow.
WeekPattern usual_week(const WorkCalendar& calendar) {
  std::array<int, 7> worked{}, all{};
  for (Day day = first_day; day <= last_day; day += date::days{1}) {
    const std::size_t at = date::weekday{day}.iso_encoding() - 1;
    ++all[at];
    worked[at] += calendar.works(day) ? 1 : 0;
  }
  WeekPattern week{};
  for (std::size_t at = 0; at < week.size(); ++at) week[at] = 2 * worked[at] > all[at];
  return week;
}

// Where a calendar departs from its usual week: its holidays and its extra working days, with their names.
std::vector<CalendarException> departures(const WorkCalendar& calendar, const WeekPattern& usual) {
  std::vector<CalendarException> out;
  for (Day day = first_day; day <= last_day; day += date::days{1}) {
    const bool works = calendar.works(day);
    if (works != usual[date::weekday{day}.iso_encoding() - 1])
      out.push_back({day, day, works, works ? "extra working day" : calendar.why_closed(day), {}});
  }
  return out;
}

std::vector<CalendarException> exceptions_of(const Dossier& dossier, const Calendar& calendar) {
  std::vector<CalendarException> out;
  for (const CalendarExceptionRecord& e : dossier.all<CalendarExceptionRecord>())
    if (e.calendar.number == calendar.id.number && e.first)
      out.push_back({*e.first, e.last.value_or(*e.first), e.works, e.title, e.source});
  return out;
}

std::vector<Session> listed_sessions(const Dossier& dossier, const SessionCalendarRecord& list) {
  std::vector<Session> out;
  for (const SessionRecord& s : dossier.all<SessionRecord>())
    if (s.session_calendar.number == list.id.number && s.day) out.push_back({*s.day, s.title, false, s.source});
  std::stable_sort(out.begin(), out.end(), [](const Session& a, const Session& b) { return a.day < b.day; });
  return out;
}

// A list without days and without a span covers nothing.
std::optional<SessionList> as_list(const Dossier& dossier, const SessionCalendarRecord& record) {
  std::vector<Session> sessions = listed_sessions(dossier, record);
  const std::optional<Day> first = record.covers_from ? record.covers_from
                                   : sessions.empty() ? std::nullopt
                                                      : std::optional(sessions.front().day);
  const std::optional<Day> last = record.covers_to   ? record.covers_to
                                  : sessions.empty() ? std::nullopt
                                                     : std::optional(sessions.back().day);
  if (!first || !last || *last < *first) return std::nullopt;
  return SessionList{*first, *last, std::move(sessions)};
}

}  // namespace

Result<CalendarPtr> CalendarSet::calendar(std::string_view code) {
  const std::string key(trim(code));
  if (const auto known = calendars_.find(key); known != calendars_.end()) return known->second;
  Result<CalendarPtr> made = make_calendar(key);
  calendars_.emplace(key, made);
  return made;
}

Result<CalendarPtr> CalendarSet::make_calendar(const std::string& code) {
  CalendarPtr joined;
  Diagnostics problems;
  for (const std::string& part : split(code, '+')) {
    Result<CalendarPtr> calendar =
        unknown(dossier_, Kind::calendar, built_in_calendars(), "calendar.unknown", no_calendar, part);
    const Calendar* own = dossier_.find_code_as<Calendar>(part);
    // Inside its own definition the code of a built-in calendar means that one: the dossier's stands on it.
    if (own && built_in_calendar(part) && !open_.empty() && open_.back() == own->code) own = nullptr;
    if (own) calendar = own_calendar(*own);
    else if (CalendarPtr built_in = built_in_calendar(part)) calendar = std::move(built_in);
    if (!calendar) problems.insert(problems.end(), calendar.errors().begin(), calendar.errors().end());
    else joined = joined ? WorkCalendar::join(joined, *calendar) : *calendar;
  }
  if (!problems.empty()) return problems;
  if (!joined) return unknown(dossier_, Kind::calendar, built_in_calendars(), "calendar.unknown", no_calendar, code);
  return joined;
}

Result<CalendarPtr> CalendarSet::own_calendar(const Calendar& record) {
  if (std::find(open_.begin(), open_.end(), record.code) != open_.end())
    return Diagnostic{.code = "calendar.loop",
                      .message = say("The calendar {} is based on itself.", record.code),
                      .advice = say("choose another base"),
                      .place = {.record = record.code, .field = "base"}};
  std::optional<WeekPattern> week;
  if (!record.week.empty()) {
    week = parse_week(record.week);
    if (!week)
      return Diagnostic{.code = "week.syntax",
                        .message = say("The working days of the calendar {} cannot be read.", record.code),
                        .expected = say("days such as Mon Tue Wed Thu Fri"),
                        .found = record.week,
                        .place = {.record = record.code, .field = "week"}};
  }
  std::vector<CalendarException> exceptions;
  if (!record.base.empty() || !week) {
    open_.push_back(record.code);
    const Result<CalendarPtr> base = make_calendar(record.base.empty() ? "weekdays" : record.base);
    open_.pop_back();
    if (!base) return base.errors();
    const WeekPattern usual = usual_week(**base);
    exceptions = departures(**base, usual);
    if (!week) week = usual;
  }
  for (CalendarException& e : exceptions_of(dossier_, record)) exceptions.push_back(std::move(e));
  return WorkCalendar::make(record.title.empty() ? record.code : record.title, *week, exceptions);
}

Result<SessionsPtr> CalendarSet::sessions(std::string_view code) {
  const std::string key(trim(code));
  if (const auto known = sessions_.find(key); known != sessions_.end()) return known->second;
  Result<SessionsPtr> made = make_sessions(key);
  sessions_.emplace(key, made);
  return made;
}

Result<SessionsPtr> CalendarSet::make_sessions(const std::string& code) {
  const SessionCalendarRecord* own = dossier_.find_code_as<SessionCalendarRecord>(code);
  const std::string rule = own ? own->sessions : code;
  const SessionsPtr built_in = rule.empty() ? nullptr : built_in_session_calendar(rule);
  if (!built_in && (!own || !rule.empty()))
    return unknown(dossier_, Kind::session_calendar, built_in_sessions(), "sessions.unknown",
                   message("There is no session calendar {}."), rule);
  // Every published list for the rule counts, whichever of them the milestone names; a list that stands alone, alone.
  std::vector<SessionList> lists;
  for (const SessionCalendarRecord& record : dossier_.all<SessionCalendarRecord>()) {
    const bool counts = rule.empty()
                            ? record.code == own->code
                            : same_ignoring_case(record.sessions, rule) || same_ignoring_case(record.code, rule);
    if (!counts) continue;
    if (auto list = as_list(dossier_, record)) lists.push_back(std::move(*list));
  }
  const std::string title = own && !own->title.empty() ? own->title : built_in ? built_in->title() : code;
  return session_calendar_with(rule.empty() ? code : rule, title, lists);
}

Id<Track> track_of(const Dossier& dossier, const Milestone& milestone) {
  const Milestone* at = &milestone;
  for (std::size_t depth = 0; at && depth <= dossier.all<Milestone>().size(); ++depth) {
    if (at->track) return at->track;
    at = dossier.find(at->parent);
  }
  return {};
}

std::string_view CalendarSet::code_for(const Milestone& milestone) const {
  if (!milestone.calendar.empty()) return milestone.calendar;
  const Track* track = dossier_.find(track_of(dossier_, milestone));
  if (track && !track->calendar.empty()) return track->calendar;
  return dossier_.info().calendar;
}

}  // namespace accord
