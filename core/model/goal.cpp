#include "core/model/goal.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Goal::describe() {
  return with_common({
      field<&Goal::title>("title", "Title", "Signature within her mandate"),
      required(field<&Goal::mandate>("mandate", "Mandate", "M.SIMKIC")),
      required(field<&Goal::milestone>("milestone", "Milestone", "VFA.10")),
      field<&Goal::position>("position", "Position", "order on the screen"),
      field<&Goal::light>("light", "Traffic light"),
      field<&Goal::light_why>("light_why", "Why this light", "needed where the light is set by hand"),
  });
}

}  // namespace accord
