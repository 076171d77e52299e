#include "core/schedule/feasible.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/columns.hpp"
#include "core/calendar/weekdays_in_words.hpp"
#include "core/edit/entry_text.hpp"

namespace accord::cli {
namespace {

Json feasible_json(const Feasibility& answer, const Dossier& dossier) {
  Json checks = Json::array();
  for (const FeasibilityCheck& check : answer.checks)
    checks.push_back({{"kind", check_word(check.kind)},
                      {"passes", check.unsure ? Json() : Json(check.passes)},
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
          {"next_possible_day", json_day(answer.next_possible_day)},
          {"finished", answer.finished},
          {"forecast", json_day(answer.forecast)},
          {"checks", std::move(checks)}};
}

// By what the answer judges, one sentence each: the law, whatever the plan says, and the plan.
std::string by_law_in_words(const Feasibility& answer) {
  const bool legal = answer.by_law && answer.first_legal_day && *answer.first_legal_day <= answer.day;
  if (!answer.first_legal_day)
    return say(
        "By the law's lead times, counted from the first day on which each step before it can happen: no; there is no "
        "legal day before the year 2200.");
  const std::string first = to_iso(*answer.first_legal_day);
  return legal ? say("By the law's lead times, counted from the first day on which each step before it can happen: "
                     "yes; the first legal day is {}.",
                     first)
               : say("By the law's lead times, counted from the first day on which each step before it can happen: no; "
                     "the first legal day is {}.",
                     first);
}
std::string by_plan_in_words(const Feasibility& answer) {
  if (!answer.forecast) return say("By the plan's own forecast nothing can be said: it gives no date.");
  const std::string day = to_iso(*answer.forecast);
  return answer.by_plan ? say("By the plan's own forecast of the steps before it: yes; it is expected on {}.", day)
                        : say("By the plan's own forecast of the steps before it: no; it is expected on {}.", day);
}

std::string verdict_of(const Feasibility& answer) {
  if (answer.finished) return answer.feasible ? say("yes, it happened then") : say("no, it has already happened");
  return !answer.feasible ? say("no") : answer.by_plan ? say("yes") : say("yes, but not as things are planned");
}

std::string mark_of(const FeasibilityCheck& check) {
  const std::string ok = say("ok"), no = say("no");
  return "  " +
         padded(check.passes   ? ok
                : check.unsure ? "?"
                               : no,
                std::max(display_width(ok), display_width(no)), true) +
         " ";
}
std::string word_of(const FeasibilityCheck& check) {
  return check.passes ? say("yes") : check.unsure ? say("cannot be said") : say("no");
}

// "Monday 2027-06-14"; weekdays are declined elsewhere, so that a day stands as in prose.
std::string with_weekday(Day day) {
  return spoken().code() == "en" ? fmt::format("{} {}", weekday_name(day), to_iso(day)) : weekday_in_prose(day, spoken());
}

void print_feasible(Io& io, const Feasibility& answer, const Milestone& milestone) {
  const std::string what =
      say("{} {} on {}", milestone.code, milestone.title, with_weekday(answer.day));
  tell(io, painted(io, Colour::strong, fmt::format("{}: {}.", what, verdict_of(answer))));
  if (!answer.finished && !answer.dropped) {
    tell(io, by_law_in_words(answer));
    tell(io, by_plan_in_words(answer));
  }
  for (const FeasibilityCheck& check : answer.checks)
    tell_item(io, mark_of(check),
              check.citation.empty() || check.sentence.find(check.citation) != std::string::npos
                  ? check.sentence
                  : fmt::format("{} ({})", check.sentence, check.citation));
  if (answer.feasible || answer.finished || answer.dropped) return;
  tell(io, answer.next_possible_day
               ? say("The first day on or after {} on which it can happen is {}.", to_iso(answer.day),
                     with_weekday(*answer.next_possible_day))
               : say("No day on or after {} is known on which it can happen.", to_iso(answer.day)));
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
      rows.cells.push_back({std::string(check_word(check.kind)), word_of(check), check.sentence, check.citation,
                            check.first ? to_iso(*check.first) : ""});
    print_csv(io, rows);
  } else {
    print_feasible(io, *answer, milestone);
  }
  return exit_code::fine;
}

}  // namespace

const Command feasible_command{
    .name = "feasible",
    .usage = message("FILE CODE DATE"),
    .summary = message("Say whether something can happen on a day, and which lead time, holiday or session says no."),
    .details = message(
        "The law, the calendars and the sessions decide, whatever the plan says: a step that has not happened counts "
        "from "
        "the first day on which it can, without any time for the work itself. Whether the plan's own forecast gets "
        "there by then is said beside it."),
    .examples = {{"accord feasible kz.accord VFA.10 2027-06-14",
                  message("can the agreement be signed on 14 June 2027?")}},
    .least_words = 3,
    .most_words = 3,
    .has_format = true,
    .run = run_feasible,
};

}  // namespace accord::cli
