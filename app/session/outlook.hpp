#pragma once
// Everything that is computed from one snapshot of a dossier on one day: what commands, reports and views read from.
#include <memory>
#include <optional>

#include "core/progress/silence.hpp"
#include "core/report/standing.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

struct Outlook {
  Dossier dossier;
  ScheduleOptions options;
  Schedule plan;
  MandateReport mandates;
  SilenceReport silence;
  Day status_day;  // the status date, else today

  // The day on which the milestone will be or was reached; nothing for an empty group.
  std::optional<Day> date_of(Id<Milestone> milestone) const;
};
using OutlookPtr = std::shared_ptr<const Outlook>;

// Fails with schedule()'s findings.
Result<OutlookPtr> compute_outlook(const Dossier& dossier, const ScheduleOptions& options);
// What may leave the house of it: computed from the public edition, as if nothing restricted were written anywhere.
// Where something is withheld that dates are computed from, no open milestone has a date: the true one could give away
// what was withheld, and one computed without it would be false. Fails with schedule()'s findings.
Result<OutlookPtr> public_outlook(const Outlook& whole);
// Where the file stands; `changes` may be null.
Standing standing_of(const Outlook& outlook, const ChangeNote* changes = nullptr);

}  // namespace accord
