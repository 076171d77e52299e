#include "core/calendar/lengths_in_words.hpp"

namespace accord {

std::string in_words(const Duration& duration, const Tongue& t) {
  switch (duration.unit) {
    case DurationUnit::workdays: return t.plural("{} working day", "{} working days", duration.count);
    case DurationUnit::calendar_days: return t.plural("{} calendar day", "{} calendar days", duration.count);
    case DurationUnit::months: return t.plural("{} month", "{} months", duration.count);
  }
  return {};
}

std::string length_in_words(const Lag& lag, const Tongue& t) {
  const int n = lag.count < 0 ? -lag.count : lag.count;
  switch (lag.unit) {
    case LagUnit::workdays: return in_words(Duration{n, DurationUnit::workdays}, t);
    case LagUnit::calendar_days: return in_words(Duration{n, DurationUnit::calendar_days}, t);
    case LagUnit::months: return in_words(Duration{n, DurationUnit::months}, t);
    case LagUnit::percent: return t("{} % of its length", n);
    case LagUnit::elapsed_percent: return t("{} % of its length in calendar days", n);
  }
  return {};
}

std::string in_words(const Lag& lag, const Tongue& t) {
  if (lag.count == 0) return {};
  return lag.count > 0 ? t("{} after", length_in_words(lag, t)) : t("{} before", length_in_words(lag, t));
}

}  // namespace accord
