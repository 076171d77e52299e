#pragma once
// Can a milestone happen on a given day? By law, by the calendars, by the plan; every "no" says what stands in the way.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schedule/schedule.hpp"

namespace accord {

enum class FeasibilityCheckKind {
  fact,         // it has already happened, on another day, or has been dropped
  status_date,  // the day is not after the status date
  law,          // a statutory lead time
  rule,         // the day is not one that its date rule can give
  session,      // nothing can be decided on that day
  working_day,  // the day is closed
  plan,         // the plan does not get there by then
  mandate,      // outside the mandate whose goal it is
};
std::string_view check_word(FeasibilityCheckKind kind);  // "law"

struct FeasibilityCheck {
  FeasibilityCheckKind kind = FeasibilityCheckKind::law;
  bool passes = false;
  bool unsure = false;       // mandate: whether it passes cannot be said; `passes` is false then
  std::string sentence;      // why, whole, in English; its days as 2026-11-22
  std::string citation;      // the article, where it is law
  std::optional<Day> first;  // the first day that this check would let through, on or after the day asked for
  Id<Milestone> because_of;  // law: the predecessor that is missing
};

// One statutory lead time on the way: the successor not before `day`, because the predecessor happens at the earliest
// on `from`. Both are held at 2200-01-01 (1899-12-31) where they would be later (earlier).
struct LegalStep {
  Id<Link> link;
  Id<Milestone> predecessor, successor;
  Day from;
  Day day;
  Tick at = 0;  // the morning or the evening of `day`: a session needs the whole day
  bool predecessor_done = false;
};

struct Feasibility {
  Id<Milestone> milestone;
  Day day;
  bool by_law = false;    // no statutory lead time, date rule or fact stands against it
  bool by_plan = false;   // the plan's own forecast, with its predecessors', is on or before that day
  bool feasible = false;  // every check but `plan` and `mandate` passes: it can happen, whatever the plan expects
  // By law links and date rules alone: unfinished predecessors count as done on the first day after the status date
  // that the law leaves them (a session where they need one, else a working day of theirs), without any time for the
  // work itself. Absent for a milestone that is finished, and where that day lies after 2199.
  std::optional<Day> first_legal_day;
  // The first legal day that is also open and, where it needs one, a session. Absent likewise, or where no session is
  // left.
  std::optional<Day> first_possible_day;
  // The first such day on or after `day`; absent also for a dropped milestone.
  std::optional<Day> next_possible_day;
  bool finished = false;                 // it has happened: `forecast` is the fact
  bool dropped = false;                  // it is no longer in the plan, and has no forecast
  std::optional<Day> forecast;           // the plan's early finish
  std::vector<FeasibilityCheck> checks;  // failures first, then what cannot be said; within them by kind
  std::vector<LegalStep> legal_chain;    // the lead times that give the first legal day, first to last
};

// `plan` is what schedule() gave for the same dossier. Codes: feasible.group (a group cannot happen on one
// day), feasible.range (within ten years of the first or last day that Accord computes in).
Result<Feasibility> feasible_on(const Dossier& dossier, const Schedule& plan, Id<Milestone> milestone, Day day);

}  // namespace accord
