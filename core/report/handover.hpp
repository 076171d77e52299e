#pragma once
// The handover pack: for whoever takes over the file.
#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"
#include "core/report/document.hpp"
#include "core/report/standing.hpp"

namespace accord {

// Where the file stands, the next ten dates, open promises, open questions, open points, who is who on the day, what
// was recorded last, accounts that contradict each other, and how everything is called. `dossier` is what the standing
// was computed from.
Document build_handover(const Dossier& dossier, const Standing& standing, const Provenance& made_from,
                        const Tongue& tongue = spoken());

}  // namespace accord
