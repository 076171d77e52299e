#include "core/calendar/catalogue.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include "core/base/text.hpp"
#include "core/base/tongue.hpp"
#include "core/calendar/holidays.hpp"
#include "core/calendar/session_rules.hpp"

namespace accord {
namespace {

constexpr WeekPattern all_week{true, true, true, true, true, true, true};
constexpr WeekPattern monday_to_friday{true, true, true, true, true, false, false};

std::span<const BuiltInCalendar> calendars() {
  static const std::array list{
      BuiltInCalendar{"every-day", message("Every day"), message("every day of the year is worked"), ""},
      BuiltInCalendar{"weekdays", message("Monday to Friday"), message("Monday to Friday, no holidays"), ""},
      BuiltInCalendar{"eu", message("EU institutions"), eu_holidays_basis(), eu_holidays_source()},
      BuiltInCalendar{"kz", message("Kazakhstan"), kz_holidays_basis(), kz_holidays_source()},
  };
  return list;
}

std::vector<CalendarException> holidays_of(std::string_view code) {
  if (code == "eu") return eu_holidays();
  if (code == "kz") return kz_holidays();
  return {};
}

CalendarPtr compile(const BuiltInCalendar& calendar) {
  const WeekPattern& week = calendar.code == "every-day" ? all_week : monday_to_friday;
  return WorkCalendar::make(std::string(calendar.title), week, holidays_of(calendar.code)).value();
}

// Compiles on first use and keeps; one lock, since a compilation takes milliseconds and happens a handful of times.
template <class Ptr>
class Cache {
 public:
  template <class Make>
  Ptr find_or_make(const std::string& code, const Make& make) {
    const std::lock_guard lock(mutex_);
    if (const auto known = made_.find(code); known != made_.end()) return known->second;
    return made_.emplace(code, make()).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Ptr> made_;
};

CalendarPtr simple_calendar(const std::string& code) {
  static Cache<CalendarPtr> cache;
  const auto at =
      std::find_if(calendars().begin(), calendars().end(), [&](const BuiltInCalendar& c) { return c.code == code; });
  if (at == calendars().end()) return nullptr;
  return cache.find_or_make(code, [&] { return compile(*at); });
}

const SessionRule* find_rule(std::string_view code) {
  const auto rules = session_rules();
  const auto at = std::find_if(rules.begin(), rules.end(),
                               [&](const SessionRule& r) { return same_ignoring_case(r.code, trim(code)); });
  return at == rules.end() ? nullptr : &*at;
}

}  // namespace

std::span<const BuiltInCalendar> built_in_calendars() { return calendars(); }

CalendarPtr built_in_calendar(std::string_view code) {
  static Cache<CalendarPtr> joined;
  const std::vector<std::string> codes = split(lower(code), '+');
  std::vector<CalendarPtr> parts;
  for (const std::string& part : codes) {
    CalendarPtr calendar = simple_calendar(part);
    if (!calendar) return nullptr;
    if (std::find(parts.begin(), parts.end(), calendar) == parts.end()) parts.push_back(std::move(calendar));
  }
  if (parts.empty()) return nullptr;
  if (parts.size() == 1) return parts.front();
  return joined.find_or_make(join(codes, "+"), [&] {
    CalendarPtr all = parts.front();
    for (const CalendarPtr& part : std::span(parts).subspan(1)) all = WorkCalendar::join(all, part);
    return all;
  });
}

std::span<const BuiltInSessions> built_in_sessions() {
  static const std::vector<BuiltInSessions> list = [] {
    std::vector<BuiltInSessions> described;
    for (const SessionRule& rule : session_rules()) described.push_back({rule.code, rule.title, rule.in_words});
    return described;
  }();
  return list;
}

SessionsPtr built_in_session_calendar(std::string_view code) {
  static Cache<SessionsPtr> cache;
  const SessionRule* rule = find_rule(code);
  if (!rule) return nullptr;
  return cache.find_or_make(std::string(rule->code), [rule] {
    return SessionCalendar::make(std::string(rule->code), std::string(rule->title),
                                 sessions_by_rule(*rule, *built_in_calendar(rule->calendar)), {});
  });
}

SessionsPtr session_calendar_with(std::string_view code, std::string_view title, std::span<const SessionList> lists) {
  const SessionsPtr built_in = built_in_session_calendar(code);
  if (built_in && lists.empty() && built_in->title() == title) return built_in;
  std::vector<Session> by_rule;
  if (built_in) by_rule.assign(built_in->sessions().begin(), built_in->sessions().end());
  return SessionCalendar::make(std::string(code), std::string(title), std::move(by_rule), lists);
}

}  // namespace accord
