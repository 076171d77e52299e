#include "core/calendar/presidencies.hpp"

#include <array>

namespace accord {

Day Presidency::first() const { return date::sys_days{date::year{year} / (half == 1 ? 1 : 7) / 1}; }

Day Presidency::last() const { return month_end(add_months(first(), 5)); }

std::span<const Presidency> council_presidencies() {
  static constexpr std::array<Presidency, 28> order{{
      {"MT", "Malta", 2017, 1},      {"EE", "Estonia", 2017, 2},     {"BG", "Bulgaria", 2018, 1},
      {"AT", "Austria", 2018, 2},    {"RO", "Romania", 2019, 1},     {"FI", "Finland", 2019, 2},
      {"HR", "Croatia", 2020, 1},    {"DE", "Germany", 2020, 2},     {"PT", "Portugal", 2021, 1},
      {"SI", "Slovenia", 2021, 2},   {"FR", "France", 2022, 1},      {"CZ", "Czechia", 2022, 2},
      {"SE", "Sweden", 2023, 1},     {"ES", "Spain", 2023, 2},       {"BE", "Belgium", 2024, 1},
      {"HU", "Hungary", 2024, 2},    {"PL", "Poland", 2025, 1},      {"DK", "Denmark", 2025, 2},
      {"CY", "Cyprus", 2026, 1},     {"IE", "Ireland", 2026, 2},     {"LT", "Lithuania", 2027, 1},
      {"EL", "Greece", 2027, 2},     {"IT", "Italy", 2028, 1},       {"LV", "Latvia", 2028, 2},
      {"LU", "Luxembourg", 2029, 1}, {"NL", "Netherlands", 2029, 2}, {"SK", "Slovakia", 2030, 1},
      {"MT", "Malta", 2030, 2},
  }};
  return order;
}

}  // namespace accord
