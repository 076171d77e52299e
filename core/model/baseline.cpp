#include "core/model/baseline.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Baseline::describe() {
  return with_common({
      required(field<&Baseline::title>("title", "Name")),
      field<&Baseline::made>("made", "Made on"),
      long_text(no_prose(field<&Baseline::dates>("dates", "Dates", "MILESTONE-ID START FINISH; …"))),
  });
}

}  // namespace accord
