#pragma once
// The dossier as it may leave the house.
#include "core/model/dossier.hpp"

namespace accord {

// A copy without anything restricted; pure. Restricted records go, and with them what is part of them: the milestones of a
// restricted track or group, the links and goals of a restricted milestone, whatever needs a reference that is gone.
// Restricted fields are emptied; a record whose title is restricted stays, and its links with it, as "Restricted milestone";
// one that needs another restricted field goes. References to what went are dropped,
// from lists, calendar names, scenarios and baselines too. Saved forecasts go where anything that they were computed from
// did. The marks themselves go, but for those that every record of a kind has from the start. Ids, codes and revision
// stay as they are. Free text in fields that nobody marked stays as it is written.
Dossier public_edition(const Dossier& dossier);

// What the public edition lacks of the dossier.
enum class Withheld {
  nothing,
  parts,  // records or fields, but nothing from which dates are computed
  dates,  // also what dates are computed from
};
Withheld withheld_from_public(const Dossier& dossier);

}  // namespace accord
