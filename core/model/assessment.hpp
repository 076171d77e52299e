#pragma once
// What an assessor said of a benchmark on a day.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Benchmark;
struct Party;

struct Assessment : Record {
  Id<Benchmark> benchmark;
  Id<Party> assessor;
  std::optional<FuzzyDate> date;
  std::string wording;
  std::optional<double> score;
  std::string reason;
  Id<Assessment> disputes;

  static std::vector<Field> describe();
};

}  // namespace accord
