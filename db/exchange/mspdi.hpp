#pragma once
// Reading values of Microsoft Project's XML (MSPDI). Internal to db/exchange.
#include <map>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "core/calendar/duration.hpp"
#include "core/model/milestone.hpp"
#include "db/exchange/plan_builder.hpp"

namespace accord::mspdi {

// A date-time of the file, cut into its day and its minute of the day.
struct Moment {
  Day day;
  int minute = 0;
};
// Nothing for an absent or unreadable one, and for days outside Accord's range.
std::optional<Moment> moment(pugi::xml_node node, const char* child);

// The working hours by which the file counts: lengths in hours become days.
struct Clock {
  int minutes_per_day = 480;
  int start_minute = 8 * 60;    // of the day
  int finish_minute = 17 * 60;
};
Clock clock_of(pugi::xml_node project);

// A start or "not earlier" at or after the end of the working day means the next day; a finish or "not later" at or before
// its start means the day before.
std::optional<Day> start_day(pugi::xml_node node, const char* child, const Clock& clock);
std::optional<Day> finish_day(pugi::xml_node node, const char* child, const Clock& clock);

// `PT12H30M0S` in minutes; nothing when it cannot be read.
std::optional<double> minutes(const std::string& text);
// Whether a DurationFormat or LagFormat code counts elapsed time (ed, ew …), or a share of the predecessor (19, 51; 20, 52).
bool is_elapsed(int format);
bool is_percent(int format);

// A length in whole days, parts of a day rounded up; `rounded` tells whether that happened.
struct Length {
  Duration duration;
  bool rounded = false;
};
Length length(double minutes, bool elapsed, const Clock& clock);

int integer(pugi::xml_node node, const char* child, int fallback);

// The calendars of the file as calendars of the plan, made on first use.
class Calendars {
 public:
  Calendars(pugi::xml_node project, PlanBuilder& plan, const ImportOptions& options, Diagnostics& remarks);
  // The code of the calendar of a UID, or of the project's own where the UID is absent, -1 or unknown.
  std::string code(int uid);
  std::string project_code() { return code(project_uid_); }

 private:
  std::string make(pugi::xml_node calendar);
  PlanBuilder& plan_;
  const ImportOptions& options_;
  Diagnostics& remarks_;
  int project_uid_;
  std::map<int, pugi::xml_node> nodes_;
  std::map<int, std::string> codes_;
};

}  // namespace accord::mspdi
