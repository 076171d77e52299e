#pragma once
// The languages that the program speaks: English, Russian, Kazakh.
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/tongue.hpp"

namespace accord {

// "en", "ru", "kk".
const std::vector<std::string_view>& tongue_codes();

// Read from the shipped catalogue once, then kept. Code: tongue.unknown.
Result<Tongue> tongue(std::string_view code);

}  // namespace accord
