#include "app/cli/run.hpp"

#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "app/cli/help.hpp"
#include "app/cli/output.hpp"
#include "app/session/breakage.hpp"
#include "app/data/tongues.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

int unknown_command(Io& io, const std::string& name) {
  std::vector<std::string> names;
  for (const Command* command : commands()) names.emplace_back(command->name);
  const auto near = nearest(name, names);
  return misuse(
      io, {{.code = "usage.command",
            .message = say("There is no command \"{}\".", name),
            .advice = near ? say("did you mean \"accord {}\"?", *near) : say("\"accord --help\" lists all of them")}});
}

int unknown_option(Io& io, const Command& command, const std::string& name) {
  std::vector<std::string> names;
  const po::options_description all = options_of(command);
  for (const auto& option : all.options()) names.push_back("--" + option->long_name());
  const auto near = nearest(name, names);
  return misuse(io, {{.code = "usage.option",
                      .message = say("There is no option {} here.", name),
                      .advice = near ? say("did you mean {}?", *near)
                                     : say("\"accord {} --help\" lists the options", command.name)}});
}

// What the parser of options objects to, in our own words: its own are English only.
std::string not_understood(const po::error& problem) {
  using Syntax = po::invalid_command_line_syntax;
  if (const auto* syntax = dynamic_cast<const Syntax*>(&problem)) {
    const std::string option = syntax->get_option_name();
    if (syntax->kind() == Syntax::missing_parameter)
      return say("This cannot be understood: the required argument for option '{}' is missing.", option);
    if (syntax->kind() == Syntax::extra_parameter)
      return say("This cannot be understood: option '{}' does not take any arguments.", option);
    if (syntax->kind() == Syntax::empty_adjacent_parameter)
      return say(
          "This cannot be understood: the argument for option '{}' should follow immediately after the equal sign.",
          option);
  }
  if (const auto* twice = dynamic_cast<const po::multiple_occurrences*>(&problem))
    return say("This cannot be understood: option '{}' cannot be specified more than once.", twice->get_option_name());
  return say("This cannot be understood.");
}

int run_command(const Command& command, const std::vector<std::string>& words, Io& io) {
  const auto arguments = Arguments::parse(command, words);
  if (!arguments) return misuse(io, arguments.errors());
  if (arguments->wants_help()) {
    print_help(io, command);
    return exit_code::fine;
  }
  if (const auto today = arguments->day("today")) {
    io.clock = io.clock.with_today(*today);
  } else if (!io.source_date.empty()) {
    const auto day = source_day(io.source_date);
    if (!day) return misuse(io, day.errors());
    io.clock = io.clock.with_today(*day);
  }
  io.author = arguments->text("as", io.author);
  if (arguments->format() != Format::table) speak(Tongue::english());
  return command.run(*arguments, io);
}

// What was said must have reached its reader: a full disk or a closed pipe is no success.
int delivered(Io& io, int code) {
  io.out.flush();
  if (io.out) return code;
  print(io, {.code = "storage.output",
             .message = say("Not everything could be written to the output."),
             .advice = say("check that the disk is not full, then look at the file before you repeat a change")});
  return exit_code::storage;
}

int option_first(Io& io, const std::string& option) {
  return misuse(io, {{.code = "usage.command",
                      .message = say("The command comes first, then the file, then options such as {}.",
                                     option.substr(0, option.find('='))),
                      .expected = say("accord COMMAND FILE [options]"),
                      .advice = say("\"accord --help\" lists the commands")}});
}

int no_command(const std::vector<std::string>& args, Io& io) {
  if (!args.empty() && args[0] == "--version") {
    io.out << "accord " ACCORD_VERSION "\n";
    return exit_code::fine;
  }
  print_overview(io);
  return exit_code::fine;
}

}  // namespace

namespace {

int run_words(const std::vector<std::string>& args, Io& io) {
  const bool asks_for_help = args.empty() || args[0] == "--help" || args[0] == "-h" || args[0] == "--version" ||
                             (args[0] == "help" && args.size() == 1);
  if (asks_for_help) return no_command(args, io);
  const bool about_one = args[0] == "help";
  const std::string& name = about_one ? args[1] : args[0];
  if (name.starts_with("-")) return option_first(io, name);
  const Command* command = find_command(name);
  if (!command) return unknown_command(io, name);
  try {
    return run_command(
        *command,
        about_one ? std::vector<std::string>{"--help"} : std::vector<std::string>(args.begin() + 1, args.end()), io);
  } catch (const po::unknown_option& problem) {
    return unknown_option(io, *command, problem.get_option_name());
  } catch (const po::error& problem) {
    return misuse(io, {{.code = "usage.value",
                        .message = not_understood(problem),
                        .advice = say("\"accord {} --help\" explains the command", command->name)}});
  } catch (const std::exception& problem) {
    const Diagnostic said = breakage(problem);
    print(io, said);
    return said.code == "internal" ? exit_code::internal : exit_code::storage;
  }
}

}  // namespace

int run(const std::vector<std::string>& args, Io io) {
  const auto language = tongue(io.language);
  speak(language ? *language : Tongue::english());
  return delivered(io, run_words(args, io));
}

}  // namespace accord::cli
