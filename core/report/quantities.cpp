#include "core/report/quantities.hpp"

#include <cmath>

#include "core/base/text.hpp"

namespace accord {
namespace {

std::string counted(long long n, DurationUnit unit, const Tongue& t) {
  switch (unit) {
    case DurationUnit::workdays: return t.plural("{} working day", "{} working days", n);
    case DurationUnit::calendar_days: return t.plural("{} calendar day", "{} calendar days", n);
    case DurationUnit::months: return t.plural("{} month", "{} months", n);
  }
  return {};
}

// Days of an estimate may be parts of days; counts decline by whole ones.
std::string length(double value, DurationUnit unit, const Tongue& t) { return counted(std::llround(value), unit, t); }

}  // namespace

std::string in_words(const Duration& duration, const Tongue& t) { return counted(duration.count, duration.unit, t); }

std::string in_words(const Lag& lag, const Tongue& t) {
  const int n = std::abs(lag.count);
  if (n == 0) return {};
  std::string much;
  switch (lag.unit) {
    case LagUnit::workdays: much = counted(n, DurationUnit::workdays, t); break;
    case LagUnit::calendar_days: much = counted(n, DurationUnit::calendar_days, t); break;
    case LagUnit::months: much = counted(n, DurationUnit::months, t); break;
    case LagUnit::percent:
    case LagUnit::elapsed_percent: much = t("{} % of its length", n); break;
  }
  return lag.count > 0 ? t("{} after", much) : t("{} before", much);
}

std::string in_words(const Estimate& e, const Tongue& t) {
  const auto value = [&](std::size_t i) { return number_text(e.values.at(i)); };
  switch (e.shape) {
    case Estimate::Shape::fixed: return length(e.values.at(0), e.unit, t);
    case Estimate::Shape::uniform: return t("{} to {}", value(0), length(e.values.at(1), e.unit, t));
    case Estimate::Shape::triangular:
    case Estimate::Shape::pert: return t("{} to {}, most likely {}", value(0), length(e.values.at(2), e.unit, t), value(1));
    case Estimate::Shape::lognormal: return t("about {}, nine times in ten at most {}", value(0), length(e.values.at(1), e.unit, t));
    case Estimate::Shape::empirical: return t.plural("as in {} case observed", "as in {} cases observed", static_cast<long long>(e.values.size()));
    case Estimate::Shape::reference_class: return t("as comparable agreements took");
  }
  return {};
}

}  // namespace accord
