#include "app/session/stretch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/numbers.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"
#include "core/report/quantities.hpp"
#include "core/schedule/calendars.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

using Shape = Estimate::Shape;

// Whole units from the morning of `first` to the evening of `last`, at least one.
int length_between(DurationUnit unit, const WorkCalendar& calendar, Day first, Day last) {
  switch (unit) {
    case DurationUnit::workdays:
      return std::max(1, calendar.count_between(first, last));
    case DurationUnit::calendar_days:
      return std::max(1, days_between(first, last) + 1);
    case DurationUnit::months:
      break;
  }
  int months = 1;
  const auto off = [&](int n) { return std::abs(days_between(add_months(first, n), last) + 1); };
  while (off(months + 1) < off(months)) ++months;
  return months;
}

std::string in_words(double count, DurationUnit unit, const Tongue& t) {
  return in_words(Duration{static_cast<int>(std::lround(count)), unit}, t);
}

std::string digits(double count, const Tongue& t) { return with_decimal_mark(fmt::format("{:g}", count), t); }

// How the ends of a spread fare, for the words.
std::string ends_in_words(double low, double new_low, double high, double new_high, const Tongue& t) {
  if (low == new_low && high == new_high) return t("best case {} and worst case {} stay", digits(low, t), digits(high, t));
  return fmt::format(
      "{}, {}", low == new_low ? t("best case {} stays", digits(low, t)) : t("best case moves along to {}", digits(new_low, t)),
      high == new_high ? t("worst case {} stays", digits(high, t)) : t("worst case moves along to {}", digits(new_high, t)));
}

Diagnostic observed(const Milestone& milestone) {
  return {.code = "stretch.observed",
          .message = say("The length of {} comes from observed cases; pulling its bar would falsify them.",
                         name_in_words(milestone)),
          .advice = say("give an estimate of your own in its place")};
}

// The estimate with its deterministic value moved to `length`.
Result<Stretch> moved(const Milestone& milestone, Estimate estimate, int length, const Tongue& t) {
  const DurationUnit unit = estimate.unit;
  Stretch out{.field = "estimate", .value = {}, .words = {}, .summary = {}};
  std::vector<double>& v = estimate.values;
  switch (estimate.shape) {
    case Shape::fixed:
      out.words = t("{} instead of {}", in_words(length, unit, t), in_words(v.at(0), unit, t));
      v = {static_cast<double>(length)};
      break;
    case Shape::triangular:
    case Shape::pert: {
      const double low = v.at(0), mode = v.at(1), high = v.at(2);
      v = {std::min<double>(low, length), static_cast<double>(length), std::max<double>(high, length)};
      out.words = t("most likely {} instead of {}; {}", in_words(length, unit, t), digits(mode, t),
                    ends_in_words(low, v[0], high, v[2], t));
      break;
    }
    case Shape::uniform: {
      const double low = v.at(0), high = v.at(1), by = length - std::round((low + high) / 2);
      v = {std::max(0.0, low + by), std::max(0.0, high + by)};
      out.words = t("between {} and {} instead of {} and {}", digits(v[0], t), in_words(v[1], unit, t), digits(low, t), digits(high, t));
      break;
    }
    case Shape::lognormal: {
      const double median = v.at(0), p90 = v.at(1);
      if (median <= 0) return observed(milestone);
      v = {static_cast<double>(length), std::round(p90 * length / median)};
      out.words = t("half the time within {} instead of {}; nine times in ten within {}", in_words(length, unit, t),
                    digits(median, t), digits(v[1], t));
      break;
    }
    case Shape::empirical:
    case Shape::reference_class:
      return observed(milestone);
  }
  // Not every most likely value fits given percentiles.
  if (const auto possible = Distribution::make(estimate); !possible) return possible.errors();
  out.value = estimate.text();
  return out;
}

Result<Stretch> remaining_until(const Outlook& outlook, const ScheduledMilestone& scheduled,
                                const WorkCalendar& calendar, Day finish, const Tongue& t) {
  const DurationUnit unit = scheduled.remaining ? scheduled.remaining->unit : DurationUnit::workdays;
  const Duration left{length_between(unit, calendar, outlook.status_day + date::days{1}, finish), unit};
  return Stretch{.field = "remaining",
                 .value = left.text(),
                 .words = t("{} more instead of {}", in_words(left, t),
                            scheduled.remaining ? in_words(*scheduled.remaining, t) : t("none")),
                 .summary = {}};
}

Result<Stretch> stretch_told(const Outlook& outlook, const Milestone& milestone, const ScheduledMilestone& scheduled,
                             Day finish, const Tongue& t) {
  CalendarSet calendars(outlook.dossier);
  const auto calendar = calendars.calendar_for(milestone);
  if (!calendar) return calendar.errors();
  if (scheduled.started) return remaining_until(outlook, scheduled, **calendar, finish, t);
  const DurationUnit unit = milestone.estimate   ? milestone.estimate->unit
                            : milestone.duration ? milestone.duration->unit
                                                 : DurationUnit::workdays;
  const int length = length_between(unit, **calendar, *scheduled.early_start, finish);
  if (milestone.estimate) return moved(milestone, *milestone.estimate, length, t);
  const Duration now{length, unit};
  return Stretch{.field = "duration",
                 .value = now.text(),
                 .words = t("{} instead of {}", in_words(now, t),
                            milestone.duration ? in_words(*milestone.duration, t) : t("no length")),
                 .summary = {}};
}

}  // namespace

bool can_stretch(const Milestone& milestone, const ScheduledMilestone& scheduled) {
  if (milestone.kind != MilestoneKind::stage || scheduled.finished || scheduled.dropped || !scheduled.early_start)
    return false;
  if (scheduled.started) return true;
  return !milestone.estimate ||
         (milestone.estimate->shape != Shape::empirical && milestone.estimate->shape != Shape::reference_class);
}

Result<Stretch> stretch_to(const Outlook& outlook, Id<Milestone> id, Day finish) {
  const Milestone* milestone = outlook.dossier.find(id);
  const ScheduledMilestone* scheduled = outlook.plan.find(id);
  if (!milestone || !scheduled || milestone->kind != MilestoneKind::stage || scheduled->finished ||
      scheduled->dropped || !scheduled->early_start)
    return Diagnostic{.code = "stretch.fixed",
                      .message = say("This has no length of its own that could be changed."),
                      .advice = say("pull the end of a stage that is planned or running")};
  const auto kept = stretch_told(outlook, *milestone, *scheduled, finish, Tongue::english());  // what the journal holds
  if (!kept) return kept.errors();
  Stretch done = *kept;
  done.summary = fmt::format("{}: {}", name_in_words(*milestone), done.words);
  if (spoken().code() == Tongue::english().code()) return done;
  const auto told = stretch_told(outlook, *milestone, *scheduled, finish, spoken());
  if (told) done.words = told->words;
  return done;
}

EditCommand stretch_command(const std::string& code, const Stretch& stretch) {
  return {
      .changes =
          [code, field = stretch.field, value = stretch.value](const Dossier& dossier, const ValidateOptions& options) {
            const std::vector<Assignment> fields{{field, value}};
            return set_fields(dossier, code, fields, options);
          },
      .summary = stretch.summary};
}

}  // namespace accord
