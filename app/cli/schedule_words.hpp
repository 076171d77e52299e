#pragma once
// Computed dates for people and programs.
#include <nlohmann/json.hpp>
#include <string_view>

#include "core/schedule/schedule.hpp"

namespace accord::cli {

std::string_view driver_word(DriverKind kind);  // "status_date"

// Where a milestone is done and nobody knows on what day, the day of its start stands for the finish; where that is not
// known either, the day by which it was done: the plan's status date.
struct DaysShown {
  std::optional<Day> start, finish;
};
DaysShown days_shown(const ScheduledMilestone& scheduled, const Schedule& plan);

// One milestone of `accord schedule --format json`, with the days of days_shown().
nlohmann::ordered_json scheduled_json(const ScheduledMilestone& scheduled, const Schedule& plan,
                                      const Dossier& dossier);

}  // namespace accord::cli
