#pragma once
// The reports that are built so far. Pass the public edition of a dossier's standing and notes for a public report.
#include "core/report/changes.hpp"
#include "core/report/document.hpp"
#include "core/report/standing.hpp"

namespace accord {

// One A4 page for an ambassador.
Document build_brief(const Standing& standing, const Provenance& made_from);

// Two sentences for an e-mail or a cable, or three where it must be said that this is not visa-free travel.
std::string line_to_take(const Standing& standing);
Document build_line(const Standing& standing, const Provenance& made_from);

// A note on what changed, grouped by track, with who and why.
Document build_changes(const ChangeNote& note, std::string_view dossier_title, const Provenance& made_from);

}  // namespace accord
