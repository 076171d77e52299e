#pragma once
// What set, add, remove, link and unlink have in common.
#include <boost/program_options.hpp>

#include "app/cli/arguments.hpp"
#include "core/edit/commands.hpp"

namespace accord::cli {

// --why TEXT.
void add_why(boost::program_options::options_description& options);
// The words from the given one on as FIELD=VALUE; every problem at once.
Result<std::vector<Assignment>> assignments_from(const Arguments& arguments, std::size_t first);

}  // namespace accord::cli
