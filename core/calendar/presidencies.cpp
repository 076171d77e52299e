#include "core/calendar/presidencies.hpp"

#include <array>

#include "core/base/tongue.hpp"

namespace accord {

Day Presidency::first() const { return date::sys_days{date::year{year} / (half == 1 ? 1 : 7) / 1}; }

Day Presidency::last() const { return month_end(add_months(first(), 5)); }

std::span<const Presidency> council_presidencies() {
  static constexpr std::array<Presidency, 28> order{{
      {"MT", message("Malta"), 2017, 1},      {"EE", message("Estonia"), 2017, 2},     {"BG", message("Bulgaria"), 2018, 1},
      {"AT", message("Austria"), 2018, 2},    {"RO", message("Romania"), 2019, 1},     {"FI", message("Finland"), 2019, 2},
      {"HR", message("Croatia"), 2020, 1},    {"DE", message("Germany"), 2020, 2},     {"PT", message("Portugal"), 2021, 1},
      {"SI", message("Slovenia"), 2021, 2},   {"FR", message("France"), 2022, 1},      {"CZ", message("Czechia"), 2022, 2},
      {"SE", message("Sweden"), 2023, 1},     {"ES", message("Spain"), 2023, 2},       {"BE", message("Belgium"), 2024, 1},
      {"HU", message("Hungary"), 2024, 2},    {"PL", message("Poland"), 2025, 1},      {"DK", message("Denmark"), 2025, 2},
      {"CY", message("Cyprus"), 2026, 1},     {"IE", message("Ireland"), 2026, 2},     {"LT", message("Lithuania"), 2027, 1},
      {"EL", message("Greece"), 2027, 2},     {"IT", message("Italy"), 2028, 1},       {"LV", message("Latvia"), 2028, 2},
      {"LU", message("Luxembourg"), 2029, 1}, {"NL", message("Netherlands"), 2029, 2}, {"SK", message("Slovakia"), 2030, 1},
      {"MT", message("Malta"), 2030, 2},
  }};
  return order;
}

}  // namespace accord
