#pragma once
// Moments of a file's life: days and revisions, where either may stand.
#include <span>
#include <string_view>

#include "app/session/clock.hpp"
#include "core/edit/journal.hpp"

namespace accord {

// The number of the newest entry up to the end of a local day, or the revision itself; "now" is the newest. Codes:
// moment.syntax, moment.no_such_revision, as_of.before_file.
Result<std::int64_t> revision_at(std::string_view text, std::span<const JournalEntry> entries, const Clock& clock);

}  // namespace accord
