#include "core/progress/indicators.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace accord {
namespace {

std::string month_text(Day month) { return to_iso(month).substr(0, 7); }

const MonthlyValue* figure_of(const std::vector<MonthlyValue>& values, Day month) {
  const auto at =
      std::lower_bound(values.begin(), values.end(), month, [](const MonthlyValue& v, Day m) { return v.month < m; });
  return at == values.end() || at->month != month ? nullptr : &*at;
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

// In per cent; nothing where a month is missing or there was nothing to rise from.
std::optional<double> rise_at(const std::vector<MonthlyValue>& values, Day month, int months) {
  const auto now = sum_to(values, month, months), before = sum_to(values, add_months(month, -12), months);
  if (!now || !before || *before <= 0) return std::nullopt;
  return (*now - *before) / *before * 100;
}

IndicatorState state_of(const IndicatorReading& r, Watch watch) {
  if (!r.measured) return IndicatorState::no_figures;
  const double sign = watch == Watch::below ? -1 : 1;
  if (sign * *r.measured >= sign * r.threshold) return IndicatorState::reached;
  if (sign * *r.measured >= sign * r.warn_at) return IndicatorState::warning;
  return IndicatorState::calm;
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

// "20 %", "35 000 cases": of a rise in per cent.
std::string with_unit(double value, const Indicator& indicator) {
  const std::string unit = indicator.watch == Watch::rise ? "%" : indicator.unit;
  return unit.empty() ? number_text(value) : number_text(value) + " " + unit;
}

std::string measured_in_words(const Indicator& indicator, const IndicatorReading& r, int months, const Tongue& t) {
  if (indicator.watch == Watch::rise)
    return t.plural("{1:+.1f} % in the month to {2} against a year before",
                    "{1:+.1f} % in the {0} months to {2} against a year before", months, *r.measured, month_text(*r.month));
  return t("{} in {}", with_unit(*r.measured, indicator), month_text(*r.month));
}

std::string sentence_of(const Indicator& indicator, const IndicatorReading& r, int months, const Tongue& t) {
  const std::string threshold = with_unit(r.threshold, indicator);
  switch (r.state) {
    case IndicatorState::no_figures:
      return r.values.empty() ? t("No figures are recorded yet.")
                              : t("There are figures up to {}, but not enough to compare with a year before.",
                                  month_text(*r.month));
    case IndicatorState::calm:
      return t("{}; the threshold of {} is not near.", measured_in_words(indicator, r, months, t), threshold);
    case IndicatorState::warning:
      return t("{}: close to the threshold of {}; the warning stands from {} on.",
               measured_in_words(indicator, r, months, t), threshold, with_unit(r.warn_at, indicator));
    case IndicatorState::reached:
      return t("{}: the threshold of {} is reached.", measured_in_words(indicator, r, months, t), threshold);
  }
  return {};
}

IndicatorReading read_one(const Indicator& indicator, Day as_of, const Tongue& t) {
  IndicatorReading r{.indicator = Id<Indicator>(indicator.id),
                     .values = {},
                     .month = {},
                     .measured = {},
                     .course = {},
                     .sentence = {}};
  if (auto values = parse_monthly(indicator.values)) r.values = std::move(values).value();
  std::erase_if(r.values, [&](const MonthlyValue& v) { return v.month > as_of; });
  const int months = indicator.months.value_or(usual_months);
  r.threshold = indicator.threshold.value_or(indicator.watch == Watch::rise ? usual_rise : 20);
  r.warn_at = indicator.warn_at.value_or(usual_warning(indicator.watch, r.threshold));
  if (!r.values.empty()) r.month = r.values.back().month;
  if (indicator.watch == Watch::rise) {
    for (const MonthlyValue& v : r.values)
      if (const auto rise = rise_at(r.values, v.month, months)) r.course.push_back({v.month, *rise});
    if (!r.course.empty() && r.course.back().month == *r.month) r.measured = r.course.back().value;
  } else if (!r.values.empty()) {
    r.measured = r.values.back().value;
  }
  r.state = state_of(r, indicator.watch);
  r.sentence = sentence_of(indicator, r, months, t);
  return r;
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
      return "no figures";
    case IndicatorState::calm:
      return "calm";
    case IndicatorState::warning:
      return "warning";
    case IndicatorState::reached:
      return "reached";
  }
  return "";
}

}  // namespace accord
