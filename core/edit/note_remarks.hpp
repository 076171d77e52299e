#pragma once
// What a person should look at before a note is saved.
#include "core/edit/quick_note.hpp"

namespace accord {

// The remarks on a note that has been read, without those that came up while reading it. `not_held`: the note says that
// something did not take place, and not merely that it is to come.
Diagnostics remarks_on(const QuickNote& note, const Dossier& dossier, Day today, bool not_held);

}  // namespace accord
