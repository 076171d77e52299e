#include "core/model/link.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"

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

std::string link_code(std::string_view predecessor, std::string_view successor, LinkType type) {
  return std::string(predecessor) + '>' + std::string(successor) + ':' + Codec<LinkType>::write(type);
}

}  // namespace accord
