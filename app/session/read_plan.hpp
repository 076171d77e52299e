#pragma once
// What was made elsewhere, whatever its format.
#include <optional>
#include <string>
#include <vector>

#include "core/edit/change.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/event_list.hpp"
#include "db/exchange/import.hpp"

namespace accord {

// By the name's ending: a table (.csv, .xlsx), a Microsoft Project plan (.xml), a dossier (.json). Codes: import.format
// and those of the readers.
Result<Imported> read_plan(const std::string& source, const ImportOptions& options);

// The columns of a table (.csv, .xlsx) with what they are taken for; nothing for any other file. Codes: those of the readers.
Result<std::optional<std::vector<TableColumn>>> read_columns(const std::string& source);

// The events of a table (.csv, .xlsx) that is a list of events; nothing for any other file. Codes: those of the
// readers.
Result<std::optional<std::vector<ListedEvent>>> read_events(const std::string& source);

// True of a table (.csv, .xlsx) of comparable cases, which is no plan. Codes: those of the readers.
Result<bool> is_table_of_cases(const std::string& source);

// What taking it over into the dossier changes. Codes: merge.kind and those of validate().
Result<ChangeSet> changes_of(const Imported& imported, const Dossier& into, const ValidateOptions& options);

}  // namespace accord
