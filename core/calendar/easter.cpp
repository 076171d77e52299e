#include "core/calendar/easter.hpp"

namespace accord {

Day easter_sunday(int year) {
  const int century = year / 100;
  const int moon_shift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
  const int sun_shift = 2 - (3 * century + 3) / 4;
  const int golden = year % 19;
  const int seed = (19 * golden + moon_shift) % 30;
  // Keeps the paschal full moon from falling on the same day twice in a cycle of 19 years, or after 18 April.
  const int correction = (seed + golden / 11) / 29;
  const int full_moon = 21 + seed - correction;
  const int first_sunday = 7 - (year + year / 4 + sun_shift) % 7;
  const int distance = 7 - (full_moon - first_sunday) % 7;
  return Day{date::year{year} / 3 / 1} + date::days{full_moon + distance - 1};
}

}  // namespace accord
