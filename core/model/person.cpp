#include "core/model/person.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Person::describe() {
  return with_common({
      required(field<&Person::title>("title", "Name", "Aleska Simkic")),
      field<&Person::role>("role", "Role", "Ambassador of the EU to Kazakhstan"),
      field<&Person::party>("party", "Institution", "code of a party"),
      field<&Person::valid_from>("valid_from", "In the role from", "2024-09"),
      field<&Person::valid_to>("valid_to", "In the role until"),
      field<&Person::successor>("successor", "Succeeded by", "code of a person"),
      field<&Person::contact>("contact", "Contact"),
  });
}

}  // namespace accord
