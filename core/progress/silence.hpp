#pragma once
// Silence is shown as silence: how long ago the last sign of life was, per milestone, per track and for the dossier.
#include <optional>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

// Signs of life are entries (but never those of kind context or appointment, nor accounts set aside for another),
// evidence, assessments, and the actual dates of milestones. Evidence that shows nothing but context or appointments is
// none; without a date of its own it takes that of its entries. What is only said to be done, without the evidence that
// it needs, is no sign. A fuzzy date counts with its earliest possible day (its end, where it has no beginning), so that
// a vague date never shortens a silence; what begins after the status date has not happened, and an unknown date says
// nothing. A
// sign counts for the milestones and tracks that it names, for their groups and tracks, and always for the dossier; one
// that names neither counts for the dossier only.
struct Silence {
  std::optional<Day> last;       // absent: nothing was ever recorded
  std::optional<int> days;       // from `last` to the status date
  Kind sign_kind = Kind::entry;  // entry, evidence, assessment or milestone
  RecordId sign;         // the record that shows it; of several on that day the first in the order above, then by id
  bool on_hold = false;  // open, and silent for more than the dossier's `silence_limit` days; a milestone: begun as well
};

struct MilestoneSilence {
  Id<Milestone> milestone;
  Silence silence;
};
struct TrackSilence {
  Id<Track> track;
  Silence silence;
};

struct SilenceReport {
  Day status_date;
  Silence dossier;
  std::vector<TrackSilence> tracks;          // in order
  std::vector<MilestoneSilence> milestones;  // in outline order, dropped ones left out

  // A silence without any sign where the record is not in the report.
  Silence find(Id<Track> track) const;
  Silence find(Id<Milestone> milestone) const;
};

// A milestone is open until it counts as reached by the status date; a track while any of its milestones is; the dossier while any
// track is.
SilenceReport measure_silence(const Dossier& dossier, Day status_date);

}  // namespace accord
