#pragma once
// The steps by which assess_mandates() fills in what it says of one goal.
#include "core/schedule/mandates.hpp"

namespace accord {

// Sets verdict and reason from everything else.
void judge(const Dossier& dossier, const Mandate& mandate, GoalOutlook& outlook);

// The window of opportunity of a goal's milestone.
Opportunity opportunity_for(const Dossier& dossier, Id<Milestone> milestone, Day status_date);

}  // namespace accord
