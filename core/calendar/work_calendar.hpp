#pragma once
// A working calendar: which days are worked, and why the others are not. Compiled once, immutable, shareable between
// threads.
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "core/calendar/day.hpp"

namespace accord {

// A dated exception of a calendar: a holiday (works = false) or an extra working day. Both ends belong to it.
struct CalendarException {
  Day first;
  Day last;
  bool works = false;
  std::string name;    // "Good Friday"
  std::string source;  // where it is published; may be empty
};

// Monday first: true = worked.
using WeekPattern = std::array<bool, 7>;

class WorkCalendar {
 public:
  // Later exceptions win over earlier ones; what lies outside first_day … last_day is left out. Codes:
  // calendar.never_works (no day is worked in the whole range), calendar.exception_order (an exception that ends before
  // it begins), all at once.
  static Result<std::shared_ptr<const WorkCalendar>> make(std::string name, WeekPattern week,
                                                          std::span<const CalendarException> exceptions);
  // Works only where both work; its name is "A + B". Where the two never work on the same day it has no working day at
  // all.
  static std::shared_ptr<const WorkCalendar> join(std::shared_ptr<const WorkCalendar> a,
                                                  std::shared_ptr<const WorkCalendar> b);

  const std::string& name() const { return name_; }

  // Everything below is O(1) for days first_day … last_day; outside, std::out_of_range.
  bool works(Day day) const;
  // Why the day is closed ("Sunday", "Good Friday"); empty for a working day. A joined calendar names the calendar that
  // is closed, and gives both reasons where both are ("EU institutions: Labour Day; Kazakhstan: Unity Day"); a reason
  // that both share ("Sunday") stands once, without names.
  std::string why_closed(Day day) const;
  // W(t): the number of working days whose evening is ≤ t, counted from first_day.
  int workdays_until(Tick t) const { return prefix_.at(static_cast<std::size_t>(((t + 1) >> 1) - first_number)); }
  // The k-th working day, counted from 1 (so workdays_until(evening(workday(k))) == k). std::out_of_range beyond the
  // range.
  Day workday(int k) const;
  int workday_count() const { return static_cast<int>(workdays_.size()); }
  Day next(Day day) const;      // the first working day on or after it
  Day previous(Day day) const;  // the last working day on or before it
  // The n-th working day after (n > 0) or before (n < 0) `day`; n = 0 rolls forward. Excel's WORKDAY for n ≠ 0.
  Day add(Day day, int n) const;
  // Working days in first … last, both included; negative when last < first (Excel's NETWORKDAYS).
  int count_between(Day first, Day last) const;

  // The compiled arrays, for the engine's inner loops: prefix()[d] = working days before day first_day + d (size: days
  // + 1); workdays()[k-1] = the k-th working day as days since first_day.
  std::span<const std::int32_t> prefix() const { return prefix_; }
  std::span<const std::int32_t> workdays() const { return workdays_; }

 private:
  static constexpr std::int32_t first_number = static_cast<std::int32_t>(first_day.time_since_epoch().count());
  WorkCalendar() = default;
  void compile(const std::vector<bool>& worked);
  std::string name_;
  std::vector<std::string> reasons_;  // the distinct reasons; the first seven are the weekdays, Monday first
  std::vector<std::int32_t>
      reason_of_day_;  // index into reasons_ per day; meaningful on closed days of a simple calendar
  std::vector<std::shared_ptr<const WorkCalendar>> parts_;  // the two parts of a joined calendar
  std::vector<std::int32_t> prefix_;
  std::vector<std::int32_t> workdays_;
};

using CalendarPtr = std::shared_ptr<const WorkCalendar>;

}  // namespace accord
