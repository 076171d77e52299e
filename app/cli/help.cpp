#include "app/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/output.hpp"

namespace po = boost::program_options;

namespace accord::cli {

void print_overview(Io& io) {
  say(io,
      "accord keeps the file of an EU visa agreement: what happened, what is expected, who owes the next step, and "
      "whether it will be done inside the mandate.");
  io.out << "\nUse: accord COMMAND FILE …\n\n";
  std::size_t widest = 0;
  for (const Command* command : commands()) widest = std::max(widest, command->name.size());
  for (const Command* command : commands())
    say_item(io, fmt::format("  {:<{}} ", command->name, widest), command->summary);
  io.out << '\n';
  say(io,
      "\"accord COMMAND --help\" explains one command with an example. FILE is a dossier, NAME.accord; every change is "
      "saved at once and can be undone.");
  io.out << "\nTo begin:\n"
            "  accord sample kz.accord        a complete dossier to try things on\n"
            "  accord status kz.accord        where it stands, on one screen\n";
}

void print_help(Io& io, const Command& command) {
  say(io, fmt::format("accord {} {}", command.name, command.usage));
  io.out << '\n';
  say(io, command.summary);
  if (!command.details.empty()) {
    io.out << '\n';
    say(io, command.details);
  }
  const po::options_description all = options_of(command);
  io.out << "\nOptions:\n";
  std::size_t widest = 0;
  for (const auto& option : all.options())
    widest = std::max(widest, option->format_name().size() + option->format_parameter().size());
  for (const auto& option : all.options()) {
    const std::string parameter = option->format_parameter();
    say_item(io,
             fmt::format("  {:<{}} ", option->format_name() + (parameter.empty() ? "" : " " + parameter), widest + 1),
             option->description());
  }
  io.out << (command.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n");
  for (const Example& example : command.examples) {
    io.out << "  " << example.line << '\n';
    say(io, example.meaning, 6);
  }
}

}  // namespace accord::cli
