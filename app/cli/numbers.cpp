#include "app/cli/numbers.hpp"

#include <fmt/format.h>

#include <limits>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::cli {

Result<long long> whole_number(const Arguments& arguments, const std::string& option, long long otherwise) {
  if (!arguments.has(option)) return otherwise;
  const auto number = parse_integer(arguments.text(option));
  if (number) return *number;
  const std::string digits(trim(arguments.text(option)));
  const bool too_large = !digits.empty() && digits.find_first_not_of("0123456789", digits.front() == '-' ? 1 : 0) == digits.npos;
  if (too_large)
    return Diagnostic{.code = "usage.value",
                      .message = say("--{} takes a whole number of at most {}.", option, std::numeric_limits<long long>::max()),
                      .found = arguments.text(option)};
  return Diagnostic{
      .code = "usage.value", .message = say("--{} takes a whole number.", option), .found = arguments.text(option)};
}

Result<std::optional<double>> number_within(const Arguments& arguments, const std::string& option, Limits limits) {
  if (!arguments.has(option)) return std::optional<double>{};
  const auto number = parse_number(arguments.text(option));
  if (number && *number >= limits.least && *number <= limits.most) return number;
  return Diagnostic{
      .code = "usage.value",
      .message = say("--{} takes a number from {} to {}.", option, number_text(limits.least), number_text(limits.most)),
      .found = arguments.text(option)};
}

}  // namespace accord::cli
