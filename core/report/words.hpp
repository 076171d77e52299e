#pragma once
// Counts and titles as prose for reports: British, without abbreviations; and the dates.
#include <string>

#include "core/base/letters.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {

// "zero" to "twelve", then digits: "three", "14".
std::string count_in_prose(long long n);
// A title as it stands inside a sentence: "visa facilitation"; "EU file" and "Kurultai IV" keep their capitals.
std::string inside_sentence(std::string title);
// The text with exactly one full stop (or ? or !) at its end; "" stays "".
std::string with_full_stop(std::string text);
// The text without a full stop at its end.
std::string without_full_stop(std::string text);
// At most `limit` letters, whatever the script, cut at a word and marked "…".
std::string shortened(const std::string& text, std::size_t limit);

}  // namespace accord
