#pragma once
// Numbers with decimals as people read them in their language; what programs read keeps its point.
#include <string>

#include "core/base/spoken.hpp"

namespace accord {

// A number in digits with the decimal mark of the language: "41.4", in Russian and Kazakh "41,4". What is no plain
// number stays as it is.
std::string with_decimal_mark(std::string number, const Tongue& tongue = spoken());
// So many places behind the mark: "41.4"; signed, "+41.4".
std::string decimal(double value, int places, const Tongue& tongue = spoken());
std::string signed_decimal(double value, int places, const Tongue& tongue = spoken());
// As many places as it takes to read back the same number: "0.25".
std::string decimal(double value, const Tongue& tongue = spoken());

}  // namespace accord
