#pragma once
// What stands in grey in an empty field.
#include <string>

#include "core/model/field.hpp"

namespace accord {

// In the spoken language; an example says that it is one: "e.g. spring 2027". "" where the field has none.
std::string hint_in_words(const Field& field);

}  // namespace accord
