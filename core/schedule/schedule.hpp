#pragma once
// When each milestone will happen, when it must at the latest, how much room is left, and what decided it.
// The semantics are those of the guide's chapter on scheduling; every term is the field's own.
#include <optional>
#include <vector>

#include "core/model/distribution.hpp"
#include "core/model/dossier.hpp"

namespace accord {

struct ScheduleOptions {
  Day today;                              // the clock, passed in
  std::optional<Day> status_date = {};    // `--status-date D`: facts after it are ignored; absent = the dossier's own
  ReferenceLookup reference = {};         // for estimates by reference class
  bool microsoft_dates = false;           // let "must … on" and "no later than" pull dates back, as Microsoft Project does
  std::optional<Id<Milestone>> towards = {};  // total float and criticality towards this milestone instead of the tracks' ends
  std::optional<Day> limit = {};          // with `towards`: its latest finish; absent = its early finish
};

// What decided a date.
enum class DriverKind { predecessor, constraint, status_date, remaining, session, rule, actual, start };

struct Driver {
  DriverKind kind = DriverKind::start;
  Id<Milestone> predecessor;  // the milestone that a link comes from; also set where a session or rule acts on a predecessor's date
  Id<Link> link;
};

struct ScheduledMilestone {
  Id<Milestone> milestone;
  // Absent for an empty group only. An event's start and finish are the same day. A group spans its members.
  std::optional<Day> early_start, early_finish, late_start, late_finish;
  std::optional<int> total_float;  // working days of its own calendar; absent once finished
  std::optional<int> free_float;
  bool critical = false;
  bool started = false;
  bool finished = false;
  bool dropped = false;
  bool imprecise = false;           // an actual date is not known to the day
  bool extrapolated = false;        // rests on a session that no published list confirms yet
  double percent = 0;               // of its duration done, 0 to 100
  std::optional<int> elapsed;       // in progress: days of its unit from its start to the status evening
  std::optional<Duration> duration; // the whole duration used, in its unit; absent for events and groups
  std::optional<Duration> remaining; // in progress: what the engine still counts with
  Driver driver;
};

struct Schedule {
  std::int64_t revision = 0;
  Day today;
  std::optional<Day> status_date;  // absent = none: the plan has not begun
  Day start;                       // of the plan
  Day finish;                      // the latest early finish; = start for an empty plan
  std::vector<ScheduledMilestone> milestones;  // in outline order
  std::vector<Id<Milestone>> critical_path;    // the driver chain of the plan's finish, first to last, ties by code
  Diagnostics warnings;                        // each names its milestone and says what to do
  bool dates_withheld = false;                 // of a public edition: what is still open has no dates in it

  // Null where the milestone is not in the schedule.
  const ScheduledMilestone* find(Id<Milestone> milestone) const;

  std::vector<std::uint32_t> by_id;  // places in `milestones`, ascending by id: for find()
};

// Everything that makes a plan impossible to schedule is returned at once: link.cycle (the whole cycle in codes),
// link.group_finish, link.ancestor, constraint.group, day.range (names the milestone), calendar.unknown, sessions.unknown …
Result<Schedule> schedule(const Dossier& dossier, const ScheduleOptions& options);

}  // namespace accord
