#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/report/shortening.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("mandate", po::value<std::string>()->value_name("M"), say("only this mandate").c_str())(
      "status-date", po::value<std::string>()->value_name("D"),
      say("as known now about the time up to this day").c_str())(
      "fail", say("end with exit code 1 when a goal will not be reached inside its mandate").c_str());
}

struct View {
  const Outlook& outlook;
  std::vector<const MandateOutlook*> mandates;
};

Json goal_json(const GoalOutlook& goal, const Dossier& dossier) {
  Json milestones = Json::array();
  for (const LatestDates& m : goal.milestones)
    milestones.push_back({{"code", dossier.code_of(Kind::milestone, m.milestone)},
                          {"latest_start", json_day(m.latest_start)},
                          {"latest_finish", json_day(m.latest_finish)},
                          {"latest_finish_if_earliest", json_day(m.latest_finish_if_earliest)},
                          {"latest_finish_if_latest", json_day(m.latest_finish_if_latest)},
                          {"margin_workdays", json_number(m.margin_workdays)}});
  return {{"milestone", dossier.code_of(Kind::milestone, goal.milestone)},
          {"forecast", json_day(goal.forecast)},
          {"margin_workdays", json_number(goal.margin_workdays)},
          {"margin_days", json_number(goal.margin_days)},
          {"milestones", std::move(milestones)}};
}

Json deadlines_json(const View& view) {
  Json mandates = Json::array();
  for (const MandateOutlook* mandate : view.mandates) {
    Json goals = Json::array();
    for (const GoalOutlook& goal : mandate->goals) goals.push_back(goal_json(goal, view.outlook.dossier));
    mandates.push_back({{"mandate", view.outlook.dossier.code_of(Kind::mandate, mandate->mandate)},
                        {"end", json_day(mandate->end.expected)},
                        {"end_earliest", json_day(mandate->end.earliest)},
                        {"end_latest", json_day(mandate->end.latest)},
                        {"goals", std::move(goals)}});
  }
  return {{"schema", "accord.deadlines/1"}, {"mandates", std::move(mandates)}};
}

std::string day_or(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }
std::string number_or(const std::optional<int>& number) { return number ? std::to_string(*number) : ""; }

void print_as_csv(Io& io, const View& view) {
  Rows rows{{"mandate", "goal", "forecast", "code", "latest_start", "latest_finish", "latest_finish_if_earliest",
             "latest_finish_if_latest", "margin_workdays"},
            {}};
  const Dossier& dossier = view.outlook.dossier;
  for (const MandateOutlook* mandate : view.mandates)
    for (const GoalOutlook& goal : mandate->goals)
      for (const LatestDates& m : goal.milestones)
        rows.cells.push_back({dossier.code_of(Kind::mandate, mandate->mandate),
                              dossier.code_of(Kind::milestone, goal.milestone), day_or(goal.forecast),
                              dossier.code_of(Kind::milestone, m.milestone), day_or(m.latest_start),
                              day_or(m.latest_finish), day_or(m.latest_finish_if_earliest),
                              day_or(m.latest_finish_if_latest), number_or(m.margin_workdays)});
  print_csv(io, rows);
}

std::string end_in_words(const Mandate& mandate, const WindowEnd& end) {
  if (end.unknown()) return say("{} {}: it is not known when it ends.", mandate.code, mandate.title);
  if (!end.uncertain()) return say("{} {}: ends on {}.", mandate.code, mandate.title, to_iso(*end.expected));
  return say("{} {}: ends between {} and {}, expected on {}.", mandate.code, mandate.title,
             end.earliest ? to_iso(*end.earliest) : say("an unknown day"),
             end.latest ? to_iso(*end.latest) : say("an unknown day"), to_iso(*end.expected));
}

Colour colour_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::reached:
    case Verdict::on_course:
      return Colour::good;
    case Verdict::tight:
    case Verdict::at_risk:
    case Verdict::too_early:
      return Colour::caution;
    case Verdict::missed:
    case Verdict::out_of_reach:
      return Colour::bad;
    case Verdict::cannot_be_said:
      break;
  }
  return Colour::quiet;
}

void print_latest_dates(Io& io, const MandateOutlook& mandate, const GoalOutlook& goal, const Dossier& dossier) {
  const bool two_ends = mandate.end.uncertain();
  Rows rows{{say("Code"), say("Milestone"), say("Start by"), say("Finish by")}, {}};
  if (two_ends) {
    rows.columns.push_back(say("if {}", day_or(mandate.end.earliest)));
    rows.columns.push_back(say("if {}", day_or(mandate.end.latest)));
  }
  rows.columns.push_back(say("Margin"));
  for (const LatestDates& m : goal.milestones) {
    const Milestone& milestone = *dossier.find(m.milestone);
    std::vector<std::string> cells{milestone.code, milestone.title, m.started ? say("started") : day_or(m.latest_start),
                                   day_or(m.latest_finish)};
    if (two_ends) {
      cells.push_back(day_or(m.latest_finish_if_earliest));
      cells.push_back(day_or(m.latest_finish_if_latest));
    }
    cells.push_back(m.margin_workdays ? say("{}d", *m.margin_workdays) : "");
    rows.cells.push_back(std::move(cells));
  }
  print_table(io, rows);
}

