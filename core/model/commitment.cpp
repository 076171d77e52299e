#include "core/model/commitment.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Commitment::describe() {
  return with_common({
      required(field<&Commitment::title>("title", "Promise", "Next round in February 2026")),
      field<&Commitment::by_party>("by_party", "Promised by"),
      field<&Commitment::by_person>("by_person", "Promised by (person)"),
      field<&Commitment::to_party>("to_party", "Promised to"),
      field<&Commitment::made>("made", "Promised on"),
      field<&Commitment::due>("due", "Due", "February 2026"),
      field<&Commitment::in_public>("in_public", "In public"),
      field<&Commitment::state>("state", "State"),
      field<&Commitment::resolved>("resolved", "Done on"),
      field<&Commitment::entries>("entries", "Entries", "where it was made and resolved"),
      field<&Commitment::tracks>("tracks", "Tracks", "VFA"),
      field<&Commitment::milestones>("milestones", "Milestones"),
  });
}

}  // namespace accord
