#pragma once
// Easter Sunday of the western churches.
#include "core/calendar/day.hpp"

namespace accord {

// Gregorian Easter Sunday of a year; the algorithm of Oudin as given by Lichtenberg (1997), a correction of Gauss's.
Day easter_sunday(int year);

}  // namespace accord
