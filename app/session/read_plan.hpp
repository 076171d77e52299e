#pragma once
// A plan made elsewhere, whatever its format.
#include <string>

#include "db/exchange/import.hpp"

namespace accord {

// By the name's ending: a table (.csv), a Microsoft Project plan (.xml), a dossier (.json). Codes: import.format and
// those of the readers.
Result<Imported> read_plan(const std::string& source, const ImportOptions& options);

}  // namespace accord
