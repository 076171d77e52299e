#pragma once
// Titles that would flood a report.
#include <cstddef>

#include "core/model/dossier.hpp"

namespace accord {

// The dossier with every record's title cut to at most so many letters, at a word and marked "…". The dossier's own title stays
// whole: it is what a report is about. Pure; rows with shorter titles are shared with the original.
Dossier with_short_titles(const Dossier& dossier, std::size_t most = 300);

}  // namespace accord
