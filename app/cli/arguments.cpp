#include "app/cli/arguments.hpp"

#include <fmt/format.h>

#include "app/cli/command.hpp"
#include "core/base/spoken.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

// Options whose value is a day, in whichever command they appear.
constexpr const char* day_options[] = {"today", "as-of", "status-date", "start"};

po::options_description common_options(const Command& command) {
  po::options_description common("In every command");
  if (command.has_format)
    common.add_options()("format", po::value<std::string>()->value_name("F"),
                         say("table (the default), json or csv").c_str());
  common.add_options()("today", po::value<std::string>()->value_name(say("DATE")),
                       say("take this day for today").c_str())("as", po::value<std::string>()->value_name(say("NAME")),
                                                               say("the author of what is changed").c_str())(
      "help,h", say("explain this command").c_str());
  return common;
}

std::string see_help(const Command& command) { return say("\"accord {} --help\" explains the command", command.name); }

Diagnostic wrong_count(const Command& command, std::size_t found) {
  return {.code = "usage.arguments",
          .message = found < command.least_words ? say("Something is missing.")
                                                 : say("There is more here than the command takes."),
          .expected = fmt::format("accord {} {}", command.name, say(command.usage)),
          .advice = see_help(command)};
}

Result<Format> format_from(const std::string& text) {
  if (text == "table") return Format::table;
  if (text == "json") return Format::json;
  if (text == "csv") return Format::csv;
  return Diagnostic{.code = "usage.value",
                    .message = say("There is no such format."),
                    .expected = say("table, json or csv"),
                    .found = fmt::format("\"{}\"", text)};
}

}  // namespace

po::options_description options_of(const Command& command) {
  po::options_description all;
  if (command.options) {
    po::options_description own("Options");
    command.options(own);
    all.add(own);
  }
  all.add(common_options(command));
  return all;
}

Result<Arguments> Arguments::parse(const Command& command, const std::vector<std::string>& words) {
  po::options_description all = options_of(command);
  po::options_description hidden;
  hidden.add_options()("word", po::value<std::vector<std::string>>());
  all.add(hidden);
  po::positional_options_description positions;
  positions.add("word", -1);

  Arguments arguments;
  namespace style = po::command_line_style;
  const int plain = style::unix_style & ~style::allow_guessing;
  po::store(po::command_line_parser(words).options(all).positional(positions).style(plain).run(), arguments.values_);
  if (arguments.wants_help()) return arguments;
  if (arguments.has("word")) arguments.words_ = arguments.values_["word"].as<std::vector<std::string>>();

  Diagnostics problems;
  const std::size_t count = arguments.words_.size();
  if (count < command.least_words || count > command.most_words) problems.push_back(wrong_count(command, count));
  for (const char* name : day_options) {
    if (!arguments.has(name)) continue;
    const auto day = parse_day(arguments.text(name));
    for (Diagnostic problem : day.errors()) {
      problem.code = "usage.value";
      problem.message = fmt::format("--{}: {}", name, problem.message);
      problems.push_back(problem);
    }
  }
  if (arguments.has("format")) {
    const auto format = format_from(arguments.text("format"));
    if (format) arguments.format_ = *format;
    else problems.insert(problems.end(), format.errors().begin(), format.errors().end());
  }
  if (!problems.empty()) return problems;
  return arguments;
}

std::string Arguments::text(const std::string& option, std::string otherwise) const {
  return has(option) ? values_[option].as<std::string>() : otherwise;
}

std::vector<std::string> Arguments::texts(const std::string& option) const {
  return has(option) ? values_[option].as<std::vector<std::string>>() : std::vector<std::string>{};
}

std::optional<Day> Arguments::day(const std::string& option) const {
  if (!has(option)) return std::nullopt;
  return parse_day(text(option)).value();
}

}  // namespace accord::cli
