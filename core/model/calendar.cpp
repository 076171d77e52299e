#include "core/model/calendar.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Calendar::describe() {
  return with_common({
      required(field<&Calendar::title>("title", "Title", "Ministry, with its summer closure")),
      as(FieldType::calendar, no_prose(field<&Calendar::base>("base", "Based on", "eu, kz, weekdays, every-day"))),
      no_prose(field<&Calendar::week>("week", "Working days of the week", "Mon Tue Wed Thu Fri")),
  });
}

}  // namespace accord
