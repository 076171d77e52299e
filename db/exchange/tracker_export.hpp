#pragma once
// The dossier's milestones as the tracker table that import_tracker() reads.
#include <string>

#include "core/base/result.hpp"
#include "core/model/dossier.hpp"

namespace accord {

// A header row and one row a milestone, in outline order. Columns: every field of a milestone that is used at all (code and
// title always), references as codes, `restricted` as "*" for the whole milestone or field names joined by ";", and
// `predecessors` ("A.1; A.2FS+5d"). The first row also holds what stands once for the whole plan: `plan_start`,
// `plan_status_date` (today, none or a day) and `plan_calendar`, so that the table gives the same dates when it is imported;
// calendars and session lists of the dossier's own are not in it. Lines end in CR LF (RFC 4180), text is UTF-8 with
// a byte order mark, without which Excel reads it in another encoding.
std::string tracker_csv(const Dossier& dossier);
// The same table as a workbook of one sheet. Codes: export.too_long (more characters than a cell of a workbook holds).
// Throws as write_xlsx() does.
Result<std::string> tracker_xlsx(const Dossier& dossier);

}  // namespace accord
