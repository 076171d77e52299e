#pragma once
// The parts of validate(), one for each group of records. Internal to core/model.
#include "core/calendar/work_calendar.hpp"
#include "core/model/validate.hpp"

namespace accord {

struct Findings {
  Diagnostics list;
  void add(std::string_view record, std::string_view field, std::string code, std::string message, std::string expected = {},
           std::string found = {}, std::string advice = {}, Severity severity = Severity::error);
};

void check_calendars(const Dossier& dossier, Findings& findings);
void check_milestones(const Dossier& dossier, const ValidateOptions& options, Findings& findings);
void check_links(const Dossier& dossier, Findings& findings);
void check_tracking(const Dossier& dossier, const ValidateOptions& options, Findings& findings);
void check_other_records(const Dossier& dossier, const ValidateOptions& options, Findings& findings);

// Whether a working calendar's code can be resolved: built in, a record of the dossier, or several joined by "+".
bool calendar_exists(const Dossier& dossier, std::string_view code);
bool sessions_exist(const Dossier& dossier, std::string_view code);
// `Mon Tue Wed`, in any order and case; nothing when it cannot be read or no day is left.
std::optional<WeekPattern> parse_week(std::string_view text);

}  // namespace accord
