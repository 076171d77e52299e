#pragma once
// The working calendars and session calendars that a dossier's milestones can name, each compiled at most once.
#include <map>
#include <string>
#include <string_view>

#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/model/dossier.hpp"

namespace accord {

// Looks codes up among the dossier's own records first, then among the built-in ones. `a+b` joins calendars of either
// kind. A dossier's calendar has the days of its `base`; where `week` is given that pattern replaces the base's week
// and the base's dated closures stay; its exceptions come last and win. Not for use by several threads at once; the
// calendars are.
class CalendarSet {
 public:
  // Keeps its own snapshot of the dossier.
  explicit CalendarSet(Dossier dossier) : dossier_(std::move(dossier)) {}

  // Codes: calendar.unknown (with the nearest code), calendar.loop (a calendar based on itself), week.syntax,
  // calendar.never_works.
  Result<CalendarPtr> calendar(std::string_view code);
  // Published lists of the dossier replace the rule for the days that they cover (from `covers_from`, else the first
  // listed day, to `covers_to`, else the last). Code: sessions.unknown (with the nearest code).
  Result<SessionsPtr> sessions(std::string_view code);

  // The code that counts for a milestone: its own, else that of its track (its own or the nearest group's above it),
  // else the dossier's.
  std::string_view code_for(const Milestone& milestone) const;
  Result<CalendarPtr> calendar_for(const Milestone& milestone) { return calendar(code_for(milestone)); }

 private:
  Result<CalendarPtr> make_calendar(const std::string& code);
  Result<CalendarPtr> own_calendar(const Calendar& record);
  Result<SessionsPtr> make_sessions(const std::string& code);

  Dossier dossier_;
  std::map<std::string, Result<CalendarPtr>, LessIgnoringCase> calendars_;
  std::map<std::string, Result<SessionsPtr>, LessIgnoringCase> sessions_;
  std::vector<std::string> open_;  // calendars being made, to refuse one based on itself
};

// The track of a milestone: its own, else that of the nearest group above it; no record when there is none.
Id<Track> track_of(const Dossier& dossier, const Milestone& milestone);

}  // namespace accord
