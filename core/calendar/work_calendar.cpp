#include "core/calendar/work_calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "core/base/spoken.hpp"
#include "core/calendar/holiday_names.hpp"

namespace accord {
namespace {

constexpr std::size_t day_count = static_cast<std::size_t>(days_between(first_day, last_day)) + 1;

std::size_t index_of(Day day) {
  if (!in_range(day)) throw std::out_of_range("day " + to_iso(day) + " lies outside the years 1900 to 2199");
  return static_cast<std::size_t>(days_between(first_day, day));
}

Day day_at(std::int32_t index) { return first_day + date::days{index}; }

Diagnostics problems_of(const std::string& name, std::span<const CalendarException> exceptions) {
  Diagnostics problems;
  for (const CalendarException& e : exceptions)
    if (e.last < e.first)
      problems.push_back(
          {.code = "calendar.exception_order",
           .message = say("In the calendar {}, the exception \"{}\" ends before it begins", name, e.name),
           .expected = say("a last day on or after {}", to_iso(e.first)),
           .found = to_iso(e.last)});
  return problems;
}

}  // namespace

Result<CalendarPtr> WorkCalendar::make(std::string name, WeekPattern week,
                                       std::span<const CalendarException> exceptions) {
  Diagnostics problems = problems_of(name, exceptions);
  std::shared_ptr<WorkCalendar> calendar(new WorkCalendar);
  calendar->name_ = std::move(name);
  std::vector<bool> worked(day_count);
  calendar->reason_of_day_.resize(day_count);
  // 1900-01-01 was a Monday, so the pattern repeats from the first index.
  static_assert(date::weekday{first_day} == date::Monday);
  for (std::size_t i = 0; i < day_count; ++i) {
    worked[i] = week[i % 7];
    calendar->reason_of_day_[i] = static_cast<std::int32_t>(i % 7);
  }
  calendar->reasons_.resize(7);  // days of the week, named when somebody asks

  std::map<std::string_view, std::int32_t> known;
  for (const CalendarException& e : exceptions) {
    if (e.last < first_day || e.first > last_day || e.last < e.first) continue;
    const auto [reason, is_new] = known.try_emplace(e.name, static_cast<std::int32_t>(calendar->reasons_.size()));
    if (is_new) calendar->reasons_.push_back(e.name.empty() ? std::string(message("closed")) : e.name);
    const std::size_t last = index_of(std::min(e.last, last_day));
    for (std::size_t i = index_of(std::max(e.first, first_day)); i <= last; ++i) {
      worked[i] = e.works;
      calendar->reason_of_day_[i] = reason->second;
    }
  }
  if (std::none_of(worked.begin(), worked.end(), [](bool w) { return w; }))
    problems.push_back({.code = "calendar.never_works",
                        .message = say("The calendar {} has no working day", calendar->name_),
                        .expected = say("at least one worked weekday, or an extra working day"),
                        .advice = say("choose the days of the week that are worked")});
  if (!problems.empty()) return problems;
  calendar->compile(worked);
  return CalendarPtr(std::move(calendar));
}

CalendarPtr WorkCalendar::join(CalendarPtr a, CalendarPtr b) {
  std::shared_ptr<WorkCalendar> calendar(new WorkCalendar);
  calendar->name_ = a->name_ + " + " + b->name_;
  std::vector<bool> worked(day_count);
  for (std::size_t i = 0; i < day_count; ++i)
    worked[i] = a->prefix_[i] != a->prefix_[i + 1] && b->prefix_[i] != b->prefix_[i + 1];
  calendar->parts_ = {std::move(a), std::move(b)};
  calendar->compile(worked);
  return calendar;
}

void WorkCalendar::compile(const std::vector<bool>& worked) {
  prefix_.reserve(day_count + 1);
  prefix_.push_back(0);
  for (std::size_t i = 0; i < day_count; ++i) {
    if (worked[i]) workdays_.push_back(static_cast<std::int32_t>(i));
    prefix_.push_back(static_cast<std::int32_t>(workdays_.size()));
  }
}

bool WorkCalendar::works(Day day) const {
  const std::size_t i = index_of(day);
  return prefix_[i] != prefix_[i + 1];
}

std::string WorkCalendar::why_closed(Day day) const {
  if (works(day)) return {};
  if (parts_.empty()) {
    const auto reason = static_cast<std::size_t>(reason_of_day_[index_of(day)]);
    return reason < 7 ? weekday_name(day) : holiday_in_words(reasons_[reason]);
  }
  std::string a = parts_[0]->why_closed(day);
  std::string b = parts_[1]->why_closed(day);
  if (a == b) return a;
  // A joined part has named its own parts already.
  const auto named = [](const WorkCalendar& part, const std::string& why) {
    return why.empty() || !part.parts_.empty() ? why : say_name(part.name_) + ": " + why;
  };
  const std::string first = named(*parts_[0], a);
  const std::string second = named(*parts_[1], b);
  return first.empty() || second.empty() ? first + second : first + "; " + second;
}

Day WorkCalendar::workday(int k) const {
  if (k < 1 || k > workday_count())
    throw std::out_of_range(
        fmt::format("working day number {} of the calendar {} lies outside the years 1900 to 2199", k, name_));
  return day_at(workdays_[static_cast<std::size_t>(k - 1)]);
}

Day WorkCalendar::next(Day day) const { return workday(prefix_[index_of(day)] + 1); }

Day WorkCalendar::previous(Day day) const { return workday(prefix_[index_of(day) + 1]); }

Day WorkCalendar::add(Day day, int n) const {
  const std::size_t i = index_of(day);
  // 64 bits: n may be anything that a person typed.
  const std::int64_t k = n > 0 ? std::int64_t{prefix_[i + 1]} + n : std::int64_t{prefix_[i]} + n + 1;
  return workday(static_cast<int>(std::clamp<std::int64_t>(k, 0, workday_count() + 1)));
}

int WorkCalendar::count_between(Day first, Day last) const {
  if (last < first) return -count_between(last, first);
  return prefix_[index_of(last) + 1] - prefix_[index_of(first)];
}

}  // namespace accord
