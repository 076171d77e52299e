#pragma once
// Dates as people type them into a field, in their own language.
#include <optional>
#include <string>
#include <string_view>

#include "core/base/tongue.hpp"

namespace accord {

// What FuzzyDate::parse() reads, for what people type: "15.03.2027" is 2027-03-15, "03.2027" is 2027-03, "15 марта 2027
// г." and "2027 жылғы 15 наурыз" are 2027-03-15, "до конца 2027 года" is "by end of 2027", "белгісіз" is "unknown". What
// FuzzyDate reads already, and what is no date in any of these ways, comes back as it is.
std::string date_as_typed(std::string_view text);
// What may be typed, by examples, in the spoken tongue: what a message says it expected.
std::string dates_to_type();
// How a field shows a date that somebody may want to change: as they would type it, "весна 2027 г.", where that is read back
// as the same days, and otherwise in the words of the grammar.
std::string date_to_type(std::string_view canonical, const Tongue& tongue);
// As date_as_typed(), and one exact day always as "2027-03-15", which is what parse_day() reads.
std::string day_as_typed(std::string_view text);

// "15.3.2027", or with '/' between: the day comes first, the year has four digits. As "2027-03-15", whether there is such a
// day or not; nothing for any other text.
std::optional<std::string> day_first(std::string_view text, char separator);

}  // namespace accord
