#pragma once
// Two people add records at the same time and both take the next free number: the later one's get others.
#include <cstdint>

#include "core/edit/change.hpp"

namespace accord {

// The same changes with every record that they add from number `from` on moved up by `by` (not negative), and with it what
// refers to those records within the changes: references, lists of them, and the milestones of baselines. Records added
// with smaller numbers are old ones that come back, and keep theirs.
ChangeSet renumbered(const ChangeSet& changes, RecordId from, std::int64_t by);

}  // namespace accord
