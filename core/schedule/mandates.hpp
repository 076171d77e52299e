#pragma once
// The mandate clock: will each goal be reached inside its mandate, by when must what be done for that, and how much
// room is left.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schedule/schedule.hpp"

namespace accord {

// The days that bound a window, as far as they are known. `expected` stands for it in computations.
struct WindowEnd {
  std::optional<Day> earliest, expected, latest;
  bool unknown() const { return !expected; }
  bool uncertain() const { return earliest != latest; }
  bool operator==(const WindowEnd&) const = default;
};

// Both ends belong to the mandate. The expected end is `end_expected`, else the middle of the end's interval.
WindowEnd start_of(const Mandate& mandate);
WindowEnd end_of(const Mandate& mandate);
// The end as it can still come for a mandate that runs on `day`: not before that day. Where even the latest end lies
// before it, the mandate is over and its end stays as it is.
WindowEnd end_still_to_come(const Mandate& mandate, Day day);

// Whether a chance can be given for the end: both sides of it are known, or somebody has named the day to be expected.
inline bool is_told(const WindowEnd& end, const Mandate& mandate) {
  return (end.earliest && end.latest) || mandate.end_expected.has_value();
}

enum class Inside { no, yes, cannot_be_said };
// Whether `day` lies in the mandate, whatever its uncertain ends turn out to be: a day up to the earliest end is
// inside, a day after the latest is outside, for one between them it cannot be said, nor for
// any day of a mandate whose end nobody knows. An unknown start decides nothing.
Inside inside(const Mandate& mandate, Day day);

// What a deterministic plan says of a goal; the probability is the forecast's.
enum class Verdict { reached, missed, on_course, tight, at_risk, out_of_reach, too_early, cannot_be_said };
// `too_early`: before the mandate can have begun, so that it is not inside either.
std::string_view verdict_word(Verdict verdict);  // "on course"
std::string_view verdict_rule(Verdict verdict);  // the rule in words: "The plan reaches it at least 30 days before …"
inline constexpr int tight_below_days = 30;      // of calendar margin, for `tight`

// Latest dates of one unfinished milestone on the way to a goal: the mandate alone limits them, other constraints and
// deadlines do not. An event's is the last working day in whose course it may still happen. Absent where the end in
// question is not known.
struct LatestDates {
  Id<Milestone> milestone;
  std::optional<Day> latest_start, latest_finish;  // for the expected end
  std::optional<Day> latest_start_if_earliest, latest_finish_if_earliest;
  std::optional<Day> latest_start_if_latest, latest_finish_if_latest;
  // From early to latest finish, in working days of its own calendar and in calendar days; negative = late.
  std::optional<int> margin_workdays, margin_days;
  bool started = false;
};

// A not-started milestone's latest start: the day after which the plan's durations no longer fit the mandate.
struct PointOfNoReturn {
  Id<Milestone> milestone;
  Day day;
};

// A milestone that could be shortened: its deterministic length less the lower bound of its estimate.
struct Shrink {
  Id<Milestone> milestone;
  Duration give;  // at most
  // Calendar days by which the goal comes earlier once this one, after those before it, gives all of that.
  int saves_days = 0;
};

// How much earlier a goal that misses its mandate would have to come, and what could give it.
struct Overrun {
  int days = 0;  // calendar days from the last on which it can happen by the expected end: margin_days, negated
  // Greatest first, only as many as needed; all that there are on late paths where they do not suffice. Chosen among
  // the fifty milestones on the way that can give most.
  std::vector<Shrink> shrink;
  bool enough = false;  // with all of them the goal is reached by the expected end
};

struct GoalOutlook {
  Id<Goal> goal;
  Id<Milestone> milestone;
  // The deterministic early finish; the actual day once finished; absent for an empty group.
  std::optional<Day> forecast;
  bool reached = false;                    // finished, inside or not
  Inside inside = Inside::cannot_be_said;  // the reached day, else the forecast
  Verdict verdict = Verdict::cannot_be_said;
  std::string reason;  // why this verdict, one sentence with its dates
  // Latest finish of the goal less its forecast, for the expected, earliest and latest end; absent where that end is
  // unknown and for a reached goal.
  std::optional<int> margin_workdays, margin_days;
  std::optional<int> margin_workdays_if_earliest, margin_days_if_earliest;
  std::optional<int> margin_workdays_if_latest, margin_days_if_latest;
  std::vector<LatestDates> milestones;              // unfinished ones on the way, the goal included, in outline order
  std::optional<PointOfNoReturn> no_return;         // the next: smallest latest start not before the status date
  std::optional<PointOfNoReturn> no_return_passed;  // the first that has passed without its milestone being started
  std::optional<Day> earliest_possible;  // the forecast if every estimate on the way came out at its lower bound
  std::optional<double> time_used;       // share of the mandate's days elapsed, 0 to 1; absent where an end is unknown
  // Share of the work towards the goal that is done, 0 to 1: lengths of the stages on the way as the plan counts them,
  // in calendar days (5 working days = 7), a running one by elapsed / (elapsed + remaining); absent without any stage.
  std::optional<double> work_done;
  std::optional<Overrun> overrun;  // present when the forecast is after the expected end

  const LatestDates* find(Id<Milestone> on_the_way) const;  // null when not on the way
};

struct MandateOutlook {
  Id<Mandate> mandate;
  WindowEnd start, end;
  std::vector<GoalOutlook> goals;  // by position, then id; empty for presidencies and the like
};

// The days on which all mandates that a goal needs hold at once. Needed are: every mandate with a goal on that
// milestone, and of the others every term, legislature and directive that holds on the status date. Presidencies count
// only with a goal of their own. A mandate with an unknown end does not bound the window, but is named.
struct Opportunity {
  Id<Milestone> milestone;  // the goal's
  WindowEnd from, to;
  std::vector<Id<Mandate>> binds_from, binds_to;  // those whose expected start or end is the window's
  std::vector<Id<Mandate>> needed;                // all that were intersected
  std::vector<Id<Mandate>> end_unknown;           // of these, the ones that may end any day
  bool empty() const { return from.expected && to.expected && *to.expected < *from.expected; }
};

struct MandateReport {
  std::vector<MandateOutlook> mandates;    // by code; one per mandate of the dossier
  std::vector<Opportunity> opportunities;  // one per milestone that is a goal and not reached yet, in outline order
  // Over all goals that are not reached: the plan's next point of no return, or, when every one has passed, the first
  // of them.
  struct Headline {
    Id<Mandate> mandate;
    Id<Goal> goal;
    PointOfNoReturn point;
    bool passed = false;
  };
  std::optional<Headline> no_return;

  const MandateOutlook* find(Id<Mandate> mandate) const;
  const GoalOutlook* find(Id<Goal> goal) const;
};

// `plan` is what schedule() gave for the same dossier and options (`towards` and `limit` not set).
MandateReport assess_mandates(const Dossier& dossier, const Schedule& plan, const ScheduleOptions& options);

}  // namespace accord
