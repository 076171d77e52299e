#include "app/forms/day_entry.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/edit/typed_date.hpp"

namespace accord {

Result<Day> day_from_text(std::string_view text) {
  const std::string typed = day_as_typed(text);
  auto day = parse_day(typed);
  if (day) return day;
  const auto date = FuzzyDate::parse(typed);
  if (!date) return day.errors();
  return Diagnostic{.code = "day.not_one",
                    .message = say("“{}” is not one day.", text),
                    .expected = say("a day such as 1 March 2027 or 2027-03-01"),
                    .found = date->explained()};
}

}  // namespace accord
