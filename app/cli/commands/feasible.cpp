#include "core/schedule/feasible.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::cli {
namespace {

Json feasible_json(const Feasibility& answer, const Dossier& dossier) {
  Json checks = Json::array();
  for (const FeasibilityCheck& check : answer.checks)
    checks.push_back({{"kind", check_word(check.kind)},
                      {"passes", check.passes},
                      {"sentence", check.sentence},
                      {"citation", json_text(check.citation)},
                      {"first", json_day(check.first)}});
  return {{"schema", "accord.feasible/1"},
          {"code", dossier.code_of(Kind::milestone, answer.milestone)},
          {"day", to_iso(answer.day)},
          {"feasible", answer.feasible},
          {"by_law", answer.by_law},
          {"by_plan", answer.by_plan},
          {"first_legal_day", json_day(answer.first_legal_day)},
          {"first_possible_day", json_day(answer.first_possible_day)},
          {"forecast", json_day(answer.forecast)},
          {"checks", std::move(checks)}};
}

// The first day on or after the one asked for that nothing but the plan and the mandate stands against; nothing where a
// check cannot name one.
std::optional<Day> next_day(const Feasibility& answer) {
  std::optional<Day> next = answer.first_possible_day;
  for (const FeasibilityCheck& check : answer.checks) {
    if (check.passes || check.kind == FeasibilityCheckKind::plan || check.kind == FeasibilityCheckKind::mandate)
      continue;
    if (!check.first) return std::nullopt;
    next = std::max(next.value_or(*check.first), *check.first);
  }
  return next;
}

void print_feasible(Io& io, const Feasibility& answer, const Milestone& milestone) {
  const std::string what =
      fmt::format("{} {} on {} {}", milestone.code, milestone.title, weekday_name(answer.day), to_iso(answer.day));
  const std::string verdict = !answer.feasible ? "no" : answer.by_plan ? "yes" : "yes, but not as things are planned";
  say(io, painted(io, Colour::strong, fmt::format("{}: {}.", what, verdict)));
  for (const FeasibilityCheck& check : answer.checks)
    say_item(io, check.passes ? "  ok " : "  no ",
             check.citation.empty() || check.sentence.find(check.citation) != std::string::npos
                 ? check.sentence
                 : fmt::format("{} ({})", check.sentence, check.citation));
  if (const auto next = next_day(answer); next && !answer.feasible)
    say(io, fmt::format("The next day on which it could happen is {}.", to_iso(*next)));
  if (answer.forecast) say(io, fmt::format("The plan expects it on {}.", to_iso(*answer.forecast)));
}

int run_feasible(const Arguments& arguments, Io& io) {
  const auto day = parse_day(arguments.word(2));
  if (!day) return fail(io, day.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto named = find_record(session->dossier(), arguments.word(1), Kind::milestone);
  if (!named) return fail(io, named.errors());
  const auto& milestone = static_cast<const Milestone&>(*named->record);
  const auto outlook = session.value().outlook();
  if (!outlook) return fail(io, outlook.errors());
  const auto answer = feasible_on((*outlook)->dossier, (*outlook)->plan, Id<Milestone>(milestone.id), *day);
  if (!answer) return fail(io, answer.errors());
  if (arguments.format() == Format::json) {
    print_json(io, feasible_json(*answer, session->dossier()));
  } else if (arguments.format() == Format::csv) {
    Rows rows{{"kind", "passes", "sentence", "citation", "first"}, {}};
    for (const FeasibilityCheck& check : answer->checks)
      rows.cells.push_back({std::string(check_word(check.kind)), check.passes ? "yes" : "no", check.sentence,
                            check.citation, check.first ? to_iso(*check.first) : ""});
    print_csv(io, rows);
  } else {
    print_feasible(io, *answer, milestone);
  }
  return exit_code::fine;
}

}  // namespace

const Command feasible_command{
    .name = "feasible",
    .usage = "FILE CODE DATE",
    .summary = "Say whether something can happen on a day, and which lead time, holiday or session says no.",
    .details = "The law, the calendars and the sessions decide; whether the plan gets there by then is said beside it.",
    .examples = {{"accord feasible kz.accord VFA.10 2027-06-14", "can the agreement be signed on 14 June 2027?"}},
    .least_words = 3,
    .most_words = 3,
    .has_format = true,
    .run = run_feasible,
};

}  // namespace accord::cli
