#include "core/model/evidence.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Evidence::describe() {
  return with_common({
      required(field<&Evidence::title>("title", "Title", "Council Decision authorising the opening of negotiations")),
      field<&Evidence::kind>("kind", "Kind"),
      field<&Evidence::act_number>("act_number", "Act number", "COM(2027) 123"),
      field<&Evidence::date>("date", "Date"),
      field<&Evidence::url>("url", "Link", "https://…"),
      field<&Evidence::milestones>("milestones", "Shows", "VFA.3"),
      field<&Evidence::entries>("entries", "Shows entries"),
      field<&Evidence::benchmarks>("benchmarks", "Shows benchmarks"),
      field<&Evidence::validated_by>("validated_by", "Validated by"),
  });
}

}  // namespace accord
