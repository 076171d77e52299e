#include "core/progress/indicators.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/base/spoken.hpp"
#include "core/base/numbers.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

std::string month_text(Day month) { return to_iso(month).substr(0, 7); }

const MonthlyValue* figure_of(const std::vector<MonthlyValue>& values, Day month) {
  const auto at =
      std::lower_bound(values.begin(), values.end(), month, [](const MonthlyValue& v, Day m) { return v.month < m; });
  return at == values.end() || at->month != month ? nullptr : &*at;
}

std::string in_unit(const std::string& unit, double value, const Tongue& t) {
  const double steps = std::abs(value) < 100 ? 10 : 1;
  const std::string number = decimal(std::round(value * steps) / steps, t);
  return unit.empty() ? number : number + " " + unit;
}

std::optional<double> sum_to(const std::vector<MonthlyValue>& values, Day last, int months) {
  double sum = 0;
  for (int i = 0; i < months; ++i) {
    const MonthlyValue* figure = figure_of(values, add_months(last, -i));
    if (!figure) return std::nullopt;
    sum += figure->value;
  }
  return sum;
}

struct Rise {
  double percent = 0;
  bool from_nothing = false;  // which no per cent can say
};

// Nothing where a month is missing. From nothing to nothing is no rise.
std::optional<Rise> rise_at(const std::vector<MonthlyValue>& values, Day month, int months) {
  const auto now = sum_to(values, month, months), before = sum_to(values, add_months(month, -12), months);
  if (!now || !before) return std::nullopt;
  if (*before > 0) return Rise{(*now - *before) / *before * 100, false};
  return Rise{0, *now > 0};
}

IndicatorState state_of(const IndicatorReading& r, Watch watch) {
  if (r.from_nothing) return IndicatorState::reached;
  if (!r.measured) return IndicatorState::no_figures;
  const double sign = watch == Watch::below ? -1 : 1;
  if (sign * *r.measured >= sign * r.threshold) return IndicatorState::reached;
  if (sign * *r.measured >= sign * r.warn_at) return IndicatorState::warning;
  return r.months_behind > usual_lag ? IndicatorState::outdated : IndicatorState::calm;
}

double usual_warning(Watch watch, double threshold) {
  switch (watch) {
    case Watch::rise:
      return threshold * 2 / 3;
    case Watch::below:
      return threshold * 1.5;
    case Watch::above:
      return threshold / 1.5;
  }
  return threshold;
}

std::string measured_in_words(const Indicator& indicator, const IndicatorReading& r, int months, const Tongue& t) {
  if (r.from_nothing)
    return t.plural("From nothing to {1} in the month to {2} against a year before",
                    "From nothing to {1} in the {0} months to {2} against a year before", months,
                    in_unit(indicator.unit, sum_to(r.values, *r.measured_month, months).value_or(0), t),
                    month_text(*r.measured_month));
  if (indicator.watch == Watch::rise)
    return t.plural("{1} % in the month to {2} against a year before",
                    "{1} % in the {0} months to {2} against a year before", months, signed_decimal(*r.measured, 1, t), month_text(*r.measured_month));
  return t("{} in {}", amount_of(indicator, *r.measured, t), month_text(*r.measured_month));
}

// Where the newest figures could not be compared, or are old: what that leaves out.
std::string limits_in_words(const IndicatorReading& r, const Tongue& t) {
  std::string text;
  if (r.month && r.measured_month && *r.month != *r.measured_month)
    text += " " + t("The figures of {} cannot be compared yet.", month_text(*r.month));
  if (r.months_behind > usual_lag)
    text += " " + t.plural("The figures end {} month ago.", "The figures end {} months ago.", r.months_behind);
  return text;
}

std::string sentence_of(const Indicator& indicator, const IndicatorReading& r, int months, const Tongue& t) {
  const std::string threshold = amount_of(indicator, r.threshold, t);
  switch (r.state) {
    case IndicatorState::no_figures:
      return r.values.empty() ? t("No figures are recorded yet.")
                              : t("There are figures up to {}, but not enough to compare with a year before.",
                                  month_text(*r.month));
    case IndicatorState::calm:
      return t("{}; the threshold of {} is not near.", measured_in_words(indicator, r, months, t), threshold);
    case IndicatorState::outdated:
      return t("{}; the threshold of {} was not near then.", measured_in_words(indicator, r, months, t), threshold);
    case IndicatorState::warning:
      return t("{}: close to the threshold of {}; the warning stands from {} on.",
               measured_in_words(indicator, r, months, t), threshold, amount_of(indicator, r.warn_at, t));
    case IndicatorState::reached:
      return t("{}: the threshold of {} is reached.", measured_in_words(indicator, r, months, t), threshold);
  }
  return {};
}

