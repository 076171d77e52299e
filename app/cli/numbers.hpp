#pragma once
// Options that are numbers.
#include "app/cli/arguments.hpp"

namespace accord::cli {

// The option's number; `otherwise` where it is not given. Code: usage.value.
Result<long long> whole_number(const Arguments& arguments, const std::string& option, long long otherwise);
// Nothing where it is not given. Code: usage.value (outside `least` to `most`).
struct Limits {
  double least, most;
};
Result<std::optional<double>> number_within(const Arguments& arguments, const std::string& option, Limits limits);

}  // namespace accord::cli
