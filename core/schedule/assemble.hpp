#pragma once
// From ticks back to dates, floats, drivers, the critical path and warnings. Internal to core/schedule.
#include "core/schedule/network.hpp"

namespace accord::assembling {

struct Computed {
  const Dossier& dossier;
  const ScheduleOptions& options;
  const Network& network;
  const Early& early;
  const Late& late;
  const Holds& holds;

  const Milestone& record(Node node) const {
    return dossier.all<Milestone>()[static_cast<std::size_t>(network.row[static_cast<std::size_t>(node)])];
  }
};

// Everything but the warnings.
Schedule assemble(const Computed& computed);

// The leaf that gives a group its finish (start): the latest (first) of its members, the smallest code among equals. A
// leaf is its own.
Node deciding_member(const Computed& computed, Node node, LinkEnd end);
// What decided a leaf's dates, and the node that decided it where it is a predecessor: no_node otherwise.
struct Decided {
  Driver driver;
  Node by = no_node;
  LinkEnd end = LinkEnd::finish;  // of the predecessor
};
Decided driver_of(const Computed& computed, Node leaf);

// milestone.dangling, constraint.conflict, deadline.missed, session.extrapolated.
void add_warnings(const Computed& computed, Schedule& plan);

}  // namespace accord::assembling
