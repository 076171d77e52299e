#include "app/session/clock.hpp"

#include <ctime>

#include <fmt/format.h>

namespace accord {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;

std::string day_and_time(Day day, std::int64_t second_of_day) {
  return fmt::format("{} {:02}:{:02}", to_iso(day), second_of_day / 3600, second_of_day / 60 % 60);
}

std::tm local_parts(std::int64_t seconds) {
  const std::time_t time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  localtime_r(&time, &parts);
  return parts;
}

Day day_from(const std::tm& parts) {
  return Day{date::year{parts.tm_year + 1900} / (parts.tm_mon + 1) / parts.tm_mday};
}

}  // namespace

Day utc_day(std::int64_t seconds) { return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{seconds}}); }

std::string utc_time(std::int64_t seconds) {
  const Day day = utc_day(seconds);
  return day_and_time(day, seconds - day.time_since_epoch().count() * seconds_per_day);
}

Clock pinned_clock(Day day) {
  const std::int64_t noon = day.time_since_epoch().count() * seconds_per_day + seconds_per_day / 2;
  return {[noon] { return noon; }, utc_day, utc_time};
}

Clock machine_clock() {
  return {[] { return static_cast<std::int64_t>(std::time(nullptr)); },
          [](std::int64_t seconds) { return day_from(local_parts(seconds)); },
          [](std::int64_t seconds) {
            const std::tm parts = local_parts(seconds);
            return day_and_time(day_from(parts), parts.tm_hour * 3600 + parts.tm_min * 60);
          }};
}

}  // namespace accord
