#pragma once
// The command line as a function: main() only adds the real world.
#include <string>
#include <vector>

#include "app/cli/io.hpp"

namespace accord::cli {

// `args` without the program's name. Returns the exit code; catches everything, and is the only place that does.
int run(const std::vector<std::string>& args, Io io);

}  // namespace accord::cli
