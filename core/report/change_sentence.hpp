#pragma once
// One change of one record as a sentence for a person who does not know the program.
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/edit/change.hpp"

namespace accord {

// "Initialling (VFA.7): done on 3 March 2027.", "Recorded: Round 3, Brussels, 2 December 2026 (E.12)."; "" where only
// bookkeeping changed. `before` and `after` are the dossiers that the change leads from and to.
std::string change_sentence(const RecordChange& change, const Dossier& before, const Dossier& after, const Tongue& tongue = spoken());

// Several records of a kind, as people call them: "calendar exceptions", "promises".
std::string several_in_words(Kind kind, const Tongue& tongue);

// The track that a record belongs to by itself or by what it refers to; none where it concerns the whole dossier.
Id<Track> track_of(const Dossier& dossier, Kind kind, RecordId id);

}  // namespace accord
