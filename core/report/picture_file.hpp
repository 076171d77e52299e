#pragma once
// A picture that leaves the program as a file of its own: nothing around it says what it is about.
#include "core/base/spoken.hpp"
#include "core/chart/caption.hpp"
#include "core/report/document.hpp"

namespace accord {

// The picture under its own title, with the dossier's where the picture's does not hold it, `about` a line each, that this is not
// visa-free travel where it might be taken for it, and below the picture what a report's footer says: as of which day, revision, edition, seed and trials.
chart::Scene picture_file(chart::Scene picture, const Dossier& dossier, std::vector<std::string> about, const Provenance& made_from,
                          const Tongue& tongue = spoken());

}  // namespace accord
