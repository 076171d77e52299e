#pragma once
// A baseline holds its dates by the ids of milestones ("12 2027-01-05 2027-02-10; …"); a file that leaves the dossier
// holds them by code.
#include <string>
#include <string_view>

#include "core/model/dossier.hpp"
#include "core/model/field.hpp"

namespace accord {

inline bool holds_baseline_dates(Kind kind, const Field& field) { return kind == Kind::baseline && field.name == "dates"; }

// Milestones that no longer exist are left out.
std::string baseline_dates_with_codes(std::string_view dates, const Dossier& dossier);
// Codes: code.unknown, code.kind; all of them.
Result<std::string> baseline_dates_with_ids(std::string_view dates, const Dossier& dossier);

}  // namespace accord
