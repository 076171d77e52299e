#pragma once
// One job of the command line. Each lives in a file of its own.
#include <span>
#include <string_view>
#include <vector>

#include "app/cli/arguments.hpp"
#include "app/cli/io.hpp"

namespace accord::cli {

struct Example {
  std::string_view line;     // what to type
  std::string_view meaning;  // what it does, in a sentence
};

struct Command {
  std::string_view name;
  std::string_view usage;    // what follows the name: "FILE CODE"
  std::string_view summary;  // one line
  std::string_view details = {};
  std::vector<Example> examples;
  std::size_t least_words = 1;  // words that belong to no option
  std::size_t most_words = 1;
  bool has_format = false;  // --format table|json|csv
  void (*options)(boost::program_options::options_description&) = nullptr;
  int (*run)(const Arguments&, Io&) = nullptr;
};

// All of them, in the order of the help.
std::span<const Command* const> commands();
// Null where there is none of that name.
const Command* find_command(std::string_view name);

}  // namespace accord::cli
