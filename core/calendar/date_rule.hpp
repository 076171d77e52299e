#pragma once
// Legal arithmetic on the date that the predecessors give: "first day of the second month following".
#include <vector>

#include "core/calendar/work_calendar.hpp"

namespace accord {

// Steps applied in order, each to the date that the step before it gives.
class DateRule {
 public:
  enum class StepKind { first_of_month, last_workday_of_month, calendar_days, months };
  struct Step {
    StepKind kind;
    int count = 0;         // N of `first-of-month+N`, `+Ned` (weeks are kept as 7·N days), `+Nmo`
    bool roll_1182 = false;  // Regulation (EEC, Euratom) 1182/71, Art. 3(4): a period that ends on a closed day ends with the next working day
    bool operator==(const Step&) const = default;
  };

  // `first-of-month+N`, `last-workday-of-month`, `+Ned`, `+New`, `+Nmo`, each with an optional suffix `@1182`, joined by `;`.
  // Codes: rule.syntax, rule.range.
  static Result<DateRule> parse(std::string_view text);
  std::string text() const;
  // "the first day of the second month following", …
  std::string in_words() const;

  // The rule's day for an event on `day`; not decreasing in `day`. `calendar` decides last working days and rolling.
  // std::out_of_range where the result would leave the calendar range.
  Day apply(Day day, const WorkCalendar& calendar) const;
  // The latest day whose image is not after `limit`.
  Day latest_before(Day limit, const WorkCalendar& calendar) const;

  std::span<const Step> steps() const { return steps_; }
  bool operator==(const DateRule&) const = default;

 private:
  std::vector<Step> steps_;
};

}  // namespace accord
