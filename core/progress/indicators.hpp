#pragma once
// Suspension indicators: monthly figures watched against the thresholds of the suspension mechanism (Article 8 of
// Regulation (EU) 2018/1806 as revised in 2025: a rise of 30 %, a recognition rate of 20 %), with a warning before they
// are reached.
#include <optional>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"
#include "core/model/monthly.hpp"

namespace accord {

inline constexpr int usual_months = 2;

inline constexpr int usual_lag = 6;       // months that figures may be behind before they tell nothing of today

// outdated: neither reached nor near, but by figures that are too old to say so of today.
enum class IndicatorState { no_figures, calm, outdated, warning, reached };

struct IndicatorReading {
  Id<Indicator> indicator;
  IndicatorState state = IndicatorState::no_figures;
  std::vector<MonthlyValue> values;  // up to the day
  std::optional<Day> month;          // the newest with a figure
  std::optional<Day> measured_month; // the newest that could be measured: of a rise, with all months that it needs
  std::optional<double> measured;    // per cent of a rise, or the newest figure
  bool from_nothing = false;         // a rise where there was nothing a year before: reached, and no per cent can say it
  int months_behind = 0;             // from the newest month with a figure to that of the day
  double threshold = usual_rise;
  double warn_at = 0;
  // rise only, month by month: the rise as it stood after each month that has enough figures.
  std::vector<MonthlyValue> course;
  std::string sentence;
};

// One per indicator, in the order of their ids. rise: the sum of the newest `months` consecutive months against the
// same months a year before, in per cent, for the newest month where all of them have figures; a rise from nothing to
// something has reached every threshold. A warning comes from `warn_at` on, where none is given from two thirds of a
// rise's threshold on, and within half of a level's own size from it.
std::vector<IndicatorReading> read_indicators(const Dossier& dossier, Day as_of,
                                              const Tongue& tongue = spoken());
std::string_view indicator_word(IndicatorState state);
// "20 %", "35000 cases": of a rise in per cent, of a level in its own unit; whole from 100 on, else with one decimal.
std::string amount_of(const Indicator& indicator, double value, const Tongue& tongue = spoken());

// A sentence for each threshold that is reached, then for each that is near, then for each whose figures have ended:
// "Refused entries (I.1): +33.0 % …". Empty where nothing of that kind has to be said.
std::vector<std::string> thresholds_in_words(const Dossier& dossier, Day as_of,
                                             const Tongue& tongue = spoken());
// The same as findings, naming the indicator. Codes: indicator.reached, indicator.warning (warnings),
// indicator.outdated (note).
Diagnostics check_thresholds(const Dossier& dossier, Day as_of);

}  // namespace accord
