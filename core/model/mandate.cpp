#include "core/model/mandate.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Mandate::describe() {
  return with_common({
      required(field<&Mandate::title>("title", "Title", "Ambassador of the EU in Kazakhstan")),
      field<&Mandate::kind>("kind", "Kind"),
      field<&Mandate::person>("person", "Held by", "code of a person"),
      field<&Mandate::party>("party", "Institution", "code of a party"),
      field<&Mandate::start>("start", "Starts", "2024-09"),
      field<&Mandate::end>("end", "Ends", "2027-08-01..2027-12-31, or unknown"),
      field<&Mandate::end_expected>("end_expected", "Expected end", "the middle of the interval where absent"),
  });
}

}  // namespace accord
