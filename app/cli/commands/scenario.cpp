#include "core/forecast/scenario.hpp"

#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/forecast_run.hpp"
#include "app/cli/reference_rows.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/forecast/words.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

int add(const Arguments& arguments, Io& io) {
  if (arguments.words().size() < 4)
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("A scenario needs a name and at least one change."),
                        .expected = say("accord scenario add FILE NAME CODE.FIELD=VALUE...")}});
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  const std::vector<std::string> changes(arguments.words().begin() + 3, arguments.words().end());
  const std::string overrides = join(changes, "; ");
  const Dossier& dossier = session->dossier();
  if (const auto same = find_scenario(dossier, arguments.word(2)); same || same.errors().front().code == "scenario.ambiguous")
    return fail(io, {{.code = "scenario.exists",
                      .message = say("There is a scenario \"{}\" already.", arguments.word(2)),
                      .advice = same ? say("choose another name, or change {} with \"accord set\"", (*same)->code)
                                     : say("choose another name")}});
  if (const auto tried = with_overrides(dossier, overrides, session->validate_options(dossier)); !tried)
    return fail(io, tried.errors());
  const std::vector<Assignment> fields{{"title", arguments.word(2)}, {"overrides", overrides}};
  const auto done = session.value().run({.changes = [&](const Dossier& now, const ValidateOptions& options) {
    return add_record(now, Kind::scenario, fields, options);
  }});
  if (!done) return fail(io, done.errors());
  tell(io, say("The scenario \"{}\" was added; \"accord scenario compare\" shows what it changes.", arguments.word(2)));
  return exit_code::fine;
}

int list(const Arguments& arguments, Io& io) {
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  Rows rows{{"code", "title", "overrides"}, {}};
  Json json = Json::array();
  for (const Scenario& scenario : session->dossier().all<Scenario>()) {
    rows.cells.push_back({scenario.code, scenario.title, scenario.overrides});
    json.push_back({{"code", scenario.code}, {"title", scenario.title}, {"overrides", scenario.overrides}});
  }
  if (arguments.format() == Format::json)
    print_json(io, {{"schema", "accord.scenario/1"}, {"scenarios", std::move(json)}});
  else if (arguments.format() == Format::csv) print_csv(io, rows);
  else if (rows.cells.empty())
    tell(io, say("There is no scenario yet: \"accord scenario add FILE NAME CODE.FIELD=VALUE\" makes one."));
  else {
    rows.columns = {say("Code"), say("Name"), say("Changes")};
    print_table(io, rows);
  }
  return exit_code::fine;
}

Json variant_json(const Variant& variant, const Dossier& dossier) {
  Json goals = Json::array();
  for (const GoalForecast& goal : variant.result.goals)
    goals.push_back({{"mandate", dossier.code_of(Kind::mandate, goal.mandate)},
                     {"milestone", dossier.code_of(Kind::milestone, goal.milestone)},
                     {"probability", goal.probability ? Json(goal.probability->value) : Json(nullptr)},
                     {"std_error", goal.probability ? Json(goal.probability->std_error) : Json(nullptr)},
                     {"p50", json_day(goal.dates.percentile(0.5))},
                     {"p80", json_day(goal.dates.percentile(0.8))}});
  return {{"code", json_text(dossier.code_of(Kind::scenario, variant.scenario))},
          {"title", variant.title},
          {"trials", variant.problems.empty() ? Json(variant.result.trials) : Json(nullptr)},
          {"goals", std::move(goals)}};
}

Rows comparison(const std::vector<Variant>& variants, const Dossier& dossier) {
  Rows rows{{say("Scenario"), say("Goal"), say("Chance"), say("Against the plan"), "P50", "P80"}, {}};
  const auto day = [](const DayCounts& dates, double share) {
    const std::string off = days_off(dates, share);
    const auto found = dates.percentile(share);
    return !found ? say("not reached") : off.empty() ? to_iso(*found) : fmt::format("{} ({})", to_iso(*found), off);
  };
  for (const Variant& variant : variants) {
    if (!variant.problems.empty())
      rows.cells.push_back({variant.title, "", say("cannot be laid over the plan"), "", "", ""});
    for (const GoalForecast& goal : variant.result.goals) {
      if (goal.reached) continue;
      const GoalForecast* plan = variant.scenario ? variants.front().result.find(goal.goal) : nullptr;
      std::string difference;
      if (plan && goal.probability && plan->probability)
        difference = difference_in_words(*goal.probability, *plan->probability);
      rows.cells.push_back({variant.title, goal_name(goal, dossier),
                            goal.probability ? with_error(*goal.probability) : say("not known"), difference,
                            day(goal.dates, 0.5), day(goal.dates, 0.8)});
    }
  }
  return rows;
}

