#include "core/model/dossier_info.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> DossierInfo::describe() {
  return with_common({
      required(field<&DossierInfo::title>("title", "Title", "EU–Kazakhstan visa facilitation")),
      field<&DossierInfo::partner>("partner", "Partner", "Kazakhstan"),
      no_prose(field<&DossierInfo::template_name>("template_name", "Template", "the template it was made from")),
      field<&DossierInfo::plan_start>("plan_start", "Plan starts on", "2026-01-05"),
      field<&DossierInfo::status_date_mode>("status_date_mode", "Status date is"),
      field<&DossierInfo::status_date>("status_date", "Status date", "2026-11-22, when the status date is fixed"),
      as(FieldType::calendar, field<&DossierInfo::calendar>(
                                  "calendar", "Calendar",
                                  "eu, kz, eu+kz, weekdays, every-day; where neither milestone nor track names one")),
      field<&DossierInfo::silence_limit>("silence_limit", "On hold after", "days without evidence; 270"),
      field<&DossierInfo::critical_threshold>("critical_threshold", "Critical up to", "working days of total float; 0"),
      long_text(
          no_prose(field<&DossierInfo::ladder>("ladder", "Ladder of completion",
                                      "not_started=Not started; drafted=Drafted; …; the last step closes a benchmark"))),
      long_text(no_prose(field<&DossierInfo::phrases>("phrases", "Assessor's phrases",
                                             "partially fulfilled=5; largely fulfilled=8; …; grades from 0 to 10"))),
      field<&DossierInfo::warn_days>("warn_days", "Warn before a deadline", "calendar days; 30"),
      field<&DossierInfo::escalate_after>("escalate_after", "Escalate after", "calendar days overdue; 14"),
      field<&DossierInfo::file_limit>("file_limit", "Largest attached file", "mebibytes; 20"),
  });
}

}  // namespace accord
