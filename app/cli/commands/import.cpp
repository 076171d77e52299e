#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/progress_bar.hpp"
#include "app/session/read_plan.hpp"
#include "core/base/text.hpp"
#include "db/exchange/source_text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("output,o", po::value<std::string>()->value_name(say("FILE")), say("the dossier to make").c_str())(
      "into", po::value<std::string>()->value_name(say("FILE")),
      say("a dossier to add to: records of the same code are changed, others added; one undo takes it back").c_str())(
      "start", po::value<std::string>()->value_name("D"),
      say("the day on which the plan starts, whatever the source says").c_str())(
      "holidays", po::value<std::string>()->value_name("F"), say("a file of closed days, one date a line").c_str())(
      "map", po::value<std::vector<std::string>>()->value_name(say("\"THEIRS=ours\""))->composing(),
      say("table: what their column is called here; may be repeated").c_str())(
      "skip-bad", say("table: leave out rows that cannot be taken, instead of taking nothing").c_str())(
      "track", po::value<std::string>()->value_name(say("CODE")),
      say("a list of events: the track of those that name none").c_str())(
      "microsoft-dates", say("compare with dates that constraints pull back, as Microsoft Project does").c_str());
}

Result<ImportOptions> import_options(const Arguments& arguments, const Io& io) {
  ImportOptions options{.file = arguments.word(0),
                        .today = io.clock.today(),
                        .start = arguments.day("start"),
                        .holidays = {},
                        .names = {},
                        .skip_bad = arguments.has("skip-bad")};
  Diagnostics problems;
  if (arguments.has("holidays")) {
    const std::string file = arguments.text("holidays");
    const auto text = read_source(file);
    const auto days = text ? parse_holidays(*text, file) : Result<std::vector<Day>>(text.errors());
    if (days) options.holidays = *days;
    else problems.insert(problems.end(), days.errors().begin(), days.errors().end());
  }
  for (const std::string& pair : arguments.texts("map")) {
    const std::size_t sign = pair.rfind('=');
    if (sign == pair.npos)
      problems.push_back({.code = "import.map",
                          .message = say("A column is mapped as \"Their name=ours\"."),
                          .found = fmt::format("\"{}\"", pair)});
    else
      options.names.emplace_back(trim(std::string_view(pair).substr(0, sign)),
                                 trim(std::string_view(pair).substr(sign + 1)));
  }
  if (!problems.empty()) return problems;
  return options;
}

void say_differences(Io& io, const Imported& imported, const Dossier& dossier, bool microsoft_dates) {
  const auto plan = schedule(dossier, {.today = io.clock.today(),
                                       .status_date = {},
                                       .reference = {},
                                       .microsoft_dates = microsoft_dates,
                                       .towards = {},
                                       .limit = {}});
  if (!plan) {
    for (const Diagnostic& problem : plan.errors()) print(io, problem);
    return;
  }
  const auto differences = compare_with_import(dossier, *plan, imported.peculiarities);
  if (differences.empty()) return;
  tell(io, say_plural("Accord computes other dates than the file carries for {} milestone; the file's own are kept as "
                      "baseline IMPORTED:",
                      "Accord computes other dates than the file carries for {} milestones; the file's own are kept as "
                      "baseline IMPORTED:",
                      std::ssize(differences)));
  for (const DateDifference& d : differences) {
    const auto span = [](const std::optional<Day>& from, const std::optional<Day>& to) {
      return say("{} to {}", from ? to_iso(*from) : "–", to ? to_iso(*to) : "–");
    };
    tell_item(io, "  •",
              say("{}: in the file {}, computed {}. {}", dossier.code_of(Kind::milestone, d.milestone),
                  span(d.stored_start, d.stored_finish), span(d.start, d.finish), d.reason));
  }
}

int make_new(const Imported& imported, const Arguments& arguments, Io& io) {
  const std::string source = arguments.word(0), output = arguments.text("output");
  const auto session = DossierSession::create(output, imported.dossier, world_of(io),
                                              {.summary = fmt::format("Imported from {}", source)});
  if (!session) return fail(io, session.errors());
  const Dossier& dossier = session->dossier();
  tell(io, say("{} and {} from {} were written to {}.",
               say_plural("{} milestone", "{} milestones", static_cast<long long>(dossier.count(Kind::milestone))),
               say_plural("{} link", "{} links", static_cast<long long>(dossier.count(Kind::link))), source, output));
  if (dossier.info().plan_start)
    tell(io, say("The plan starts on {}, {}.", to_iso(*dossier.info().plan_start), imported.start_reason));
  say_differences(io, imported, dossier, arguments.has("microsoft-dates"));
  return exit_code::fine;
}

int add_to(const Imported& imported, const std::string& source, DossierSession& session, Io& io) {
  const std::string target = session.store().path().string();
  const auto done =
      session.run({.changes = [&](const Dossier& dossier,
                                  const ValidateOptions& options) { return changes_of(imported, dossier, options); },
                   .summary = fmt::format("Imported from {}", source),
                           .action = Action::import});
  if (!done) return fail(io, done.errors());
  tell(
      io,
      done->changes.empty()
          ? say("Nothing in {} was new: {} is as it was.", source, target)
          : say_plural(
                "{0} record from {1} changed {2}; saved as revision {3}, and \"accord undo\" takes it back as a whole.",
                "{0} records from {1} changed {2}; saved as revision {3}, and \"accord undo\" takes it back as a "
                "whole.",
                std::ssize(done->changes), source, target, done->revision));
  return exit_code::fine;
}

