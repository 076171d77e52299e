#include "core/calendar/kurban_ait.hpp"

#include <algorithm>
#include <array>

namespace accord {
namespace {

using namespace date::literals;

// Announced by the Spiritual Administration of Muslims of Kazakhstan and the ministry of labour: kapital.kz (2015,
// 2016), kazpravda.kz (2017), mgorod.kz (2018), kokshetau.online (2019), kursiv.media (2020), kt.kz (2021), kzvesti.kz
// (2022), zakon.kz (2023), alau.kz (2024, corrected from 17 June), caravan.kz (2025), inform.kz (2026).
constexpr std::array<Day, 12> published{Day{2015_y / 9 / 24}, Day{2016_y / 9 / 12}, Day{2017_y / 9 / 1},
                                        Day{2018_y / 8 / 21}, Day{2019_y / 8 / 11}, Day{2020_y / 7 / 31},
                                        Day{2021_y / 7 / 20}, Day{2022_y / 7 / 9},  Day{2023_y / 6 / 28},
                                        Day{2024_y / 6 / 16}, Day{2025_y / 6 / 6},  Day{2026_y / 5 / 27}};

int year_of(Day day) { return static_cast<int>(date::year_month_day{day}.year()); }

}  // namespace

Day tabular_eid_al_adha(int islamic_year) {
  const int complete_years = islamic_year - 1;
  const int leap_days = (3 + 11 * islamic_year) / 30;
  constexpr int days_before_last_month = 325;  // six months of 30 and five of 29 days
  constexpr Day epoch{622_y / 7 / 18};         // 15 July 622 in the Julian calendar
  return epoch + date::days{354 * complete_years + leap_days + days_before_last_month + 9};
}

std::vector<KurbanAit> kurban_ait(int year) {
  if (year >= year_of(published.front()) && year <= year_of(published.back())) {
    const auto at = std::find_if(published.begin(), published.end(), [year](Day d) { return year_of(d) == year; });
    return {{*at, true}};
  }
  std::vector<KurbanAit> found;
  // 33 Islamic years last about 32 civil ones; the two neighbours catch the rounding.
  const int guess = (year - 622) * 33 / 32;
  for (int y = guess - 1; y <= guess + 2; ++y)
    if (const Day day = tabular_eid_al_adha(y); year_of(day) == year) found.push_back({day, false});
  return found;
}

}  // namespace accord
