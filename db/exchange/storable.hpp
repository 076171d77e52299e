#pragma once
// Whether an imported dossier can be kept. Internal to db/exchange.
#include "core/base/diagnostic.hpp"
#include "core/model/dossier.hpp"
#include "core/model/validate.hpp"

namespace accord {

// Every error of validate(), and every field whose canonical text its own type would refuse (a day outside Accord's years,
// a lag or a number beyond its limits, text that is not UTF-8): a store that took it could never be opened again. Each names
// `file`, the record and the field. Codes: those of validate() and of the field types.
Diagnostics storage_errors(const Dossier& dossier, const std::string& file, const ValidateOptions& options = {});

}  // namespace accord
