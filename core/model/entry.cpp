#include "core/model/entry.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Entry::describe() {
  return with_common({
      required(field<&Entry::title>("title", "What happened", "Round 2 of negotiations")),
      field<&Entry::kind>("kind", "Kind"),
      field<&Entry::date>("date", "Date", "2 December 2026, 02.12.2026, March 2027, spring 2027, by the end of 2027, unknown"),
      field<&Entry::tracks>("tracks", "Tracks", "VFA; RA"),
      field<&Entry::milestones>("milestones", "Milestones", "VFA.5; RA.5"),
      field<&Entry::number>("number", "Number", "of the round"),
      field<&Entry::place>("place", "Place", "Astana"),
      field<&Entry::people>("people", "People", "who chaired or took part"),
      field<&Entry::parties>("parties", "Parties", "who took part"),
      long_text(field<&Entry::agenda>("agenda", "Agenda")),
      long_text(field<&Entry::outcome>("outcome", "Outcome")),
      field<&Entry::next_announced>("next_announced", "Next one announced for", "2027-02, early March 2027"),
      field<&Entry::chosen>("chosen", "Set aside for", "the entry that tells the same thing and is taken instead"),
      field<&Entry::chosen_why>("chosen_why", "Why the other one"),
  });
}

}  // namespace accord
