#pragma once
// A small plan for the brute-force proof: the records themselves, and calendars and sessions that are nothing but lists.
#include <span>
#include <string>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord::brute {

// A working calendar of the dossier's own: a week and exceptions, later ones winning.
struct WeekCalendar {
  std::string code;
  WeekPattern week{};
  std::vector<CalendarException> exceptions;
};

// A session calendar of the dossier's own; `days` ascending.
struct SessionDays {
  std::string code;
  std::vector<Day> days;
};

// What several plans of one dossier have in common.
struct Setting {
  Day plan_start;
  std::optional<Day> status_date;
  std::string calendar;  // the dossier's, where neither milestone nor track names one
  std::vector<WeekCalendar> calendars;
  std::vector<SessionDays> sessions;
};

// Tracks, milestones and links with ids of their own; nothing refers outside of it.
struct Plan {
  std::vector<Track> tracks;
  std::vector<Milestone> milestones;
  std::vector<Link> links;

  const Milestone* find(RecordId id) const;
  const Track* track_of(const Milestone& milestone) const;  // null for none
  bool is_within(const Milestone& milestone, RecordId group) const;  // directly or deeper
};

// Ids from here on are free for plans; those below belong to the setting's records.
inline constexpr std::int64_t first_plan_id = 100'000;

// The dossier of a setting without any milestone.
Dossier dossier_of(const Setting& setting);
// The same with plans laid into it.
Dossier with_plans(const Dossier& empty, std::span<const Plan> plans);

// Everything that a person needs to work the plan out on paper.
std::string to_text(const Setting& setting, const Plan& plan);

}  // namespace accord::brute
