#pragma once
// The plan as Microsoft Project's XML (MSPDI), which import_project_xml() and other planning programs read.
#include <string>

#include "core/base/result.hpp"
#include "core/model/dossier.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

// Every milestone as a task, in outline order: code as WBS, length, constraint, deadline, facts, dates of `plan`, links with
// their lags, and the calendars that are used, with their closed days from a year before the plan to a year after it. What the
// format has no word for is written as the date that it leads to: a stage of months, or of calendar days that
// end on a closed day, as its working days, a date rule or a session as "not earlier than". Tracks, people and sources are not in it. The same plan gives the same bytes.
// Fails with calendar.unknown and its like, and with export.withheld for a public edition without dates.
Result<std::string> project_xml(const Dossier& dossier, const Schedule& plan);

}  // namespace accord
