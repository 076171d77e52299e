#pragma once
// The benchmarks of an action plan, for an evaluation mission.
#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"
#include "core/report/document.hpp"

namespace accord {

// The headline counts what is open and the oldest of it; then blocks and phases, the ladder, each block's benchmarks
// with both scores, the gap, evidence and light, measures that are owed, disputes, and the suspension indicators.
Document build_benchmarks(const Dossier& dossier, Day as_of, const Provenance& made_from,
                          const Tongue& tongue = spoken());

}  // namespace accord
