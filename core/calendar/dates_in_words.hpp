#pragma once
// Dates as prose in the reader's language, certain or not; and lists.
#include <span>
#include <string>

#include "core/base/tongue.hpp"
#include "core/calendar/fuzzy_prose.hpp"
#include "core/calendar/prose.hpp"

namespace accord {

// "3 March 2026", "3 марта 2026 г.", "2026 жылғы 3 наурыз".
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

}  // namespace accord
