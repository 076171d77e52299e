#include "core/model/session.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> SessionRecord::describe() {
  return with_common({
      field<&SessionRecord::title>("title", "Title", "Plenary, Strasbourg"),
      required(field<&SessionRecord::session_calendar>("session_calendar", "List", "code of a session calendar")),
      required(field<&SessionRecord::day>("day", "Day", "2027-03-10")),
  });
}

}  // namespace accord
