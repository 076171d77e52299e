#pragma once
#include "app/cli/command.hpp"

namespace accord::cli {

// `accord --help`: every command with its summary.
void print_overview(Io& io);
// `accord COMMAND --help`: what it takes, its options, examples.
void print_help(Io& io, const Command& command);

}  // namespace accord::cli
