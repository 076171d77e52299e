#pragma once
// Computed dates for people and programs.
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/schedule/schedule.hpp"

namespace accord::cli {

std::string_view driver_word(DriverKind kind);  // "status_date"

// One milestone of `accord schedule --format json`. Where it is done and nobody knows on what day, the day of its start
// stands for the finish; where that is not known either, the day by which it was done: the plan's status date.
nlohmann::ordered_json scheduled_json(const ScheduledMilestone& scheduled, const Schedule& plan,
                                      const Dossier& dossier);

}  // namespace accord::cli
