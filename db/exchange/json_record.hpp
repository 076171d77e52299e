#pragma once
// One record as JSON, as it stands in a dossier's JSON and in what `accord list` and `accord show` give.
#include <nlohmann/json_fwd.hpp>

#include "core/model/dossier.hpp"

namespace accord {

// Every field by its name, in the order of the description: numbers as numbers, flags true or false, references as
// codes, several of them a list, `restricted` "*" or a list of field names, everything else text; what is absent is
// null.
nlohmann::ordered_json record_to_json(Kind kind, const Record& record, const Dossier& dossier);

}  // namespace accord
