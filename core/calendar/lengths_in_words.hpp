#pragma once
// Lengths of time and lags in the reader's language.
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/duration.hpp"

namespace accord {

// "10 working days", "1 calendar day", "3 months".
std::string in_words(const Duration& duration, const Tongue& tongue);
// "1 month before", "5 working days after"; "" for none.
std::string in_words(const Lag& lag, const Tongue& tongue);
// How long a lag is, whichever way: "1 month", "5 working days", "50 % of its length".
std::string length_in_words(const Lag& lag, const Tongue& tongue);

}  // namespace accord
