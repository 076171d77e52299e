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

inline constexpr double usual_rise = 30;  // per cent
inline constexpr int usual_months = 2;

enum class IndicatorState { no_figures, calm, warning, reached };

struct IndicatorReading {
  Id<Indicator> indicator;
  IndicatorState state = IndicatorState::no_figures;
  std::vector<MonthlyValue> values;  // up to the day
  std::optional<Day> month;          // the newest with a figure
  std::optional<double> measured;    // per cent of a rise, or the newest figure
  double threshold = usual_rise;
  double warn_at = 0;
  // rise only, month by month: the rise as it stood after each month that has enough figures.
  std::vector<MonthlyValue> course;
  std::string sentence;
};

// One per indicator, in the order of their ids. rise: the sum of the newest `months` consecutive months against the
// same months a year before, in per cent; without all of them nothing is measured. A warning comes from `warn_at` on,
// where none is given from two thirds of a rise's threshold on, and within half of a level's own size from it.
std::vector<IndicatorReading> read_indicators(const Dossier& dossier, Day as_of,
                                              const Tongue& tongue = spoken());
std::string_view indicator_word(IndicatorState state);

}  // namespace accord
