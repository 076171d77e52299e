#include "db/exchange/mspdi.hpp"

#include <cmath>

#include "core/base/text.hpp"

namespace accord::mspdi {
namespace {

// Minutes since midnight of `hh:mm[:ss]`.
std::optional<int> minute_of_day(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  const auto hours = parse_integer(text.substr(0, 2)), mins = parse_integer(text.substr(3, 2));
  if (!hours || !mins || *hours < 0 || *hours > 24 || *mins < 0 || *mins > 59) return std::nullopt;
  return static_cast<int>(*hours * 60 + *mins);
}

}  // namespace

int integer(pugi::xml_node node, const char* child, int fallback) {
  const auto n = parse_integer(trim(node.child_value(child)));
  return n && *n > -2'000'000'000 && *n < 2'000'000'000 ? static_cast<int>(*n) : fallback;
}

std::optional<Moment> moment(pugi::xml_node node, const char* child) {
  const std::string_view text = trim(node.child_value(child));
  if (text.size() < 10) return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  return Moment{*day, text.size() > 15 ? minute_of_day(text.substr(11)).value_or(0) : 0};
}

Clock clock_of(pugi::xml_node project) {
  Clock clock;
  clock.minutes_per_day = std::max(1, integer(project, "MinutesPerDay", 480));
  clock.start_minute = minute_of_day(trim(project.child_value("DefaultStartTime"))).value_or(clock.start_minute);
  clock.finish_minute = minute_of_day(trim(project.child_value("DefaultFinishTime"))).value_or(clock.finish_minute);
  if (clock.finish_minute <= clock.start_minute) clock.finish_minute = 24 * 60;
  return clock;
}

std::optional<Day> start_day(pugi::xml_node node, const char* child, const Clock& clock) {
  const auto at = moment(node, child);
  if (!at) return std::nullopt;
  return at->minute >= clock.finish_minute ? at->day + date::days{1} : at->day;
}

std::optional<Day> finish_day(pugi::xml_node node, const char* child, const Clock& clock) {
  const auto at = moment(node, child);
  if (!at) return std::nullopt;
  return at->minute <= clock.start_minute ? at->day - date::days{1} : at->day;
}

std::optional<double> minutes(const std::string& text) {
  std::string_view rest = trim(text);
  double total = 0;
  if (!rest.starts_with("P")) return std::nullopt;
  rest.remove_prefix(1);
  bool in_time = false, any = false;
  while (!rest.empty()) {
    if (rest.front() == 'T') {
      in_time = true;
      rest.remove_prefix(1);
      continue;
    }
    const std::size_t n = rest.find_first_not_of("0123456789.");
    if (n == rest.npos || n == 0) return std::nullopt;
    const auto value = parse_number(rest.substr(0, n));
    const char unit = rest[n];
    if (!value) return std::nullopt;
    if (!in_time && unit == 'D') total += *value * 1440;
    else if (in_time && unit == 'H') total += *value * 60;
    else if (in_time && unit == 'M') total += *value;
    else if (in_time && unit == 'S') total += *value / 60;
    else return std::nullopt;
    any = true;
    rest.remove_prefix(n + 1);
  }
  return any ? std::optional<double>(total) : std::nullopt;
}

// Codes of the schema: 3 m, 4 em, 5 h, 6 eh, 7 d, 8 ed, 9 w, 10 ew, 11 mo, 12 emo, 19 %, 20 e%; 35 to 52 the same, estimated.
bool is_elapsed(int format) {
  const int plain = format >= 35 && format <= 52 ? format - 32 : format;
  return plain == 4 || plain == 6 || plain == 8 || plain == 10 || plain == 12 || plain == 20;
}

bool is_percent(int format) { return format == 19 || format == 20 || format == 51 || format == 52; }

Length length(double minutes, bool elapsed, const Clock& clock) {
  const double days = minutes / (elapsed ? 1440.0 : clock.minutes_per_day);
  const double up = days >= 0 ? std::ceil(days - 1e-9) : -std::ceil(-days - 1e-9);
  const int whole = static_cast<int>(std::min(std::max(up, -36500.0), 36500.0));
  return {{whole, elapsed ? DurationUnit::calendar_days : DurationUnit::workdays}, std::abs(up - days) > 1e-6};
}

}  // namespace accord::mspdi
