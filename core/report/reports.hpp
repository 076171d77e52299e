#pragma once
// The reports that are built so far. Pass the public edition of a dossier's standing and notes for a public report.
#include "core/base/spoken.hpp"
#include "core/report/changes.hpp"
#include "core/report/document.hpp"
#include "core/report/standing.hpp"

namespace accord {

// One A4 page for an ambassador.
Document build_brief(const Standing& standing, const Provenance& made_from, const Tongue& tongue = spoken());

struct FullInput {
  const StandingInput& data;
  const Standing& standing;               // of the same data
  std::vector<chart::Scene> timeline = {};  // each no higher than a page
  std::vector<std::vector<chart::Scene>> other_cuts = {};  // of the timeline; the one is taken that fills pages best
};
// Everything that the file holds, for the file: the standing, each track's milestones, rounds and visits, promises,
// benchmarks, open points, risks, and what the dates rest on, with sources as footnotes.
Document build_full(const FullInput& input, const Provenance& made_from, const Tongue& tongue = spoken());

// Two sentences for an e-mail or a cable, or three where it must be said that this is not visa-free travel.
std::string line_to_take(const Standing& standing, const Tongue& tongue = spoken());
Document build_line(const Standing& standing, const Provenance& made_from, const Tongue& tongue = spoken());

// A note on what changed, grouped by track, with who and why.
Document build_changes(const ChangeNote& note, std::string_view dossier_title, const Provenance& made_from, const Tongue& tongue = spoken());

}  // namespace accord
