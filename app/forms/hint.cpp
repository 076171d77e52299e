#include "app/forms/hint.hpp"

#include "core/base/spoken.hpp"
#include "core/calendar/fuzzy_date.hpp"

namespace accord {
namespace {

// Examples of a text or a code begin with a capital, what explains them does not; examples of a day are days.
bool is_example(const Field& field) {
  if (field.hint.empty()) return false;
  const char first = field.hint.front();
  switch (field.type) {
    case FieldType::day:
    case FieldType::fuzzy_date:
      return (first >= '0' && first <= '9') || FuzzyDate::parse(field.hint.substr(0, field.hint.find(','))).ok();
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::reference:
    case FieldType::references:
      return first >= 'A' && first <= 'Z';
    default:
      return false;
  }
}

}  // namespace

std::string hint_in_words(const Field& field) {
  const std::string hint = say_name(field.hint);
  return is_example(field) ? say("e.g. {}", hint) : hint;
}

}  // namespace accord
