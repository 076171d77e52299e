#pragma once
// An event that may cost time.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/estimate.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Milestone;
struct Party;

enum class RiskState { open, occurred, closed };
template <>
struct Choices<RiskState> {
  static constexpr Choice list[] = {{"open", "Open"}, {"occurred", "Occurred"}, {"closed", "Closed"}};
};

struct Risk : Record {
  std::string title;
  std::optional<double> probability;
  std::optional<Estimate> delay;
  std::vector<Id<Milestone>> milestones;
  std::optional<Day> window_from;
  std::optional<Day> window_to;
  Id<Party> owner;
  std::string mitigation;
  std::optional<double> mitigated_probability;
  std::optional<Estimate> mitigated_delay;
  RiskState state = RiskState::open;

  static std::vector<Field> describe();
};

}  // namespace accord
