#pragma once
// One edit into the file: rows, revision and journal entry together.
#include "db/store/opening.hpp"

namespace accord {

// The texts as the fields read them back ("  x " becomes "x"), what does not change anything left out. std::logic_error
// where a field cannot take a text: an edit is checked by apply_changes() before it gets here.
ChangeSet canonical(const ChangeSet& changes);

// commit.text where author or summary are missing or one of the texts is not text.
Outcome check_words(const Stamp& stamp, const Edit& edit);

// Writes inside the caller's transaction, without committing it. Codes commit.refused.
Result<std::int64_t> write_edit(StoreConnection& connection, const ChangeSet& changes, const Stamp& stamp, const Edit& edit);

// Commits, or says in words why the file refuses.
Outcome finish(StoreConnection& connection, SQLite::Transaction& transaction);

}  // namespace accord
