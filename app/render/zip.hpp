#pragma once
// A ZIP archive in memory, the same bytes for the same members.
#include <string>
#include <utility>
#include <vector>

#include "core/calendar/day.hpp"

namespace accord {

struct ZipMember {
  std::string name;
  std::string bytes;
};

// Members in the order given, all dated at noon of that day (1980 at the earliest, as the format has it).
std::string zip(const std::vector<ZipMember>& members, Day day);

}  // namespace accord
