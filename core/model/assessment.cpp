#include "core/model/assessment.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Assessment::describe() {
  return with_common({
      required(field<&Assessment::benchmark>("benchmark", "Benchmark")),
      field<&Assessment::assessor>("assessor", "Assessor"),
      field<&Assessment::date>("date", "Date"),
      field<&Assessment::wording>("wording", "Wording"),
      field<&Assessment::score>("score", "Score", "0 to 10"),
      long_text(field<&Assessment::reason>("reason", "Reason")),
      field<&Assessment::disputes>("disputes", "Disputes", "another assessment of the same benchmark; needs a reason"),
  });
}

}  // namespace accord
