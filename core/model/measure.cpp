#include "core/model/measure.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"
#include "core/model/rung_field.hpp"

namespace accord {

std::vector<Field> Measure::describe() {
  return with_common({
      required(field<&Measure::title>("title", "Measure")),
      required(field<&Measure::benchmark>("benchmark", "Benchmark")),
      field<&Measure::owner>("owner", "Responsible"),
      field<&Measure::co_owner>("co_owner", "With"),
      field<&Measure::deadline>("deadline", "Deadline"),
      rung_field<&Measure::ladder>(
          "ladder", "Completion",
          "not_started, drafted, adopted, by_laws, applied, verified, or the dossier's own ladder"),
      field<&Measure::next_step>("next_step", "Next step"),
  });
}

}  // namespace accord