void print_no_return(Io& io, const GoalOutlook& goal, const Dossier& dossier) {
  if (goal.no_return) {
    const Milestone& m = *dossier.find(goal.no_return->milestone);
    const std::string by = to_iso(goal.no_return->day);
    tell(io, m.kind == MilestoneKind::event
                 ? say("Next point of no return: {} {} must happen by {}.", m.code, m.title, by)
                 : say("Next point of no return: {} {} must begin by {}.", m.code, m.title, by));
  }
  if (goal.no_return_passed) {
    const Milestone& m = *dossier.find(goal.no_return_passed->milestone);
    const std::string by = to_iso(goal.no_return_passed->day);
    tell(io, m.kind == MilestoneKind::event
                 ? say("A point of no return has passed: {} {} should have happened by {}.", m.code, m.title, by)
                 : say("A point of no return has passed: {} {} should have begun by {}.", m.code, m.title, by));
  }
  if (!goal.overrun) return;
  const std::string shortening = shortening_in_words(
      *goal.overrun, [&](Id<Milestone> id) { return dossier.code_of(Kind::milestone, id); }, spoken());
  tell(io,
       say_plural("It would have to come {0} day earlier; {1}.", "It would have to come {0} days earlier; {1}.",
                  goal.overrun->days, shortening.empty() ? say("the estimates leave nothing to give") : shortening));
}

void print_deadlines(Io& io, const View& view) {
  const Dossier& dossier = view.outlook.dossier;
  bool first = true;
  for (const MandateOutlook* mandate : view.mandates) {
    const Mandate& record = *dossier.find(mandate->mandate);
    if (mandate->goals.empty() && view.mandates.size() > 1) continue;
    io.out << (first ? "" : "\n");
    first = false;
    tell(io, painted(io, Colour::strong, end_in_words(record, mandate->end)));
    if (mandate->goals.empty()) tell(io, say("No goal is tied to it."));
    for (const GoalOutlook& goal : mandate->goals) {
      const Milestone& milestone = *dossier.find(goal.milestone);
      tell(io, say("Goal {} {}: {}. {}", milestone.code, milestone.title,
                   painted(io, colour_of(goal.verdict), say(verdict_word(goal.verdict))), goal.reason));
      if (goal.reached || goal.milestones.empty()) continue;
      if (!mandate->end.unknown()) print_latest_dates(io, *mandate, goal, dossier);
      print_no_return(io, goal, dossier);
    }
  }
  if (first) tell(io, say("No mandate has a goal yet: \"accord add FILE goal mandate=M.X milestone=A.1\" sets one."));
  else tell(io, say("Margins are in working days; a negative one is late by so much."));
}

bool fails(const GoalOutlook& goal) {
  return goal.verdict == Verdict::missed || goal.verdict == Verdict::at_risk || goal.verdict == Verdict::out_of_reach ||
         goal.verdict == Verdict::too_early ||
         (goal.margin_days && *goal.margin_days < 0);
}

int run_deadlines(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  std::optional<RecordId> wanted;
  if (arguments.has("mandate")) {
    const auto named = find_record(session->dossier(), arguments.text("mandate"), Kind::mandate);
    if (!named) return fail(io, named.errors());
    wanted = named->record->id;
  }
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  View view{**outlook, {}};
  for (const MandateOutlook& mandate : (*outlook)->mandates.mandates)
    if (!wanted || mandate.mandate == *wanted) view.mandates.push_back(&mandate);

  if (arguments.format() == Format::json) print_json(io, deadlines_json(view));
  else if (arguments.format() == Format::csv) print_as_csv(io, view);
  else print_deadlines(io, view);

  const bool found = std::any_of(view.mandates.begin(), view.mandates.end(), [](const MandateOutlook* m) {
    return std::any_of(m->goals.begin(), m->goals.end(), fails);
  });
  return arguments.has("fail") && found ? exit_code::findings : exit_code::fine;
}

}  // namespace

const Command deadlines_command{
    .name = "deadlines",
    .usage = message("FILE [--mandate M] [--status-date D] [--fail]"),
    .summary =
        message("Count back from the end of each mandate: by when must what be done, and how much room is left."),
    .examples = {{"accord deadlines kz.accord --mandate M.SIMKIC",
                  message("the latest dates for signature within the ambassador's mandate")},
                 {"accord deadlines kz.accord --fail",
                  message("for a nightly job: exit code 1 when a goal will be missed")}},
    .has_format = true,
    .options = options,
    .run = run_deadlines,
};

}  // namespace accord::cli