// Why a scenario cannot be laid over the plan; the others are compared all the same.
void tell_problems(Io& io, const Variant& variant) {
  for (Diagnostic problem : variant.problems) {
    problem.severity = Severity::warning;
    problem.message = say("The scenario \"{}\" cannot be laid over the plan: {}", variant.title, problem.message);
    print(io, problem);
  }
}

int compare(const Arguments& arguments, Io& io) {
  const auto how = simulation_options(arguments);
  if (!how) return misuse(io, how.errors());
  const auto reference = reference_with(arguments.text("rows"));
  if (!reference) return fail(io, reference.errors());
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  const Dossier& dossier = session->dossier();
  std::vector<Id<Scenario>> scenarios;
  for (std::size_t w = 2; w < arguments.words().size(); ++w) {
    const auto named = find_scenario(dossier, arguments.word(w));
    if (!named) return fail(io, named.errors());
    scenarios.emplace_back((*named)->id);
  }
  if (scenarios.empty()) scenarios = scenarios_of(dossier);
  const ScheduleOptions schedule{.today = io.clock.today(),
                                 .status_date = arguments.day("status-date"),
                                 .reference = reference->lookup_for(dossier, io.clock.today(), arguments.day("status-date"))};
  const std::vector<Variant> variants = compare_scenarios(dossier, scenarios, schedule, *how);
  if (!variants.front().problems.empty()) return fail(io, variants.front().problems);
  for (const Variant& variant : variants) tell_problems(io, variant);
  if (arguments.format() == Format::json) {
    Json json = Json::array();
    for (const Variant& variant : variants) json.push_back(variant_json(variant, dossier));
    print_json(io, {{"schema", "accord.scenario/1"}, {"trials", variants.front().result.trials}, {"scenarios", std::move(json)}});
    return exit_code::fine;
  }
  const Rows rows = comparison(variants, dossier);
  if (arguments.format() == Format::csv) print_csv(io, rows);
  else {
    print_table(io, rows);
    tell(io, say("The same random numbers were used for all of them, so that the differences are the scenarios'."));
    tell(io, errors_explained(variants.front().result.trials, how->seed));
  }
  return exit_code::fine;
}

int remove(const Arguments& arguments, Io& io) {
  if (arguments.words().size() != 3)
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("Give the dossier and the scenario to be removed."),
                        .expected = say("accord scenario remove FILE NAME")}});
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  const auto named = find_scenario(session->dossier(), arguments.word(2));
  if (!named) return fail(io, named.errors());
  const std::string code = (*named)->code, title = (*named)->title;
  const auto done = session.value().run({.changes = [&](const Dossier& now, const ValidateOptions& options) {
    return remove_record(now, code, Kind::scenario, options);
  }});
  if (!done) return fail(io, done.errors());
  tell(io, say("The scenario \"{}\" was removed; \"accord undo\" brings it back.", title));
  return exit_code::fine;
}

int run_scenario(const Arguments& arguments, Io& io) {
  const std::string& action = arguments.word(0);
  if (action == "add") return add(arguments, io);
  if (action == "list") return list(arguments, io);
  if (action == "compare") return compare(arguments, io);
  if (action == "remove") return remove(arguments, io);
  return misuse(io, {{.code = "usage.arguments",
                      .message = say("A scenario can be added, listed, compared or removed; \"{}\" is none of these.", action),
                      .expected = say("accord scenario add|list|compare|remove FILE …")}});
}

}  // namespace

const Command scenario_command{
    .name = "scenario",
    .usage = message("add|list|compare|remove FILE [NAME [CODE.FIELD=VALUE...]]"),
    .summary = message("Keep what-if changes under a name, and compare what they do to each goal's chance."),
    .details = message("A stage that moves with another one is changed too only where the scenario says so: where two agreements enter "
                       "into force together, name the stages of both."),
    .examples = {{"accord scenario add kz.accord \"Fast talks\" VFA.5.remaining=30ed RA.5.remaining=30ed",
                  message("keeps two changes under a name; the plan itself stays")},
                 {"accord scenario compare kz.accord", message("every scenario beside the plan")},
                 {"accord scenario remove kz.accord \"Fast talks\"", message("by its name or its code")}},
    .least_words = 2,
    .most_words = 100,
    .has_format = true,
    .options = add_simulation_options,
    .run = run_scenario,
};

}  // namespace accord::cli
