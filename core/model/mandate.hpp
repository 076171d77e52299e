#pragma once
// A window of time with a holder: a term, a legislature, a presidency, a negotiating directive.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Party;
struct Person;

enum class MandateKind { term, legislature, presidency, directive };
template <>
struct Choices<MandateKind> {
  static constexpr Choice list[] = {{"term", "Term of office"}, {"legislature", "Legislature"}, {"presidency", "Council presidency"}, {"directive", "Negotiating directives"}};
};

struct Mandate : Record {
  std::string title;
  MandateKind kind = MandateKind::term;
  Id<Person> person;
  Id<Party> party;
  std::optional<FuzzyDate> start;
  std::optional<FuzzyDate> end;
  std::optional<Day> end_expected;

  static std::vector<Field> describe();
};

}  // namespace accord
