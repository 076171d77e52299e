#include "core/model/session_calendar.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> SessionCalendarRecord::describe() {
  return with_common({
      required(field<&SessionCalendarRecord::title>("title", "Title", "Plenary sessions of the Parliament, 2027")),
      as(FieldType::sessions, no_prose(field<&SessionCalendarRecord::sessions>("sessions", "Lists the sessions of", "ep-plenary"))),
      required(field<&SessionCalendarRecord::covers_from>("covers_from", "Covers from", "2027-01-01")),
      required(field<&SessionCalendarRecord::covers_to>("covers_to", "Covers until", "2027-12-31")),
  });
}

}  // namespace accord
