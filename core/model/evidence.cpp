#include "core/model/evidence.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Evidence::describe() {
  return with_common({
      required(field<&Evidence::title>("title", "Title", "Council Decision authorising the opening of negotiations")),
      field<&Evidence::kind>("kind", "Kind"),
      no_prose(field<&Evidence::act_number>("act_number", "Act number", "COM(2027) 123")),
      field<&Evidence::date>("date", "Date"),
      no_prose(field<&Evidence::url>("url", "Link", "https://…")),
      field<&Evidence::milestones>("milestones", "Shows", "VFA.3"),
      field<&Evidence::entries>("entries", "Shows entries"),
      field<&Evidence::benchmarks>("benchmarks", "Shows benchmarks"),
      field<&Evidence::validated_by>("validated_by", "Validated by"),
      field<&Evidence::validated_on>("validated_on", "Validated on"),
      no_prose(field<&Evidence::file_name>("file_name", "File", "decision.pdf; attached with \"accord evidence attach\"")),
      no_prose(field<&Evidence::file_hash>("file_hash", "File's SHA-256")),
      field<&Evidence::file_size>("file_size", "File's size", "bytes"),
  });
}

}  // namespace accord