void measure_rise(IndicatorReading& r, int months) {
  for (const MonthlyValue& v : r.values) {
    const auto rise = rise_at(r.values, v.month, months);
    if (!rise) continue;
    r.measured_month = v.month;
    r.from_nothing = rise->from_nothing;
    r.measured.reset();
    if (rise->from_nothing) continue;
    r.measured = rise->percent;
    r.course.push_back({v.month, rise->percent});
  }
}

int months_between(Day month, Day day) {
  const date::year_month_day from(month), to(day);
  return (int(to.year()) - int(from.year())) * 12 + static_cast<int>(unsigned(to.month())) -
         static_cast<int>(unsigned(from.month()));
}

IndicatorReading read_one(const Indicator& indicator, Day as_of, const Tongue& t) {
  IndicatorReading r{.indicator = Id<Indicator>(indicator.id),
                     .values = {},
                     .month = {},
                     .measured_month = {},
                     .measured = {},
                     .course = {},
                     .sentence = {}};
  if (auto values = parse_monthly(indicator.values)) r.values = std::move(values).value();
  std::erase_if(r.values, [&](const MonthlyValue& v) { return v.month > as_of; });
  const int months = indicator.months.value_or(usual_months);
  r.threshold = indicator.threshold.value_or(indicator.watch == Watch::rise ? usual_rise : 20);
  r.warn_at = indicator.warn_at.value_or(usual_warning(indicator.watch, r.threshold));
  if (!r.values.empty()) {
    r.month = r.values.back().month;
    r.months_behind = months_between(*r.month, as_of);
  }
  if (indicator.watch == Watch::rise) measure_rise(r, months);
  else if (r.month) r.measured = r.values.back().value, r.measured_month = r.month;
  r.state = state_of(r, indicator.watch);
  r.sentence = sentence_of(indicator, r, months, t) + limits_in_words(r, t);
  return r;
}

// A name and what is to be said of it.
struct Notice {
  IndicatorState state;
  const Indicator* indicator;
  std::string sentence;
};

// The gravest first.
std::vector<Notice> notices(const Dossier& dossier, Day as_of, const Tongue& t) {
  std::vector<Notice> out;
  for (const IndicatorReading& r : read_indicators(dossier, as_of, t)) {
    if (r.state == IndicatorState::calm || r.state == IndicatorState::no_figures) continue;
    const Indicator* indicator = dossier.find(r.indicator);
    out.push_back({r.state, indicator, r.sentence});
  }
  std::ranges::stable_sort(out, std::greater<>{}, &Notice::state);
  return out;
}

}  // namespace

std::vector<IndicatorReading> read_indicators(const Dossier& dossier, Day as_of, const Tongue& tongue) {
  std::vector<IndicatorReading> out;
  for (const Indicator& indicator : dossier.all<Indicator>()) out.push_back(read_one(indicator, as_of, tongue));
  return out;
}

std::string_view indicator_word(IndicatorState state) {
  switch (state) {
    case IndicatorState::no_figures:
      return message("no figures");
    case IndicatorState::calm:
      return message("calm");
    case IndicatorState::outdated:
      return message("old figures");
    case IndicatorState::warning:
      return message("warning");
    case IndicatorState::reached:
      return message("reached");
  }
  return "";
}

std::string amount_of(const Indicator& indicator, double value, const Tongue& t) {
  return in_unit(indicator.watch == Watch::rise ? "%" : indicator.unit, value, t);
}

std::vector<std::string> thresholds_in_words(const Dossier& dossier, Day as_of, const Tongue& tongue) {
  std::vector<std::string> out;
  for (const Notice& n : notices(dossier, as_of, tongue))
    out.push_back(n.indicator->title + " (" + n.indicator->code + "): " + n.sentence);
  return out;
}

Diagnostics check_thresholds(const Dossier& dossier, Day as_of) {
  Diagnostics findings;
  for (const Notice& n : notices(dossier, as_of, spoken())) {
    const bool reached = n.state == IndicatorState::reached, old = n.state == IndicatorState::outdated;
    findings.push_back({.code = reached ? "indicator.reached" : old ? "indicator.outdated" : "indicator.warning",
                        .message = n.indicator->title + ": " + n.sentence,
                        .place = {.file = {}, .line = 0, .column = 0, .record = n.indicator->code, .field = "values"},
                        .severity = old ? Severity::note : Severity::warning});
  }
  return findings;
}

}  // namespace accord
