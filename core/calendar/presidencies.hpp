#pragma once
// Who presides over the Council of the European Union: six months each, in a published order.
#include <span>
#include <string_view>

#include "core/calendar/day.hpp"

namespace accord {

struct Presidency {
  std::string_view code;     // as the institutions write it: "EL"
  std::string_view country;  // "Greece"
  int year;
  int half;  // 1 = January to June, 2 = July to December

  Day first() const;
  Day last() const;
};

// 2017 to 2030, in order of time. Source: Council Decision (EU) 2016/1316 of 26 July 2016, which ends there.
std::span<const Presidency> council_presidencies();

}  // namespace accord
