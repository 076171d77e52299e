// The status date, the plan's start, and which facts count.
#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/model/validate.hpp"
#include "core/schedule/compile.hpp"

namespace accord::compiling {
namespace {

// The day by which a fact must have been known: an imprecise one may have happened on the first of its days.
std::optional<Day> earliest_day(const std::optional<FuzzyDate>& date) {
  if (!date) return std::nullopt;
  return date->earliest();
}

std::optional<Day> status_by_clock(Plan& plan) {
  const auto newest = newest_fact(plan.dossier);
  const Day today = plan.options.today;
  if (!newest || newest->day <= today) return today;
  plan.warn(*newest->record, "", "clock.behind",
            say(
                "The clock says {}, but {} records something that happened on {}; the plan is computed as of that day.",
                to_iso(today), newest->record->code, to_iso(newest->day)),
            say("check the computer's clock, or the date of that record"));
  return newest->day;
}

std::optional<Day> status_date(Plan& plan) {
  if (plan.options.status_date) return plan.options.status_date;
  const DossierInfo& info = plan.dossier.info();
  switch (info.status_date_mode) {
    case StatusDateMode::none:
      return std::nullopt;
    case StatusDateMode::fixed:
      return info.status_date ? info.status_date : plan.options.today;
    case StatusDateMode::today:
      break;
  }
  return status_by_clock(plan);
}

// The plan's own start, else the earliest recorded fact, else today, whichever is first.
Day plan_start(const Plan& plan) {
  if (plan.dossier.info().plan_start) return *plan.dossier.info().plan_start;
  Day first = plan.options.today;
  for (const Milestone& m : plan.dossier.all<Milestone>())
    for (const auto* date : {&m.actual_start, &m.actual_finish})
      if (const auto day = earliest_day(*date)) first = std::min(first, *day);
  return first;
}

}  // namespace

void find_status_date(Plan& plan) {
  plan.network.status_date = status_date(plan);
  plan.network.plan_start = plan_start(plan);
  plan.network.microsoft_dates = plan.options.microsoft_dates;
}

// An imprecise fact counts with its middle, but never after the status evening by which it was known.
Fact known_fact(const std::optional<FuzzyDate>& date, std::optional<Day> status_date) {
  if (!date) return {};
  const std::optional<Day> first = date->earliest();
  if (first && status_date && *first > *status_date) return {};
  Fact fact{true, !date->is_exact(), date->middle()};
  if (fact.day && status_date) fact.day = std::min(*fact.day, *status_date);
  return fact;
}

}  // namespace accord::compiling
