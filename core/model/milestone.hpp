#pragma once
// An event (happens on a day), a stage (takes time) or a group of them.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/date_rule.hpp"
#include "core/calendar/day.hpp"
#include "core/calendar/duration.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/model/estimate.hpp"
#include "core/model/field.hpp"
#include "core/model/light.hpp"

namespace accord {

struct Party;
struct Track;

enum class MilestoneKind { stage, event, group };
template <>
struct Choices<MilestoneKind> {
  static constexpr Choice list[] = {{"stage", "Stage"}, {"event", "Event"}, {"group", "Group"}};
};

// dropped: stays visible, takes no time, passes its predecessors' dates through.
enum class MilestoneState { active, dropped };
template <>
struct Choices<MilestoneState> {
  static constexpr Choice list[] = {{"active", "Active"}, {"dropped", "Dropped"}};
};

// None of them ever breaks logic (scheduling.md).
enum class Constraint { as_soon_as_possible, as_late_as_possible, start_no_earlier_than, start_no_later_than, finish_no_earlier_than, finish_no_later_than, must_start_on, must_finish_on };
template <>
struct Choices<Constraint> {
  static constexpr Choice list[] = {{"asap", "As soon as possible"}, {"alap", "As late as possible"}, {"snet", "Start no earlier than"}, {"snlt", "Start no later than"}, {"fnet", "Finish no earlier than"}, {"fnlt", "Finish no later than"}, {"mso", "Must start on"}, {"mfo", "Must finish on"}};
};

struct Milestone : Record {
  std::string title;
  Id<Track> track;
  MilestoneKind kind = MilestoneKind::stage;
  Id<Milestone> parent;
  Id<Party> owner;
  Id<Party> co_owner;
  std::string next_step;
  Id<Party> next_step_owner;
  std::optional<Day> next_step_due;
  std::string calendar;
  std::optional<Duration> duration;
  std::optional<Estimate> estimate;
  Id<Milestone> moves_with;  // in a forecast this one takes as long as that one takes, each by its own estimate
  std::optional<Duration> remaining;
  std::optional<double> percent;
  std::optional<FuzzyDate> actual_start;
  std::optional<FuzzyDate> actual_finish;
  std::optional<FuzzyDate> expected;
  std::optional<Day> deadline;
  Constraint constraint = Constraint::as_soon_as_possible;
  std::optional<Day> constraint_date;
  std::string sessions;
  std::optional<DateRule> rule;
  bool needs_evidence = false;
  std::optional<double> weight;
  std::string reference;
  MilestoneState state = MilestoneState::active;
  std::optional<double> position;
  Light light = Light::by_rule;
  std::string light_why;
  std::string source_id;

  static std::vector<Field> describe();
};

}  // namespace accord
