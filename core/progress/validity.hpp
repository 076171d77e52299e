#pragma once
// Who held what on a day: institutions that existed, people in their roles, and records that name somebody who was not
// there.
#include <optional>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/model/dossier.hpp"

namespace accord {

// maybe: an end is known only as an interval that the day lies in, or not at all.
enum class Valid { yes, no, maybe };
// Both ends belong to the time; an absent end is open.
Valid valid_on(const std::optional<FuzzyDate>& from, const std::optional<FuzzyDate>& to, Day day);

// In the order of their ids; those who certainly were not there are left out.
std::vector<const Person*> people_on(const Dossier& dossier, Day day);
std::vector<const Party*> parties_on(const Dossier& dossier, Day day);
// The party itself, or its successor where it no longer exists on the day. Null for none.
const Party* party_on(const Dossier& dossier, Id<Party> party, Day day);

// Entries that name a person or an institution that certainly was not there on any of the entry's days: notes with
// codes track.person_not_in_role and track.party_not_there, each saying who was. In order of the entries' ids.
Diagnostics check_presence(const Dossier& dossier);

}  // namespace accord
