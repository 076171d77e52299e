#pragma once
// The templates are written for Kazakhstan; this makes them fit another partner, or one that nobody
// has named yet, without claiming to know its law.
#include "core/model/dossier.hpp"

namespace accord {

// The same steps with the codes PS.n and PSR.n. Calendars and sessions of Kazakhstan go, links resting on its law become
// plain plan links with their lags kept as a suggestion, and a question asks for the partner's own rules and holidays.
Dossier for_another_partner(const Dossier& dossier);

}  // namespace accord
