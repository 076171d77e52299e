#include "core/model/track.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Track::describe() {
  return with_common({
      required(field<&Track::title>("title", "Title", "Visa facilitation")),
      as(FieldType::calendar, field<&Track::calendar>("calendar", "Calendar", "eu+kz")),
      field<&Track::end>("end", "Ends with", "the milestone that ends the track"),
      field<&Track::correlation>("correlation", "Correlation", "0 to 1: how far durations of this track move together; 0.3"),
      field<&Track::position>("position", "Position", "order on the screen"),
  });
}

}  // namespace accord
