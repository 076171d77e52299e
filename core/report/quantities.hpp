#pragma once
// Estimates in the reader's language; and lengths of time.
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/lengths_in_words.hpp"
#include "core/model/estimate.hpp"

namespace accord {

// "10 to 45 working days, most likely 20", "as comparable agreements took".
std::string in_words(const Estimate& estimate, const Tongue& tongue);

}  // namespace accord
