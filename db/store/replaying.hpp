#pragma once
// States of the dossier computed from its journal.
#include "db/store/journal_rows.hpp"

namespace accord {

// Without any record: what the first journal entry is applied to.
Dossier empty_dossier();

// What the entries first to last do together. store.corrupt where one cannot be read, journal.replay where one does not
// follow from those before it; both name the entry.
Result<ChangeSet> composed(StoreConnection& connection, std::int64_t first, std::int64_t last);

// Whether every entry is there, as it was written, and follows from those before it; else store.corrupt or journal.replay.
Outcome sound_journal(StoreConnection& connection);

// The dossier after entry `number`, from the nearer end of the journal. Inside a transaction of the caller's.
Result<Dossier> state_after(StoreConnection& connection, std::int64_t number);
// The same from the journal alone, never from the tables.
Result<Dossier> replayed(StoreConnection& connection, std::int64_t number);

}  // namespace accord
