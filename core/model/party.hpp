#pragma once
// An institution, with the dates between which it exists.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

enum class PartyKind { institution, ministry, parliament, member_state, group, organisation };
template <>
struct Choices<PartyKind> {
  static constexpr Choice list[] = {{"institution", "Institution"}, {"ministry", "Ministry"}, {"parliament", "Parliament"}, {"member_state", "Member State"}, {"group", "Group"}, {"organisation", "Organisation"}};
};

enum class Side { unstated, eu, partner, other };
template <>
struct Choices<Side> {
  static constexpr Choice list[] = {{"", "Not stated"}, {"eu", "EU"}, {"partner", "Partner"}, {"other", "Other"}};
};

struct Party : Record {
  std::string title;
  PartyKind kind = PartyKind::institution;
  Side side = Side::unstated;
  Id<Party> part_of;
  std::optional<FuzzyDate> valid_from;
  std::optional<FuzzyDate> valid_to;
  Id<Party> successor;
  std::string contact;
  Id<Party> escalate_to;

  static std::vector<Field> describe();
};

}  // namespace accord
