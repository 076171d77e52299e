#pragma once
// Legal arithmetic on the date that the predecessors give: "first day of the second month following".
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/work_calendar.hpp"

namespace accord {

// Steps applied in order, each to the date that the step before it gives.
class DateRule {
 public:
  enum class StepKind { first_of_month, last_workday_of_month, calendar_days, months };
  struct Step {
    StepKind kind;
    int count = 0;  // N of `first-of-month+N`, `+Ned` (weeks are kept as 7·N days), `+Nmo`
    // Regulation (EEC, Euratom) 1182/71, Art. 3(4): a period that ends on a closed day ends with the next working day;
    // and 3(5): a period of two days or more includes at least two working days.
    bool roll_1182 = false;
    bool operator==(const Step&) const = default;
  };

  // `first-of-month+N`, `last-workday-of-month`, `+Ned`, `+New`, `+Nmo`, each with an optional suffix `@1182`, joined
  // by `;`. Without regard to case and spaces. Codes: rule.syntax, rule.range (N of first-of-month is at least 1), all
  // at once.
  static Result<DateRule> parse(std::string_view text);
  std::string text() const;
  // "the first day of the second month following", …
  std::string in_words() const;

  // The rule's day for an event on `day`; never before it, and not decreasing in it. `calendar` decides last working
  // days and rolling: the last working day of the event's month, or of the next month when the event lies after it.
  // std::out_of_range where the result would leave the calendar range.
  Day apply(Day day, const WorkCalendar& calendar) const;
  // The latest day whose image is not after `limit`; std::out_of_range when there is none.
  Day latest_before(Day limit, const WorkCalendar& calendar) const;

  std::span<const Step> steps() const { return steps_; }
  bool operator==(const DateRule&) const = default;

 private:
  std::vector<Step> steps_;
};

}  // namespace accord
