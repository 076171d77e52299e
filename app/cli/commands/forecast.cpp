#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/forecast_json.hpp"
#include "app/cli/forecast_words.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/reference_rows.hpp"
#include "app/render/write_file.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/forecast/saved.hpp"
#include "core/forecast/what_it_takes.hpp"
#include "core/forecast/words.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add_simulation_options(add);
  const auto text = [](const std::string& name) { return po::value<std::string>()->value_name(name); };
  add.add_options()("goal", text("G"), say("only this goal: its code, or its milestone's").c_str())(
      "scenario", text("S"), say("with the changes of this scenario: its name or its code").c_str())(
      "take", text("P"), say("what it would take to bring the goals' chance to P, 0 to 1").c_str())(
      "save", say("keep the forecast in the file, to see later how it fared").c_str())(
      "track-record", say("how earlier forecasts that were kept fared").c_str())(
      "fail-below", text("P"),
      say("end with exit code 1 when a goal's chance is below P, 0 to 1, or cannot be told").c_str())(
      "percentiles", say("show P5, P25, P75 and P95 of every milestone too").c_str())(
      "raw", text(say("OUT.csv")), say("write every trial's dates").c_str());
}

// Leaves only the goal that was asked for.
Outcome narrow(ForecastViews& views, const std::string& code) {
  if (code.empty()) return Done{};
  const auto named = find_record(views.dossier, code);
  if (!named) return named.errors();
  std::vector<GoalForecast> goals;
  std::vector<std::optional<OutsideView>> outside;
  for (std::size_t g = 0; g < views.inside.goals.size(); ++g) {
    const GoalForecast& goal = views.inside.goals[g];
    if (goal.goal != named->record->id && goal.milestone != named->record->id) continue;
    goals.push_back(goal);
    outside.push_back(views.outside[g]);
  }
  if (goals.empty())
    return Diagnostic{.code = "goal.unknown",
                      .message = say("{} is not the goal of any mandate.", named->record->code),
                      .advice = say("\"accord list FILE goals\" shows which there are")};
  views.inside.goals = std::move(goals);
  views.outside = std::move(outside);
  return Done{};
}

std::string raw_csv(const ForecastViews& views) {
  std::vector<std::string> head{"trial", "plan_end"};
  for (const auto& [milestone, dates] : views.inside.trial_dates)
    head.push_back(views.dossier.code_of(Kind::milestone, milestone));
  std::string text = join(head, ",") + "\n";
  const auto cell = [](Tick t) { return t == no_tick || t >= after_range ? std::string() : to_iso(day_of(t)); };
  for (std::size_t t = 0; t < views.inside.plan_ends.size(); ++t) {
    text += fmt::format("{},{}", t + 1, cell(views.inside.plan_ends[t]));
    for (const auto& [milestone, dates] : views.inside.trial_dates) text += "," + cell(dates[t]);
    text += '\n';
  }
  return text;
}

int save(DossierSession& session, const ForecastViews& views, Format format, Io& io) {
  const std::vector<Assignment> fields = kept_fields(views.inside, views.dossier, io.clock.today());
  const auto done = session.run(
      {.changes = [&](const Dossier& dossier,
                      const ValidateOptions& options) { return add_record(dossier, Kind::forecast, fields, options); },
       .summary = "Forecast kept"});
  if (!done) return fail(io, done.errors());
  if (format == Format::table)  // else only data goes to the output
    tell(io, say("The forecast was kept in the file: --track-record later tells how it fared."));
  return exit_code::fine;
}

struct Run {
  const Arguments& arguments;
  Io& io;
  DossierSession& session;
  ForecastOptions how;
  ScheduleOptions schedule;
  std::optional<double> fail_below, take;
};

struct Taken {
  const GoalForecast* goal;
  Taking taking;
};

// What it would take, of each open goal that has a chance.
Result<std::vector<Taken>> takings(const Run& run, const ForecastViews& views) {
  std::vector<Taken> out;
  if (!run.take) return out;
  for (const GoalForecast& goal : views.inside.goals) {
    if (goal.reached || !goal.probability || goal.probability->is_fact()) continue;
    auto taking = what_it_takes(views.dossier, run.schedule, take_options(run.how, views.inside, goal.goal, *run.take));
    if (!taking) return taking.errors();
    out.push_back({&goal, std::move(taking).value()});
  }
  return out;
}

void print_takings(Io& io, const std::vector<Taken>& takings, const Dossier& dossier) {
  for (const auto& [goal, taking] : takings) {
    io.out << '\n';
    tell(io, painted(io, Colour::strong,
                     say("What would bring {} to {}?", goal_name(*goal, dossier), percent(taking.wanted))));
    for (const std::string& sentence : in_words(taking, dossier)) tell_item(io, "  •", sentence);
  }
}

// The goals whose chance is too small, or cannot be told: what --fail-below is asked about.
Diagnostics below(const ForecastViews& views, double least) {
  Diagnostics out;
  for (const GoalForecast& goal : views.inside.goals) {
    const std::string name = goal_name(goal, views.dossier);
    if (goal.reached && !goal.probability)
      out.push_back({.code = "goal.not_judged",
                     .message = say("Whether {} was reached inside the mandate cannot be said.", name),
                     .advice = say("enter when the mandate began and ended, and when the milestone was reached")});
    else if (goal.reached && goal.probability->value < least)
      out.push_back({.code = "goal.below",
                     .message = say("{} was reached outside the mandate, which counts as {}, below {}.", name, percent(0), percent(least))});
    else if (!goal.probability)
      out.push_back({.code = "goal.not_judged",
                     .message = say("There is no chance of {} to compare with {}.", name, percent(least)),
                     .advice = say("enter when the mandate ends")});
    else if (goal.probability->value < least)
      out.push_back(
          {.code = "goal.below",
           .message = say("The chance of {} is {}, below {}.", name,
                          goal.probability->is_fact() ? percent(0) : with_error(*goal.probability), percent(least))});
  }
  if (views.inside.goals.empty())
    out.push_back({.code = "goal.not_judged",
                   .message = say("No mandate has a goal, so there is no chance to compare."),
                   .advice = say("\"accord add FILE goal mandate=M.X milestone=A.1\" sets one")});
  return out;
}

