#pragma once
// Lengths of time and estimates in the reader's language.
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/duration.hpp"
#include "core/model/estimate.hpp"

namespace accord {

// "10 working days", "1 calendar day", "3 months".
std::string in_words(const Duration& duration, const Tongue& tongue);
// "1 month before", "5 working days after"; "" for none.
std::string in_words(const Lag& lag, const Tongue& tongue);
// "10 to 45 working days, most likely 20", "as comparable agreements took".
std::string in_words(const Estimate& estimate, const Tongue& tongue);

}  // namespace accord
