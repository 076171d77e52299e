#pragma once
// Which milestones lie on the way to a milestone.
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

// Everything that `milestone` depends on through links, itself included, in outline order; events and stages only. A
// group stands for its members, and what leads into a group leads to every member. Dropped ones are passed through and
// left out.
std::vector<Id<Milestone>> on_the_way_to(const Dossier& dossier, Id<Milestone> milestone);

}  // namespace accord