// What is kept is judged later by what the plan did; a what-if would be judged by something that it never spoke of.
Outcome may_save(const Arguments& arguments) {
  if (!arguments.has("save")) return Done{};
  Diagnostics problems;
  for (const char* what_if : {"scenario", "correlation", "mitigated", "status-date"})
    if (arguments.has(what_if))
      problems.push_back({.code = "usage.arguments",
                          .message = say("--save keeps the plan as it is today; a forecast with --{} is a "
                                         "what-if and is not kept.",
                                         what_if),
                          .advice = say("leave one of the two out")});
  if (!problems.empty()) return problems;
  return Done{};
}

int show(Run& run, ForecastViews& views) {
  const Arguments& arguments = run.arguments;
  Io& io = run.io;
  const auto taken = takings(run, views);
  if (!taken) return fail(io, taken.errors());
  if (arguments.format() == Format::json) {
    Json document = forecast_json(views);
    if (run.take) {
      Json list = Json::array();
      for (const auto& [goal, taking] : *taken) list.push_back(taking_json(taking, *goal, views.dossier));
      document["take"] = std::move(list);
    }
    print_json(io, document);
  } else if (arguments.format() == Format::csv) {
    print_csv(io, forecast_rows(views));
  } else {
    print_forecast(io, views, {.all_percentiles = arguments.has("percentiles")});
    print_takings(io, *taken, views.dossier);
  }
  if (arguments.format() != Format::table) {
    for (const Diagnostic& finding : views.inside.findings) print(io, finding);
    for (const Diagnostic& warning : views.plan.warnings)
      if (warning.code == "clock.behind") print(io, warning);
  }
  if (arguments.has("raw")) write_file(arguments.text("raw"), raw_csv(views));
  if (arguments.has("save"))
    if (const int code = save(run.session, views, arguments.format(), io); code != exit_code::fine) return code;
  if (!run.fail_below) return exit_code::fine;
  const Diagnostics too_low = below(views, *run.fail_below);
  for (const Diagnostic& one : too_low) print(io, one);
  return too_low.empty() ? exit_code::fine : exit_code::findings;
}

int show_track_record(const Arguments& arguments, Io& io, const Dossier& dossier) {
  const TrackRecord record = track_record(dossier, io.clock.today());
  if (arguments.format() == Format::json) print_json(io, track_record_json(record, dossier));
  else if (arguments.format() == Format::csv) print_csv(io, track_record_rows(record, dossier));
  else
    for (const std::string& sentence : track_record_in_words(record)) tell(io, sentence);
  return exit_code::fine;
}

int run_forecast_command(const Arguments& arguments, Io& io) {
  const auto how = simulation_options(arguments);
  if (!how) return misuse(io, how.errors());
  const auto fail_below = number_within(arguments, "fail-below", {0, 1}),
             take = number_within(arguments, "take", {0, 1});
  if (!fail_below) return misuse(io, fail_below.errors());
  if (!take) return misuse(io, take.errors());
  if (const auto may = may_save(arguments); !may) return misuse(io, may.errors());
  if (take->has_value() && arguments.format() == Format::csv)
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("--take is no table: --format csv has no place for it."),
                        .expected = say("--format table or json")}});
  const auto reference = reference_with(arguments.text("rows"));
  if (!reference) return fail(io, reference.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  if (arguments.has("track-record")) return show_track_record(arguments, io, session->dossier());
  Run run{arguments, io, session.value(), *how, {}, *fail_below, *take};
  run.schedule = {.today = io.clock.today(),
                  .status_date = arguments.day("status-date"),
                  .reference = {}};
  const auto dossier = dossier_as_asked(session.value(), arguments);
  if (!dossier) return fail(io, dossier.errors());
  const ReferenceClass comparable = reference->with_cases_of(*dossier);
  run.schedule.reference = reference->lookup_for(*dossier, run.schedule.today, run.schedule.status_date);
  auto views = views_with_progress(*dossier, run.schedule, run.how, comparable, io);
  if (!views) return fail(io, views.errors());
  if (const auto narrowed = narrow(views.value(), arguments.text("goal")); !narrowed)
    return fail(io, narrowed.errors());
  return show(run, views.value());
}

}  // namespace

const Command forecast_command{
    .name = "forecast",
    .usage = message("FILE [--trials N] [--seed S] [--goal G] [--scenario S] [--take P] [--save] [--fail-below P]"),
    .summary = message("How likely each goal is, how sure that is, what drives it, and what history says."),
    .details =
        message("The plan is played through many times with its estimates and risks, and compared with what comparable "
                "agreements took. --raw writes every trial for other programs."),
    .examples = {{"accord forecast kz.accord", message("the chance of signature within the ambassador's mandate")},
                 {"accord forecast kz.accord --take 0.8", message("what would bring it to four in five")},
                 {"accord forecast kz.accord --fail-below 0.5",
                  message("for a nightly job: exit code 1 below one half")}},
    .has_format = true,
    .options = options,
    .run = run_forecast_command,
};

}  // namespace accord::cli
