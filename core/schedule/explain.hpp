#pragma once
// Why this date: the chain of reasons behind a milestone's date, followed back driver by driver, in plain sentences.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schedule/schedule.hpp"

namespace accord {

enum class ReasonKind {
  date,         // the milestone and its date: opens each milestone's part of the chain
  predecessor,  // what held it: through which link, with lag, basis and citation
  also,         // other predecessors that would hold it within a few days
  rule,         // legal date arithmetic
  session,      // the next day on which it can happen at all
  closed,       // closed days that pushed it
  duration,     // the length of its own work
  remaining,    // running, and what is left of it
  status_date,  // nothing can start before today
  constraint,
  actual,  // a fact, with its evidence
  start,   // the plan's start
};
std::string_view reason_word(ReasonKind kind);  // "predecessor"

struct Reason {
  Id<Milestone> milestone;
  ReasonKind kind = ReasonKind::date;
  std::string sentence;    // whole, in English, ends with a full stop
  std::optional<Day> day;  // the day that it is about
};

// From the milestone itself back to a fact, the status date, a constraint or the plan's start; each milestone once.
// For a group: its last member's. Empty when the milestone has no date. `plan` is what schedule() gave for this
// dossier.
std::vector<Reason> explain(const Dossier& dossier, const Schedule& plan, const ScheduleOptions& options,
                            Id<Milestone> milestone);

// Predecessors within so many days of the one that decided are named too.
inline constexpr int also_within_days = 5;

}  // namespace accord
