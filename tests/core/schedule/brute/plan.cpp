#include "tests/core/schedule/brute/plan.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace accord::brute {
namespace {

constexpr const char* weekday_codes[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string week_text(const WeekPattern& week) {
  std::string out;
  for (std::size_t i = 0; i < week.size(); ++i)
    if (week[i]) out += (out.empty() ? "" : " ") + std::string(weekday_codes[i]);
  return out;
}

template <class E>
std::string_view code_of_choice(E value) {
  return Choices<E>::list[static_cast<std::size_t>(value)].code;
}

template <class T>
std::shared_ptr<T> record(std::int64_t id, std::string code) {
  auto made = std::make_shared<T>();
  made->id = RecordId{id};
  made->code = std::move(code);
  return made;
}

void put_calendars(DossierBuilder& builder, const Setting& setting, std::int64_t& next) {
  for (const WeekCalendar& calendar : setting.calendars) {
    auto made = record<Calendar>(next++, calendar.code);
    made->title = "Calendar " + calendar.code;
    made->week = week_text(calendar.week);
    builder.put(Kind::calendar, made);
    for (const CalendarException& exception : calendar.exceptions) {
      auto row = record<CalendarExceptionRecord>(next, fmt::format("X{}", next));
      ++next;
      row->title = exception.name;
      row->calendar = Id<Calendar>(made->id);
      row->first = exception.first;
      if (exception.last != exception.first) row->last = exception.last;
      row->works = exception.works;
      builder.put(Kind::calendar_exception, row);
    }
  }
}

void put_sessions(DossierBuilder& builder, const Setting& setting, std::int64_t& next) {
  for (const SessionDays& list : setting.sessions) {
    auto made = record<SessionCalendarRecord>(next++, list.code);
    made->title = "Sessions " + list.code;
    made->covers_from = list.days.front();
    made->covers_to = list.days.back();
    builder.put(Kind::session_calendar, made);
    for (const Day day : list.days) {
      auto row = record<SessionRecord>(next, fmt::format("S{}", next));
      ++next;
      row->title = "Session";
      row->session_calendar = Id<SessionCalendarRecord>(made->id);
      row->day = day;
      builder.put(Kind::session, row);
    }
  }
}

template <class T>
void append_text(std::string& out, std::string_view name, const std::optional<T>& value) {
  if (!value) return;
  if constexpr (std::is_same_v<T, Day>) out += fmt::format(" {}={}", name, to_iso(*value));
  else if constexpr (std::is_same_v<T, double>) out += fmt::format(" {}={}", name, *value);
  else out += fmt::format(" {}={}", name, value->text());
}

bool names(const Setting& setting, const Plan& plan, std::string_view code) {
  return setting.calendar == code || std::any_of(plan.tracks.begin(), plan.tracks.end(), [&](const Track& t) { return t.calendar == code; }) ||
         std::any_of(plan.milestones.begin(), plan.milestones.end(), [&](const Milestone& m) { return m.calendar == code || m.sessions == code; });
}

std::string to_text(const Plan& plan, const Milestone& m) {
  std::string out = fmt::format("  {} {}", m.code, code_of_choice(m.kind));
  if (const Track* track = plan.track_of(m)) out += " track=" + track->code;
  if (const Milestone* group = plan.find(m.parent)) out += " parent=" + group->code;
  if (!m.calendar.empty()) out += " calendar=" + m.calendar;
  append_text(out, "duration", m.duration);
  append_text(out, "estimate", m.estimate);
  append_text(out, "remaining", m.remaining);
  append_text(out, "percent", m.percent);
  append_text(out, "actual_start", m.actual_start);
  append_text(out, "actual_finish", m.actual_finish);
  append_text(out, "deadline", m.deadline);
  if (m.constraint != Constraint::as_soon_as_possible) out += fmt::format(" constraint={}", code_of_choice(m.constraint));
  append_text(out, "constraint_date", m.constraint_date);
  append_text(out, "rule", m.rule);
  if (!m.sessions.empty()) out += " sessions=" + m.sessions;
  if (m.state == MilestoneState::dropped) out += " dropped";
  return out + "\n";
}

}  // namespace

const Milestone* Plan::find(RecordId id) const {
  for (const Milestone& m : milestones)
    if (m.id == id) return &m;
  return nullptr;
}

const Track* Plan::track_of(const Milestone& milestone) const {
  for (const Track& track : tracks)
    if (track.id == milestone.track) return &track;
  return nullptr;
}

bool Plan::is_within(const Milestone& milestone, RecordId group) const {
  for (const Milestone* up = find(milestone.parent); up; up = find(up->parent))
    if (up->id == group) return true;
  return false;
}

Dossier dossier_of(const Setting& setting) {
  DossierBuilder builder{Dossier()};
  auto info = std::make_shared<DossierInfo>(Dossier().info());
  info->plan_start = setting.plan_start;
  info->status_date_mode = setting.status_date ? StatusDateMode::fixed : StatusDateMode::none;
  info->status_date = setting.status_date;
  info->calendar = setting.calendar;
  builder.put(Kind::dossier, info);
  std::int64_t next = 2;
  put_calendars(builder, setting, next);
  put_sessions(builder, setting, next);
  return std::move(builder).build();
}

Dossier with_plans(const Dossier& empty, std::span<const Plan> plans) {
  DossierBuilder builder(empty);
  for (const Plan& plan : plans) {
    for (const Track& track : plan.tracks) builder.put(Kind::track, std::make_shared<Track>(track));
    for (const Milestone& m : plan.milestones) builder.put(Kind::milestone, std::make_shared<Milestone>(m));
    for (const Link& link : plan.links) builder.put(Kind::link, std::make_shared<Link>(link));
  }
  return std::move(builder).build();
}

std::string to_text(const Setting& setting, const Plan& plan) {
  std::string out = fmt::format("plan start {}, status date {}, calendar {}\n", to_iso(setting.plan_start),
                                setting.status_date ? to_iso(*setting.status_date) : "none", setting.calendar);
  for (const WeekCalendar& calendar : setting.calendars) {
    if (!names(setting, plan, calendar.code)) continue;
    out += fmt::format("  calendar {}: {}", calendar.code, week_text(calendar.week));
    for (const CalendarException& e : calendar.exceptions)
      out += fmt::format("; {} {}..{}", e.works ? "works" : "closed", to_iso(e.first), to_iso(e.last));
    out += "\n";
  }
  for (const SessionDays& list : setting.sessions) {
    if (!names(setting, plan, list.code)) continue;
    out += fmt::format("  sessions {}:", list.code);
    for (const Day day : list.days)
      if (day >= setting.plan_start - date::days{60} && day < setting.plan_start + date::days{300}) out += " " + to_iso(day);
    out += " …\n";
  }
  for (const Track& track : plan.tracks) {
    out += "  track " + track.code + (track.calendar.empty() ? "" : " calendar=" + track.calendar);
    if (const Milestone* end = plan.find(track.end)) out += " end=" + end->code;
    out += "\n";
  }
  for (const Milestone& m : plan.milestones) out += to_text(plan, m);
  for (const Link& link : plan.links)
    out += fmt::format("  {} > {} {}{}\n", plan.find(link.predecessor)->code, plan.find(link.successor)->code, code_of_choice(link.type),
                       link.lag ? " " + link.lag->text() : "");
  return out;
}

}  // namespace accord::brute
