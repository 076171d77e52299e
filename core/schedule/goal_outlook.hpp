#pragma once
// The steps by which assess_mandates() fills in what it says of one goal.
#include "core/schedule/mandates.hpp"

namespace accord {

// Of a day that has passed. A mandate whose end nobody knows has not ended yet: it covers every such day since it began.
Inside inside_so_far(const Mandate& mandate, Day day);

// Sets verdict and reason from everything else.
void judge(const Dossier& dossier, const Mandate& mandate, GoalOutlook& outlook);

// The window of opportunity of a goal's milestone.
Opportunity opportunity_for(const Dossier& dossier, Id<Milestone> milestone, Day status_date);

}  // namespace accord
