#pragma once
// Imprecise dates in sentences: British, without abbreviations.
#include <string>

#include "core/calendar/fuzzy_date.hpp"

namespace accord {

// As a phrase that can follow a verb: "on 3 March 2026", "in March 2026", "in spring 2027", "by 31 December 2026",
// "between 1 August and 31 December 2027", "around 20 November 2026", "on an unknown day".
std::string when(const FuzzyDate& date);
// The same without its preposition where it has one: "3 March 2026", "March 2026", "by 31 December 2026".
std::string in_prose(const FuzzyDate& date);

}  // namespace accord
