#include "core/model/link.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Link::describe() {
  return with_common({
      required(field<&Link::predecessor>("predecessor", "Predecessor", "VFA.9")),
      required(field<&Link::successor>("successor", "Successor", "VFA.10")),
      field<&Link::type>("type", "Type"),
      field<&Link::lag>("lag", "Lag", "5d, -2ed, 50%"),
      field<&Link::basis>("basis", "Basis"),
      field<&Link::citation>("citation", "Citation", "TFEU Art. 218(5)"),
  });
}

}  // namespace accord
