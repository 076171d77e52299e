#include "core/model/benchmark.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"
#include "core/model/rung_field.hpp"

namespace accord {

std::vector<Field> Benchmark::describe() {
  return with_common({
      required(field<&Benchmark::title>("title", "Requirement")),
      field<&Benchmark::track>("track", "Track"),
      field<&Benchmark::block>("block", "Block", "1"),
      field<&Benchmark::topic>("topic", "Topic", "Document security"),
      field<&Benchmark::phase>("phase", "Phase", "1 or 2"),
      field<&Benchmark::milestone>("milestone", "Counts for", "code of a milestone"),
      field<&Benchmark::owner>("owner", "Responsible"),
      field<&Benchmark::co_owner>("co_owner", "With"),
      field<&Benchmark::deadline>("deadline", "Deadline"),
      rung_field<&Benchmark::ladder>(
          "ladder", "Completion",
          "not_started, drafted, adopted, by_laws, applied, verified, or the dossier's own ladder"),
      field<&Benchmark::own_score>("own_score", "Own score", "0 to 10"),
      field<&Benchmark::assessor_score>("assessor_score", "Assessor's score", "0 to 10"),
      field<&Benchmark::wording>("wording", "Assessor's wording"),
      field<&Benchmark::light>("light", "Traffic light"),
      field<&Benchmark::light_why>("light_why", "Why this light", "needed where the light is set by hand"),
  });
}

}  // namespace accord