int take_events(const std::vector<ListedEvent>& events, const Arguments& arguments, DossierSession& session, Io& io) {
  const std::string source = arguments.word(0);
  EventImport taken;
  const auto done =
      session.run({.changes = [&](const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
                     auto imported = import_events(
                         dossier, events, {.track = arguments.text("track"), .source = source, .validate = options});
                     if (!imported) return imported.errors();
                     taken = std::move(imported).value();
                     return taken.changes;
                   },
                   .summary = fmt::format("Events imported from {}", source),
                   .action = Action::import});
  if (!done) return fail(io, done.errors());
  for (const Diagnostic& remark : taken.remarks) print(io, remark);
  tell(io, done->changes.empty()
               ? say_plural("All {0} event in {1} are known already.", "All {0} events in {1} are known already.",
                            taken.known, source)
               : say_plural("{0} event from {1} became entries, {2}; saved as revision {3}, and \"accord undo\" takes "
                            "it back as a whole.",
                            "{0} events from {1} became entries, {2}; saved as revision {3}, and \"accord undo\" takes "
                            "it back as a whole.",
                            taken.added, source,
                            taken.known == 1 ? say("one is known already") : say("{} are known already", taken.known),
                            done->revision));
  return exit_code::fine;
}

int say_remarks(Io& io, const Imported& imported, int code) {
  for (const Diagnostic& remark : imported.remarks) print(io, remark);
  return code;
}

Result<Imported> read_shown(const std::string& source, ImportOptions options, Io& io) {
  ProgressBar bar(io, say("Reading {}", source));
  options.progress = [&bar](std::size_t done, std::size_t total) { bar.show(done, total); };
  return read_plan(source, options);
}

// Events need a dossier that they belong to.
int refuse_events(const std::string& source, Io& io) {
  return fail(io, {{.code = "import.events",
                    .message = say("{} is a list of events, not a plan.", source),
                    .advice = say("add it to a dossier with --into FILE; \"accord new\" makes an empty one")}});
}

int import_new(const ImportOptions& options, const Arguments& arguments, Io& io) {
  const auto events = read_events(arguments.word(0));
  if (events && *events) return refuse_events(arguments.word(0), io);
  const auto imported = read_shown(arguments.word(0), options, io);
  if (!imported) return fail(io, imported.errors());
  return say_remarks(io, *imported, make_new(*imported, arguments, io));
}

int import_into(ImportOptions options, const Arguments& arguments, Io& io) {
  auto session = open_file(arguments.text("into"), io);
  if (!session) return fail(io, session.errors());
  const auto events = read_events(arguments.word(0));
  if (!events) return fail(io, events.errors());
  if (*events) return take_events(**events, arguments, session.value(), io);
  options.status_date = status_date_of(session->dossier(), options.today);
  const Dossier target = session->dossier();
  options.into = &target;
  const auto imported = read_shown(arguments.word(0), std::move(options), io);
  if (!imported) return fail(io, imported.errors());
  return say_remarks(io, *imported, add_to(*imported, arguments.word(0), session.value(), io));
}

int refuse_cases(const std::string& source, Io& io) {
  return fail(io, {{.code = "import.cases",
                    .message = say("{} is a table of comparable cases, not a plan.", source),
                    .advice = say("\"accord reference import FILE.accord {}\" takes it", source)}});
}

int run_import(const Arguments& arguments, Io& io) {
  if (arguments.has("output") == arguments.has("into")) {
    print(io, {.code = "usage.arguments",
               .message = arguments.has("into") ? say("It can go into a new dossier or into one that exists, not into both.")
                                                : say("Say where it should go: into a new dossier or into one that exists."),
               .expected = say("-o FILE or --into FILE")});
    return exit_code::usage;
  }
  if (arguments.has("output"))
    if (const Outcome name = dossier_name(arguments.text("output")); !name) return misuse(io, name.errors());
  auto options = import_options(arguments, io);
  if (!options) return fail(io, options.errors());
  if (const auto cases = is_table_of_cases(arguments.word(0)); cases && *cases) return refuse_cases(arguments.word(0), io);
  return arguments.has("into") ? import_into(std::move(options).value(), arguments, io) : import_new(*options, arguments, io);
}

}  // namespace

const Command import_command{
    .name = "import",
    .usage = message("SOURCE -o FILE | --into FILE [--start D] [--holidays F] [--map \"THEIRS=ours\"] [--skip-bad] "
                     "[--track CODE] [--microsoft-dates]"),
    .summary = message(
        "Take over a plan from a table (.csv, .xlsx), Microsoft Project (.xml) or a dossier's JSON, or a list of "
        "events."),
    .details = message(
        "Dates that the source carries are kept and compared, never imposed. A row that cannot be taken is reported "
        "with its line and column, and nothing is taken unless --skip-bad is given. A table with a column for the date "
        "and "
        "one for the event, such as a procedure page of EUR-Lex or OEIL saved as a table, goes --into a dossier as "
        "entries."),
    .examples = {{"accord import tracker.csv -o moldova.accord --map \"Responsible=owner\"",
                  message("makes a dossier from the table that the desk keeps")},
                 {"accord import events.csv --into kz.accord --track VFA",
                  message("adds the dated events of a procedure page")},
                 {"accord import plan.xml -o plan.accord --holidays closed-days.txt",
                  message("takes over a Microsoft Project plan with the ministry's closed days")}},
    .options = options,
    .run = run_import,
};

}  // namespace accord::cli
