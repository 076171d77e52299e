#include "core/model/calendar_exception.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> CalendarExceptionRecord::describe() {
  return with_common({
      required(field<&CalendarExceptionRecord::title>("title", "Name", "Nauryz")),
      required(field<&CalendarExceptionRecord::calendar>("calendar", "Calendar", "code of a calendar of the dossier")),
      required(field<&CalendarExceptionRecord::first>("first", "First day", "2027-03-21")),
      field<&CalendarExceptionRecord::last>("last", "Last day", "the first day where absent"),
      field<&CalendarExceptionRecord::works>("works", "Worked", "yes for an extra working day"),
  });
}

}  // namespace accord
