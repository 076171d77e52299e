#include "core/model/scenario.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Scenario::describe() {
  return with_common({
      required(field<&Scenario::title>("title", "Name")),
      long_text(no_prose(field<&Scenario::overrides>("overrides", "Changes", "milestone, field and value, such as VFA.5.remaining=30ed; several with a semicolon between them"))),
  });
}

}  // namespace accord
