#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/kinds.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/schedule_words.hpp"
#include "app/session/milestone_words.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/edit/entry_text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("status-date", po::value<std::string>()->value_name("D"),
                    say("what is known now about the time up to this day; facts after it are left aside").c_str())(
      "scenario", po::value<std::string>()->value_name("S"),
      say("with the changes of this scenario: its name or its code").c_str())(
      "towards", po::value<std::string>()->value_name(say("CODE")),
      say("count latest dates and room towards this milestone, goal or mandate, not towards the end of the plan")
          .c_str());
}

// What --towards names: the milestone, and the day by which it is wanted.
struct Target {
  const Milestone* milestone = nullptr;
  std::optional<Day> by;  // absent: its own forecast
};

Result<Target> target_of_goal(const Outlook& outlook, const Goal& goal) {
  const MandateOutlook& mandate = *outlook.mandates.find(goal.mandate);
  if (!mandate.end.expected)
    return Diagnostic{.code = "mandate.end_unknown",
                      .message = say("It is not known when {} ends, so no room can be counted towards it.",
                                     outlook.dossier.code_of(Kind::mandate, goal.mandate)),
                      .advice = say("enter its end, or name the milestone itself")};
  return Target{outlook.dossier.find(goal.milestone), mandate.end.expected};
}

Result<Target> target_of_mandate(const Outlook& outlook, const Mandate& mandate) {
  std::string codes;
  const Goal* only = nullptr;
  for (const Goal& goal : outlook.dossier.all<Goal>()) {
    if (goal.mandate != mandate.id) continue;
    only = codes.empty() ? &goal : nullptr;
    codes += (codes.empty() ? "" : ", ") + goal.code;
  }
  if (only) return target_of_goal(outlook, *only);
  if (codes.empty())
    return Diagnostic{.code = "mandate.no_goal",
                      .message = say("No goal is tied to {}.", mandate.code),
                      .advice = say("name a milestone, or tie a goal to the mandate first")};
  return Diagnostic{.code = "mandate.several_goals",
                    .message = say("{} has several goals.", mandate.code),
                    .expected = say("one of {}", codes)};
}

Result<Target> find_target(const Outlook& outlook, const std::string& code) {
  const auto named = find_record(outlook.dossier, code);
  if (!named) return named.errors();
  if (named->kind == Kind::mandate) return target_of_mandate(outlook, static_cast<const Mandate&>(*named->record));
  if (named->kind == Kind::goal) return target_of_goal(outlook, static_cast<const Goal&>(*named->record));
  if (named->kind != Kind::milestone)
    return Diagnostic{.code = "usage.value",
                      .message = say("{} has no date that a plan could lead to.", named->record->code),
                      .expected = say("the code of a milestone, a goal or a mandate")};
  const auto& milestone = static_cast<const Milestone&>(*named->record);
  return Target{&milestone, milestone.deadline};
}

// The same plan with latest dates and room towards one target.
Result<OutlookPtr> turned_towards(const OutlookPtr& outlook, const Target& target) {
  auto turned = std::make_shared<Outlook>(*outlook);
  turned->options.towards = Id<Milestone>{target.milestone->id};
  turned->options.limit = target.by;
  auto plan = schedule(turned->dossier, turned->options);
  if (!plan) return plan.errors();
  turned->plan = std::move(plan).value();
  return OutlookPtr(std::move(turned));
}

std::string day_or_dash(const std::optional<Day>& day) { return day ? to_iso(*day) : "–"; }

// A fact is shown as it was written down: "2025-04".
std::string fact_or_day(const std::optional<FuzzyDate>& fact, bool happened, const std::optional<Day>& day) {
  return happened && fact && !fact->is_exact() ? as_noted(*fact, spoken()) : day_or_dash(day);
}

Json schedule_json(const Outlook& outlook) {
  const Schedule& plan = outlook.plan;
  Json milestones = Json::array(), path = Json::array(), warnings = Json::array();
  for (const ScheduledMilestone& s : plan.milestones) milestones.push_back(scheduled_json(s, outlook.plan, outlook.dossier));
  for (const Id<Milestone> id : plan.critical_path) path.push_back(outlook.dossier.code_of(Kind::milestone, id));
  for (const Diagnostic& w : plan.warnings)
    warnings.push_back({{"code", w.code}, {"milestone", json_text(w.place.record)}, {"message", w.message}});
  return {{"schema", "accord.schedule/1"},       {"status_date", json_day(plan.status_date)},
          {"start", to_iso(plan.start)},         {"finish", to_iso(plan.finish)},
          {"milestones", std::move(milestones)}, {"critical_path", std::move(path)},
          {"warnings", std::move(warnings)}};
}

