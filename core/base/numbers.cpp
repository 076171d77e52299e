#include "core/base/numbers.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"

namespace accord {

std::string with_decimal_mark(std::string number, const Tongue& tongue) {
  if (tongue.code() != "ru" && tongue.code() != "kk") return number;
  const std::size_t mark = number.find('.');
  if (mark != number.npos && number.find('.', mark + 1) == number.npos) number[mark] = ',';
  return number;
}

std::string decimal(double value, int places, const Tongue& tongue) {
  return with_decimal_mark(fmt::format("{:.{}f}", value, places), tongue);
}

std::string signed_decimal(double value, int places, const Tongue& tongue) {
  return with_decimal_mark(fmt::format("{:+.{}f}", value, places), tongue);
}

std::string decimal(double value, const Tongue& tongue) { return with_decimal_mark(number_text(value), tongue); }

}  // namespace accord
