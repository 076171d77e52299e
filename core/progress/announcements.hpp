#pragma once
// What was announced and what became of it: read from all entries, by one rule, for everything that speaks of it.
#include <optional>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

struct Announced {
  Id<Entry> source;
  EntryKind kind = EntryKind::round;  // of what is to come: a round, a visit, a meeting; else that of the entry
  FuzzyDate for_when;                 // never unknown
  std::optional<Id<Entry>> held;      // the first of its kind after the announcement
  std::optional<Id<Entry>> replaced;  // a later word on it: put off, called off, announced anew
  std::optional<int> slip_days;       // held: days after the announced time, 0 inside it, negative before it; absent where a
                                      // day is not known
  std::optional<int> overdue_days;    // still awaited, and the announced time has passed

  bool awaited() const { return !held && !replaced; }
};

// By the day on which they were announced; those made after the day, and accounts that were set aside, are left out. An
// entry speaks of what its title, as the file holds it, names beside its announcing word: a meeting may announce a round. With a track, the
// announcements that name it.
std::vector<Announced> announcements(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track = {});

// True where the entry names the track, or a milestone of it.
bool is_on_track(const Dossier& dossier, const Entry& entry, Id<Track> track);
// True where both name a track, or a milestone of it; one that names none may belong to any.
bool share_a_track(const Dossier& dossier, const Entry& a, const Entry& b);

}  // namespace accord
