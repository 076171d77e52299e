#pragma once
// The traffic light of every milestone, by its rule or by hand.
#include <vector>

#include "core/progress/silence.hpp"
#include "core/progress/traffic_light.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

struct MilestoneLight {
  Id<Milestone> milestone;
  TrafficLight light;
};
// In outline order, groups and dropped milestones left out. Slips are measured against the newest baseline.
std::vector<MilestoneLight> milestone_lights(const Dossier& dossier, const Schedule& plan,
                                             const SilenceReport& silence);

}  // namespace accord
