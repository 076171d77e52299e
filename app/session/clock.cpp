#include "app/session/clock.hpp"

#include <fmt/format.h>

#include <ctime>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;

std::int64_t start_of(Day day) { return day.time_since_epoch().count() * seconds_per_day; }
Day utc_day(std::int64_t moment) { return date::floor<date::days>(date::sys_seconds{std::chrono::seconds{moment}}); }

}  // namespace

Day Clock::local_day(std::int64_t moment) const { return utc_day(moment + utc_offset(moment)); }

Clock Clock::with_today(Day day) const {
  Clock other = *this;
  other.pinned = day;
  return other;
}

std::string Clock::local_time(std::int64_t moment) const {
  const std::int64_t local = moment + utc_offset(moment);
  const std::int64_t second_of_day = local - start_of(utc_day(local));
  return fmt::format("{} {:02}:{:02}", to_iso(utc_day(local)), second_of_day / 3600, second_of_day / 60 % 60);
}

std::int64_t Clock::end_of(Day day) const {
  const std::int64_t utc_end = start_of(day) + seconds_per_day - 1;
  return utc_end - utc_offset(utc_end - utc_offset(utc_end));
}

Clock pinned_clock(Day day) {
  const std::int64_t noon = start_of(day) + seconds_per_day / 2;
  return {[noon] { return noon; }, [](std::int64_t) { return 0; }};
}

Result<Day> source_day(std::string_view seconds) {
  constexpr long long first = -2'208'988'800, end = 7'258'118'400;  // 1900-01-01, 2200-01-01
  const auto moment = parse_integer(seconds);
  if (moment && *moment >= first && *moment < end) return utc_day(*moment);
  return Diagnostic{.code = "clock.source_date",
                    .message = say("SOURCE_DATE_EPOCH does not name a moment."),
                    .expected = say("whole seconds since 1970-01-01 UTC"),
                    .found = fmt::format("\"{}\"", seconds)};
}

Clock machine_clock() {
  return {[] { return static_cast<std::int64_t>(std::time(nullptr)); },
          [](std::int64_t moment) {
            const std::time_t time = static_cast<std::time_t>(moment);
            std::tm local{};
            localtime_r(&time, &local);
            return static_cast<int>(local.tm_gmtoff);
          }};
}

}  // namespace accord