Rows schedule_rows(const Outlook& outlook, bool for_people) {
  Rows rows;
  if (for_people)
    rows.columns = {say("Code"),          say("Title"), say("Start"), say("Finish"),
                    say("Latest finish"), say("Room"),  say("State")};
  else
    rows.columns = {"code",         "title",      "track",       "kind",        "early_start",
                    "early_finish", "late_start", "late_finish", "total_float", "free_float",
                    "critical",     "percent",    "driver",      "driver_code"};
  for (const ScheduledMilestone& s : outlook.plan.milestones) {
    const Milestone& m = *outlook.dossier.find(s.milestone);
    if (for_people) {
      rows.cells.push_back(
          {m.code, m.title, fact_or_day(m.actual_start ? m.actual_start : m.actual_finish, s.started, s.early_start),
           fact_or_day(m.actual_finish, s.finished, s.early_finish), s.finished ? "" : day_or_dash(s.late_finish),
           s.total_float ? say("{}d", *s.total_float) : "", state_word(s)});
      continue;
    }
    std::vector<std::string> cells;
    const Json json = scheduled_json(s, outlook.plan, outlook.dossier);
    for (const auto& [key, value] : json.items()) {
      if (key == "source_id") continue;
      if (key == "driver") {
        cells.push_back(value["kind"]);
        cells.push_back(value["code"].is_null() ? "" : value["code"].get<std::string>());
      } else {
        cells.push_back(value.is_null()      ? ""
                        : value.is_boolean() ? (value.get<bool>() ? "yes" : "no")
                        : value.is_string()  ? value.get<std::string>()
                                             : value.dump());
      }
    }
    rows.cells.push_back(std::move(cells));
  }
  return rows;
}

std::string meaning_of_room(const Outlook& outlook) {
  if (!outlook.options.towards) return say("Room is in working days; 0d is critical.");
  const Milestone& target = *outlook.dossier.find(*outlook.options.towards);
  if (outlook.options.limit)
    return say(
        "Latest finish and room are counted towards {} by {} at the latest, room in working days. A milestone without "
        "them does not lead there.",
        target.code, to_iso(*outlook.options.limit));
  return say(
      "Latest finish and room are counted towards {} by its forecast {}, room in working days. A milestone without "
      "them does not lead there.",
      target.code, day_or_dash(outlook.date_of(Id<Milestone>{target.id})));
}

void print_schedule(Io& io, const Outlook& outlook) {
  if (outlook.plan.milestones.empty()) {
    tell(io, say("There are no milestones yet: \"accord add FILE milestone title=…\" adds one."));
    return;
  }
  print_table(io, schedule_rows(outlook, true));
  io.out << '\n';
  std::string path;
  for (const Id<Milestone> id : outlook.plan.critical_path)
    path += (path.empty() ? "" : " → ") + outlook.dossier.code_of(Kind::milestone, id);
  if (!path.empty()) tell(io, say("What decides the end of the plan, {}: {}", to_iso(outlook.plan.finish), path));
  const std::string known = outlook.plan.status_date
                                ? say("As things are known up to {}.", to_iso(*outlook.plan.status_date))
                                : say("The plan has not begun: no status date.");
  tell(io, known + " " + meaning_of_room(outlook));
  for (const Diagnostic& warning : outlook.plan.warnings) print(io, warning);
}

int run_schedule(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  if (arguments.has("towards")) {
    const auto target = find_target(**outlook, arguments.text("towards"));
    if (!target) return fail(io, target.errors());
    outlook = turned_towards(*outlook, *target);
    if (!outlook) return fail(io, outlook.errors());
  }
  if (arguments.format() == Format::json) print_json(io, schedule_json(**outlook));
  else if (arguments.format() == Format::csv) print_csv(io, schedule_rows(**outlook, false));
  else print_schedule(io, **outlook);
  return exit_code::fine;
}

}  // namespace

const Command schedule_command{
    .name = "schedule",
    .usage = message("FILE [--status-date D] [--scenario S] [--towards CODE]"),
    .summary = message("Compute all dates: earliest, latest, the room between them, what decides the end."),
    .details = message(
        "Nothing is written: dates are computed from the links, estimates, calendars and facts each time. Warnings go "
        "to the error stream."),
    .examples = {{"accord schedule kz.accord", message("every milestone with its dates")},
                 {"accord schedule kz.accord --towards M.SIMKIC",
                  message("how much room each milestone has if the ambassador's goal is to be met")},
                 {"accord schedule kz.accord --status-date 2026-03-31 --format json",
                  message("the plan as it follows from what had happened by then, for another program")}},
    .has_format = true,
    .options = options,
    .run = run_schedule,
};

}  // namespace accord::cli
