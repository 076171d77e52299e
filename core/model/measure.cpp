#include "core/model/measure.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Measure::describe() {
  return with_common({
      required(field<&Measure::title>("title", "Measure")),
      required(field<&Measure::benchmark>("benchmark", "Benchmark")),
      field<&Measure::owner>("owner", "Responsible"),
      field<&Measure::co_owner>("co_owner", "With"),
      field<&Measure::deadline>("deadline", "Deadline"),
      field<&Measure::ladder>("ladder", "Completion"),
      field<&Measure::next_step>("next_step", "Next step"),
  });
}

}  // namespace accord
