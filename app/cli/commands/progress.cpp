#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/topics.hpp"
#include "core/base/text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

constexpr Topic all_topics[] = {
    {"benchmarks", "what is open, the ladder, both scores and the gap between them", tell_benchmarks},
    {"promises", "who promised what, what became of it, and everybody's record", tell_promises},
    {"momentum", "rounds and visits by month, the rhythm of rounds, announced against held", tell_momentum},
    {"due", "what is overdue or due soon, and who is told", tell_due},
    {"lights", "a traffic light for each milestone, with its rule", tell_lights},
    {"earned", "planned, earned and actual progress, earned schedule and SPI(t)", tell_earned},
    {"trend", "how each milestone's forecast has moved", tell_trend},
    {"indicators", "suspension indicators against their thresholds", tell_indicators},
    {"accounts", "conflicting sources, which one was chosen and why; names that do not fit the day", tell_accounts},
    {"people", "who holds which role on the day", tell_people},
};

void options(po::options_description& add) {
  add.add_options()("by", po::value<std::string>()->value_name("W"),
                    "earned: weighed by duration (the default), weights or benchmarks")(
      "baseline", po::value<std::string>()->value_name("NAME"),
      "earned: the baseline to measure against; the newest where it is left out")(
      "track", po::value<std::string>()->value_name("CODE"), "earned, momentum: of one track only")(
      "as-of", po::value<std::string>()->value_name("D"), "what the file said at the end of this day")(
      "status-date", po::value<std::string>()->value_name("D"), "as known now about the time up to this day");
}

const Topic* topic_named(const std::string& name) {
  for (const Topic& topic : all_topics)
    if (same_ignoring_case(topic.name, name)) return &topic;
  return nullptr;
}

Diagnostic no_such_topic(const std::string& name) {
  std::vector<std::string> names;
  for (const Topic& topic : all_topics) names.emplace_back(topic.name);
  const auto near = nearest(name, names);
  return {.code = "usage.value",
          .message = fmt::format("There is no topic \"{}\".", name),
          .expected = join(names, ", "),
          .advice = near ? fmt::format("did you mean {}?", *near) : ""};
}

// "open_measures" as a heading.
std::string heading(std::string column) {
  std::replace(column.begin(), column.end(), '_', ' ');
  if (!column.empty() && column[0] >= 'a' && column[0] <= 'z') column[0] = static_cast<char>(column[0] - 'a' + 'A');
  return column;
}

void print_answer(Io& io, TopicAnswer answer) {
  for (const std::string& sentence : answer.sentences) say(io, sentence);
  if (answer.rows.cells.empty()) return;
  if (!answer.sentences.empty()) io.out << '\n';
  for (std::string& column : answer.rows.columns) column = heading(column);
  print_table(io, answer.rows);
}

int run_progress(const Arguments& arguments, Io& io) {
  const Topic* topic = topic_named(arguments.word_or(1, "benchmarks"));
  if (!topic) return misuse(io, {no_such_topic(arguments.word(1))});
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  auto answer = topic->answer({**outlook, arguments});
  if (!answer)
    return answer.errors().front().code.starts_with("usage.") ? misuse(io, answer.errors()) : fail(io, answer.errors());
  if (arguments.format() == Format::json) {
    Json document{{"schema", "accord.progress/1"}, {"topic", topic->name}, {"as_of", to_iso((*outlook)->status_day)}};
    document.update(answer->details);
    print_json(io, document);
  } else if (arguments.format() == Format::csv) {
    print_csv(io, answer->rows);
  } else {
    print_answer(io, std::move(answer).value());
  }
  return exit_code::fine;
}

}  // namespace

const Command progress_command{
    .name = "progress",
    .usage = "FILE [TOPIC] [--by W] [--baseline NAME] [--track CODE] [--as-of D | --status-date D]",
    .summary = "Follow the file: benchmarks, promises, momentum, deadlines, earned schedule, trend, indicators.",
    .details =
        "TOPIC is benchmarks (the default), promises, momentum, due, lights, earned, trend, indicators, accounts or "
        "people.",
    .examples = {{"accord progress kz.accord momentum",
                  "how often the two sides met, and how announced rounds were kept"},
                 {"accord progress kz.accord earned --by weights --format json",
                  "planned, earned and actual progress, for another program"}},
    .least_words = 1,
    .most_words = 2,
    .has_format = true,
    .options = options,
    .run = run_progress,
};

}  // namespace accord::cli
