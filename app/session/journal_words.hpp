#pragma once
// What the journal's entries say, in the reader's tongue. The file keeps their summaries in English, whoever wrote
// them.
#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "core/base/spoken.hpp"
#include "core/edit/journal.hpp"

namespace accord {

// By number. `entries` begin with the file's first, since a change is told from the records that it was made on; costs
// a replay of the file where the tongue is not English.
std::map<std::int64_t, std::string> summaries_in_words(std::span<const JournalEntry> entries,
                                                       const Tongue& tongue = spoken());

}  // namespace accord
