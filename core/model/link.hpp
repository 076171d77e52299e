#pragma once
// A dependency between two milestones. Its code is made of its ends: "VFA.9>VFA.10:FS".
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/duration.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Milestone;

// Which end of the predecessor holds which end of the successor.
enum class LinkType { finish_start, start_start, finish_finish, start_finish };
template <>
struct Choices<LinkType> {
  static constexpr Choice list[] = {{"FS", "Finish to start"}, {"SS", "Start to start"}, {"FF", "Finish to finish"}, {"SF", "Start to finish"}};
};

// Why the link is there.
enum class Basis { plan, custom, law };
template <>
struct Choices<Basis> {
  static constexpr Choice list[] = {{"plan", "Plan"}, {"custom", "Custom"}, {"law", "Law"}};
};

struct Link : Record {
  Id<Milestone> predecessor;
  Id<Milestone> successor;
  LinkType type = LinkType::finish_start;
  std::optional<Lag> lag;  // absent = none
  Basis basis = Basis::plan;
  std::string citation;

  static std::vector<Field> describe();
};

}  // namespace accord
