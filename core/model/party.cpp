#include "core/model/party.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Party::describe() {
  return with_common({
      required(field<&Party::title>("title", "Name", "Directorate-General for Migration and Home Affairs")),
      field<&Party::kind>("kind", "Kind"),
      field<&Party::side>("side", "Side"),
      field<&Party::part_of>("part_of", "Part of"),
      field<&Party::valid_from>("valid_from", "Exists from", "2026-07-01"),
      field<&Party::valid_to>("valid_to", "Exists until", "2026-06-30"),
      field<&Party::successor>("successor", "Succeeded by", "code of a party"),
      field<&Party::contact>("contact", "Contact"),
      field<&Party::escalate_to>("escalate_to", "Escalate to",
                                 "code of the party that is told when it owes something for too long"),
  });
}

}  // namespace accord
