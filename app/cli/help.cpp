#include "app/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/output.hpp"
#include "app/render/columns.hpp"

namespace po = boost::program_options;

namespace accord::cli {

void print_overview(Io& io) {
  tell(
      io,
      say("accord keeps the file of an EU visa agreement: what happened, what is expected, who owes the next step, and "
          "whether it will be done inside the mandate."));
  io.out << '\n' << say("Use: accord COMMAND FILE …") << "\n\n";
  std::size_t widest = 0;
  for (const Command* command : commands()) widest = std::max(widest, command->name.size());
  for (const Command* command : commands())
    tell_item(io, fmt::format("  {:<{}} ", command->name, widest), say(command->summary));
  io.out << '\n';
  tell(io, say("\"accord COMMAND --help\" explains one command with an example. FILE is a dossier, NAME.accord; every "
               "change is "
               "saved at once and can be undone."));
  tell(io, say("Accord speaks English, Russian or Kazakh to you, as LANGUAGE, LC_ALL, LC_MESSAGES or LANG say; what "
               "--format json or csv writes is English always."));
  io.out << '\n' << say("To begin:") << '\n';
  tell_item(io, "  accord sample kz.accord       ", say("a complete dossier to try things on"));
  tell_item(io, "  accord status kz.accord       ", say("where it stands, on one screen"));
}

void print_help(Io& io, const Command& command) {
  tell(io, fmt::format("accord {} {}", command.name, say(command.usage)));
  io.out << '\n';
  tell(io, say(command.summary));
  if (!command.details.empty()) {
    io.out << '\n';
    tell(io, say(command.details));
  }
  const po::options_description all = options_of(command);
  io.out << '\n' << say("Options:") << '\n';
  int widest = 0;
  for (const auto& option : all.options())
    widest = std::max(widest, display_width(option->format_name()) + display_width(option->format_parameter()));
  for (const auto& option : all.options()) {
    const std::string parameter = option->format_parameter();
    tell_item(io, "  " + padded(option->format_name() + (parameter.empty() ? "" : " " + parameter), widest + 1) + " ",
              option->description());
  }
  io.out << '\n' << (command.examples.size() == 1 ? say("Example:") : say("Examples:")) << '\n';
  for (const Example& example : command.examples) {
    io.out << "  " << example.line << '\n';
    tell(io, say(example.meaning), 6);
  }
}

}  // namespace accord::cli
