#include "core/report/quantities.hpp"

#include <cmath>

#include "core/base/numbers.hpp"

namespace accord {
namespace {

// Days of an estimate may be parts of days; counts decline by whole ones.
std::string length(double value, DurationUnit unit, const Tongue& t) { return in_words(Duration{static_cast<int>(std::lround(value)), unit}, t); }

}  // namespace

std::string in_words(const Estimate& e, const Tongue& t) {
  const auto value = [&](std::size_t i) { return decimal(e.values.at(i), t); };
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
