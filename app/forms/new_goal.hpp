#pragma once
// A goal as it is asked for: a milestone, and the mandate inside which it is to be reached, which may be a new one.
#include <string>

#include "app/session/session.hpp"

namespace accord {

struct NewGoal {
  std::string milestone;  // its code
  std::string mandate;    // its code; "" = a new mandate of the following
  std::string title;      // "Ambassador of the EU in Kazakhstan"
  std::string holder;     // a name or a code; a person of that name is added where there is none; "" = nobody's
  std::string ends;       // as FuzzyDate takes it; "" = not known

  // One problem per field that cannot stay so; `place.field` is the name above.
  Diagnostics errors(const Dossier& dossier) const;
  // Codes: new_goal.milestone, new_goal.title, and those of add_record().
  Result<ChangeSet> changes(const Dossier& dossier, const ValidateOptions& options) const;
};

// The milestone that is proposed: `chosen` where no goal is on it yet, else the first track's signature, else its last
// milestone without a goal. Null where there is none.
const Milestone* proposed_for_goal(const Dossier& dossier, Id<Milestone> chosen);

}  // namespace accord
