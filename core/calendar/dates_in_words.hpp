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
// As somebody noted it: "2025-04" as it is, "unknown" and "spring 2027" in other tongues as prose.
std::string as_noted(const FuzzyDate& date, const Tongue& tongue);
// As phrases: "on 3 March 2026", "3 марта 2026 г.", "2026 жылғы 3 наурызда"; "in October 2027", "в октябре 2027 г.".
std::string on_day(Day day, const Tongue& tongue);
std::string in_month(Day day, const Tongue& tongue);
// "by 3 March 2026", "до 3 марта 2026 г.", "2026 жылғы 3 наурызға дейін".
std::string by_day(Day day, const Tongue& tongue);
std::string when(const FuzzyDate& date, const Tongue& tongue);
// A beginning: "since 2 March 2026", "со 2 марта 2026 г.", "2026 жылғы 2 наурыздан бастап"; of a month or a year likewise,
// of any other uncertain day "since 28 October 2025 at the latest". Only for days that are not wholly unknown.
std::string since(Day day, const Tongue& tongue);
std::string since(const FuzzyDate& date, const Tongue& tongue);
// "a, b and c".
std::string join_in_words(std::span<const std::string> parts, const Tongue& tongue);

}  // namespace accord
