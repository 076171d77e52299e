#pragma once
// Small and large letters of the languages that the program speaks. Everything else of a text stays as it is.
#include <string>
#include <string_view>

namespace accord {

// With a large first letter, where it is a Latin, Russian or Kazakh one.
std::string capitalised(std::string text);
// In small Latin, Russian and Kazakh letters.
std::string in_small_letters(std::string_view text);

}  // namespace accord
