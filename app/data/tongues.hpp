#pragma once
// The languages that the program speaks: English, Russian, Kazakh.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/tongue.hpp"

namespace accord {

// "en", "ru", "kk".
const std::vector<std::string_view>& tongue_codes();

// Read from the shipped catalogue once, then kept. Code: tongue.unknown.
Result<Tongue> tongue(std::string_view code);

// What the templates and the sample say of themselves, in "ru" or "kk".
const Catalogue& catalogue_of_texts(std::string_view code);

// The first language that the environment asks for and the program speaks, in gettext's order: LANGUAGE, a list that counts only
// where a locale is set, then LC_ALL, LC_MESSAGES, LANG; "en" where there is none. `variable` gives a variable's text or null.
std::string language_asked_for(const std::function<const char*(const char*)>& variable);

}  // namespace accord
