#pragma once
// Dates, counts and lists as prose for reports: British, without abbreviations.
#include <span>
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/fuzzy_prose.hpp"
#include "core/calendar/prose.hpp"

namespace accord {

// The same in the reader's language: "3 March 2026", "3 марта 2026 г.", "2026 жылғы 3 наурыз".
std::string in_prose(Day day, const Tongue& tongue);
std::string month_in_prose(Day day, const Tongue& tongue);
std::string in_prose(const FuzzyDate& date, const Tongue& tongue);
std::string span_in_prose(Day first, Day last, const Tongue& tongue);
// As phrases: "on 3 March 2026", "3 марта 2026 г.", "2026 жылғы 3 наурызда"; "in October 2027", "в октябре 2027 г.".
std::string on_day(Day day, const Tongue& tongue);
std::string in_month(Day day, const Tongue& tongue);
// "by 3 March 2026", "до 3 марта 2026 г.", "2026 жылғы 3 наурызға дейін".
std::string by_day(Day day, const Tongue& tongue);
std::string when(const FuzzyDate& date, const Tongue& tongue);
// "a, b and c".
std::string join_in_words(std::span<const std::string> parts, const Tongue& tongue);

// "zero" to "twelve", then digits: "three", "14".
std::string count_in_prose(long long n);
// The text with its first letter in upper case, where that is Latin without marks, Russian or Kazakh.
std::string capitalised(std::string text);
// A title as it stands inside a sentence: "visa facilitation"; "EU file" and "Kurultai IV" keep their capitals.
std::string inside_sentence(std::string title);
// The text with exactly one full stop (or ? or !) at its end; "" stays "".
std::string with_full_stop(std::string text);
// The text without a full stop at its end.
std::string without_full_stop(std::string text);
// At most `limit` bytes, cut at a word and marked "…", never inside a character.
std::string shortened(const std::string& text, std::size_t limit);

}  // namespace accord
