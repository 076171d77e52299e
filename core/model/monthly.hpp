#pragma once
// Figures month by month, as an indicator keeps them.
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/calendar/day.hpp"

namespace accord {

inline constexpr double usual_rise = 30;  // per cent: an indicator's threshold of a rise where none is given

struct MonthlyValue {
  Day month;  // its first day
  double value = 0;
  bool operator==(const MonthlyValue&) const = default;
};

// "2026-01=120; 2026-02=131", in the order of the months whatever that of the text. indicator.syntax: a part that is no
// month with a number, or a month given twice.
Result<std::vector<MonthlyValue>> parse_monthly(std::string_view text);

}  // namespace accord
