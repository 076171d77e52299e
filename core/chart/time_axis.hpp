#pragma once
// The two lines of a time axis: years over quarters or months, months over weeks or days, as room allows.
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/day.hpp"

namespace accord::chart {

// month_and_year is a month that stands over weeks or days and names its year too.
enum class AxisUnit { decade, year, quarter, month_and_year, month, week, day };

struct AxisUnits {
  AxisUnit upper, lower;
  bool operator==(const AxisUnits&) const = default;
};
// The finest lower unit whose names have room at this scale, and the unit that stands over it.
AxisUnits axis_units(double px_per_day, double text_size);

// One cell of the axis; both days belong to it.
struct AxisCell {
  Day first, last;
  std::string name;        // "2027", "Q3", "Oct 2027", "23 Nov", "Mon 5"
  std::string short_name;  // where that has no room: "’27", "Oct", "23"; "" = then it stands empty
};
// The cells that have a day in first … last, whole.
std::vector<AxisCell> axis_cells(AxisUnit unit, Day first, Day last, const Tongue& tongue = Tongue::english());

}  // namespace accord::chart
