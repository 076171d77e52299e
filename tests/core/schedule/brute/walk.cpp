#include "tests/core/schedule/brute/walk.hpp"

#include <algorithm>
#include <stdexcept>

namespace accord::brute {
namespace {

void require_walked(Day day) {
  if (day < first_walked || day > last_walked) throw std::out_of_range("the plan leaves the days that the proof walks");
}

unsigned day_of_month(Day day) { return static_cast<unsigned>(date::year_month_day(day).day()); }
bool is_first_of_month(Day day) { return day_of_month(day) == 1; }

bool decided(const WeekCalendar& calendar, Day day) {
  for (auto e = calendar.exceptions.rbegin(); e != calendar.exceptions.rend(); ++e)
    if (e->first <= day && day <= e->last) return e->works;
  return calendar.week[date::weekday(day).iso_encoding() - 1];
}

Day last_of_month(Day day) {
  while (!is_first_of_month(day + one_day)) day += one_day;
  return day;
}

// The last working day of the day's month; when the day lies after it, of the next month that has one.
Day last_workday(Day day, const DayList& days) {
  for (Day end = last_of_month(day);; end = last_of_month(end + one_day))
    for (Day at = end; at >= day && date::year_month_day(at).month() == date::year_month_day(end).month(); at -= one_day)
      if (days.works(at)) return at;
}

// Regulation 1182/71: Art. 3(4) a closed last day moves to the next working day; Art. 3(5) a period of two days or more
// has at least two working days.
Day rolled(Day event, Day end, const DayList& days) {
  const bool is_period = end >= event + 2 * one_day;
  end = days.next(end);
  while (is_period && workdays_passed(days, evening(event), evening(end)) < 2) end = days.next(end + one_day);
  return end;
}

Day applied(const DateRule::Step& step, Day day, const DayList& days) {
  Day end = day;
  switch (step.kind) {
    case DateRule::StepKind::first_of_month:
      for (int firsts = 0; firsts < step.count;) firsts += is_first_of_month(end += one_day) ? 1 : 0;
      return step.roll_1182 ? days.next(end) : end;
    case DateRule::StepKind::last_workday_of_month: return last_workday(day, days);
    case DateRule::StepKind::calendar_days: end = day + date::days{step.count}; break;
    case DateRule::StepKind::months: end = months_later(day, step.count); break;
  }
  return step.roll_1182 ? rolled(day, end, days) : end;
}

}  // namespace

DayList::DayList(const WeekCalendar& calendar) {
  for (Day day = first_walked; day <= last_walked; day += one_day) works_.push_back(decided(calendar, day));
}

bool DayList::works(Day day) const {
  require_walked(day);
  return works_[static_cast<std::size_t>(days_between(first_walked, day))] != 0;
}

Day DayList::next(Day day) const {
  while (!works(day)) day += one_day;
  return day;
}

Day DayList::previous(Day day) const {
  while (!works(day)) day -= one_day;
  return day;
}

namespace {

// The first days of all months, found by walking.
const std::vector<Day>& firsts_of_months() {
  static const std::vector<Day> firsts = [] {
    std::vector<Day> out;
    for (Day day = first_walked; day <= last_walked + one_day; day += one_day)
      if (is_first_of_month(day)) out.push_back(day);
    return out;
  }();
  return firsts;
}

}  // namespace

Day months_later(Day day, int n) {
  require_walked(day);
  const std::vector<Day>& firsts = firsts_of_months();
  int month = 0;
  while (firsts[static_cast<std::size_t>(month) + 1] <= day) ++month;
  const int wanted = month + n;
  if (wanted < 0 || wanted + 1 >= static_cast<int>(firsts.size())) throw std::out_of_range("the plan leaves the days that the proof walks");
  const Day same = firsts[static_cast<std::size_t>(wanted)] + (day - firsts[static_cast<std::size_t>(month)]);
  return std::min(same, firsts[static_cast<std::size_t>(wanted) + 1] - one_day);
}

int workdays_passed(const DayList& days, Tick from, Tick to) {
  if (to < from) return -workdays_passed(days, to, from);
  int passed = 0;
  for (Day day = day_of(from); evening(day) <= to; day += one_day)
    if (evening(day) > from && days.works(day)) ++passed;
  return passed;
}

bool meets(const DayList& days, Tick finish, Tick bound) {
  for (Day day = day_of(finish); evening(day) <= bound; day += one_day)
    if (evening(day) > finish && days.works(day)) return false;
  return true;
}

namespace {

// An evening goes to an evening, counted from the last working day done; a morning to a morning, counted from the next
// working day to do.
Tick workdays_later(const DayList& days, Tick from, int count) {
  if (count == 0) return from;
  Day day = is_evening(from) ? days.previous(day_of(from)) : days.next(day_of(from));
  for (; count > 0; --count) day = days.next(day + one_day);
  for (; count < 0; ++count) day = days.previous(day - one_day);
  return is_evening(from) ? evening(day) : morning(day);
}

}  // namespace

Tick moved(const DayList& days, Tick from, int count, DurationUnit unit) {
  if (unit == DurationUnit::workdays) return workdays_later(days, from, count);
  const Day day = unit == DurationUnit::calendar_days ? day_of(from) + date::days{count} : months_later(day_of(from), count);
  return is_evening(from) ? evening(day) : morning(day);
}

Day applied(const DateRule& rule, Day day, const DayList& days) {
  for (const DateRule::Step& step : rule.steps()) day = applied(step, day, days);
  return day;
}

}  // namespace accord::brute
