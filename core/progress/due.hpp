#pragma once
// What is owed: overdue, or due soon, by whom, and who is told when it stays undone. The warning comes before the
// deadline, not only after it.
#include <optional>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"

namespace accord {

inline constexpr int usual_warn_days = 30, usual_escalate_after = 14;

struct Due {
  Kind kind = Kind::milestone;
  RecordId record;
  std::string code;
  std::string text;                      // what is owed
  Id<Party> owner, co_owner;             // as they exist on the day; of a person's promise that person's institution
  Id<Person> person;                     // who made a promise; none for anything else
  std::string who;                       // the person's or the owner's name; "" for nobody
  Day day;                               // by when
  int days_left = 0;                     // negative = overdue
  std::optional<Id<Party>> escalate_to;  // overdue for longer than the dossier allows, and the owner names somebody
  bool escalated = false;                // overdue for longer than the dossier allows
  std::string sentence;
};

// Deadlines of open milestones, benchmarks and measures, next steps and promises: those overdue on the day and those
// due within the dossier's warn_days (30 where it says nothing). Oldest first. A promise's interval counts with its
// last day.
std::vector<Due> what_is_due(const Dossier& dossier, Day as_of, const Tongue& tongue = spoken());
// The same for everything that lies ahead, up to `limit` rows: the next dates of the file.
std::vector<Due> next_dates(const Dossier& dossier, Day as_of, std::size_t limit,
                            const Tongue& tongue = spoken());

}  // namespace accord
