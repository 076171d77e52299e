#pragma once
// The reference class that commands use: the shipped rows, and the user's own.
#include "app/cli/io.hpp"
#include "core/forecast/reference_class.hpp"

namespace accord::cli {

// With the rows of a CSV file, unless the path is empty. Codes: reference.… (app/data/reference.hpp), read_source()'s.
Result<ReferenceClass> reference_with(const std::string& path);

}  // namespace accord::cli
