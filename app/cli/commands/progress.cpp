#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/topics.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

constexpr Topic all_topics[] = {
    {"benchmarks", tell_benchmarks}, {"promises", tell_promises},
    {"momentum", tell_momentum},     {"silence", tell_silence},
        {"due", tell_due},
    {"lights", tell_lights},         {"earned", tell_earned},
    {"trend", tell_trend},           {"indicators", tell_indicators},
    {"accounts", tell_accounts},     {"people", tell_people},
    {"positions", tell_positions},
};

void options(po::options_description& add) {
  add.add_options()("by", po::value<std::string>()->value_name("W"),
                    say("earned: weighed by duration (the default), weights or benchmarks").c_str())(
      "baseline", po::value<std::string>()->value_name(say("NAME")),
      say("earned: the baseline to measure against; the newest where it is left out").c_str())(
      "track", po::value<std::string>()->value_name(say("CODE")), say("earned, momentum: of one track only").c_str())(
      "as-of", po::value<std::string>()->value_name("D"), say("what the file said at the end of this day").c_str())(
      "status-date", po::value<std::string>()->value_name("D"),
      say("as known now about the time up to this day").c_str());
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
          .message = say("There is no topic \"{}\".", name),
          .expected = join(names, ", "),
          .advice = near ? say("did you mean {}?", *near) : ""};
}

// What the columns of all topics are called above a table for people.
constexpr std::pair<std::string_view, std::string_view> headings[] = {
    {"code", message("Code")},
    {"block", message("Block")},
    {"phase", message("Phase")},
    {"requirement", message("Requirement")},
    {"completion", message("Completion")},
    {"own", message("Own")},
    {"assessor", message("Assessor")},
    {"gap", message("Gap")},
    {"open_measures", message("Open measures")},
    {"evidence", message("Evidence")},
    {"disputed_by", message("Disputed by")},
    {"silent_days", message("Silent days")},
    {"last", message("Last")},
    {"shown_by", message("Shown by")},
    {"on_hold", message("On hold")},
    {"light", message("Light")},
    {"promise", message("Promise")},
    {"by", message("Promised by")},
    {"to", message("Promised to")},
    {"in_public", message("In public")},
    {"state", message("State")},
    {"what_became_of_it", message("What became of it")},
    {"month", message("Month")},
    {"rounds", message("Rounds")},
    {"visits", message("Visits")},
    {"meetings", message("Meetings")},
    {"others", message("Others")},
    {"what", message("What")},
    {"who", message("Who")},
    {"due", message("Due")},
    {"days_left", message("Days left")},
    {"escalate_to", message("Escalate to")},
    {"milestone", message("Milestone")},
    {"why", message("Why")},
    {"day", message("Day")},
    {"planned", message("Planned")},
    {"earned", message("Earned")},
    {"made", message("Made on")},
    {"forecast", message("Forecast")},
    {"from", message("Taken from")},
    {"indicator", message("Indicator")},
    {"what_it_shows", message("What it shows")},
    {"name", message("Name")},
    {"role", message("Role")},
    {"institution", message("Institution")},
    {"contact", message("Contact")},
    {"since", message("Since")},
    {"until", message("Until")},
    {"party", message("Party")},
    {"stance", message("Stance")},
    {"date", message("Date")},
    {"on", message("On")},
    {"position", message("Position")},
    {"source", message("Source")},
};

// English columns are called as in the CSV, where one word serves several; a translation needs to know which is meant.
std::string heading(std::string column) {
  if (spoken().code() != "en")
    return say(std::ranges::find(headings, column, &std::pair<std::string_view, std::string_view>::first)->second);
  std::replace(column.begin(), column.end(), '_', ' ');
  return capitalised(column);
}

void print_answer(Io& io, TopicAnswer answer) {
  for (const std::string& sentence : answer.sentences) tell(io, sentence);
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
    .usage = message("FILE [TOPIC] [--by W] [--baseline NAME] [--track CODE] [--as-of D | --status-date D]"),
    .summary =
        message("Follow the file: benchmarks, promises, momentum, deadlines, earned schedule, trend, indicators."),
    .details = message(
        "TOPIC is benchmarks (the default), promises, momentum, silence, due, lights, earned, trend, indicators, "
        "accounts, people or positions."),
    .examples = {{"accord progress kz.accord momentum",
                  message("how often the two sides met, and how announced rounds were kept")},
                 {"accord progress kz.accord earned --by weights --format json",
                  message("planned, earned and actual progress, for another program")}},
    .least_words = 1,
    .most_words = 2,
    .has_format = true,
    .options = options,
    .run = run_progress,
};

}  // namespace accord::cli
