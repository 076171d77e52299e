#include "core/model/risk.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Risk::describe() {
  return with_common({
      required(field<&Risk::title>("title", "Risk")),
      field<&Risk::probability>("probability", "Probability", "0 to 1"),
      field<&Risk::delay>("delay", "Delay if it occurs", "triangular:30,90,365ed"),
      field<&Risk::milestones>("milestones", "Hits", "VFA.5; RA.5"),
      field<&Risk::window_from>("window_from", "Can strike from"),
      field<&Risk::window_to>("window_to", "Can strike until"),
      field<&Risk::owner>("owner", "Owner"),
      field<&Risk::mitigation>("mitigation", "Mitigation"),
      field<&Risk::mitigated_probability>("mitigated_probability", "Probability with mitigation", "0 to 1"),
      field<&Risk::mitigated_delay>("mitigated_delay", "Delay with mitigation"),
      field<&Risk::state>("state", "State"),
  });
}

}  // namespace accord
