#include "core/model/position.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Position::describe() {
  return with_common({
      required(field<&Position::title>("title", "Position")),
      required(field<&Position::party>("party", "Party")),
      field<&Position::stance>("stance", "Stance"),
      field<&Position::date>("date", "Date"),
      field<&Position::track>("track", "Track"),
      field<&Position::milestone>("milestone", "On"),
  });
}

}  // namespace accord
