#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/schedule_words.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("status-date", po::value<std::string>()->value_name("D"),
                    "what is known now about the time up to this day; facts after it are left aside");
}

std::string day_or_dash(const std::optional<Day>& day) { return day ? to_iso(*day) : "–"; }

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
  if (for_people) rows.columns = {"Code", "Title", "Start", "Finish", "Latest finish", "Room", "State"};
  else
    rows.columns = {"code",         "title",      "track",       "kind",        "early_start",
                    "early_finish", "late_start", "late_finish", "total_float", "free_float",
                    "critical",     "percent",    "driver",      "driver_code"};
  for (const ScheduledMilestone& s : outlook.plan.milestones) {
    const Milestone& m = *outlook.dossier.find(s.milestone);
    if (for_people) {
      rows.cells.push_back({m.code, m.title, day_or_dash(s.early_start), day_or_dash(s.early_finish),
                            s.finished ? "" : day_or_dash(s.late_finish),
                            s.total_float ? fmt::format("{}d", *s.total_float) : "", state_word(s)});
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

void print_schedule(Io& io, const Outlook& outlook) {
  if (outlook.plan.milestones.empty()) {
    say(io, "There are no milestones yet: \"accord add FILE milestone title=…\" adds one.");
    return;
  }
  print_table(io, schedule_rows(outlook, true));
  io.out << '\n';
  std::string path;
  for (const Id<Milestone> id : outlook.plan.critical_path)
    path += (path.empty() ? "" : " → ") + outlook.dossier.code_of(Kind::milestone, id);
  if (!path.empty())
    say(io, fmt::format("What decides the end of the plan, {}: {}", to_iso(outlook.plan.finish), path));
  say(io, outlook.plan.status_date
              ? fmt::format("As things are known up to {}. Room is in working days; 0d is critical.",
                            to_iso(*outlook.plan.status_date))
              : std::string("The plan has not begun: no status date. Room is in working days; 0d is critical."));
  for (const Diagnostic& warning : outlook.plan.warnings) print(io, warning);
}

int run_schedule(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  if (arguments.format() == Format::json) print_json(io, schedule_json(**outlook));
  else if (arguments.format() == Format::csv) print_csv(io, schedule_rows(**outlook, false));
  else print_schedule(io, **outlook);
  return exit_code::fine;
}

}  // namespace

const Command schedule_command{
    .name = "schedule",
    .usage = "FILE [--status-date D]",
    .summary = "Compute all dates: earliest, latest, the room between them, what decides the end.",
    .details =
        "Nothing is written: dates are computed from the links, estimates, calendars and facts each time. Warnings go "
        "to the error stream.",
    .examples = {{"accord schedule kz.accord", "every milestone with its dates"},
                 {"accord schedule kz.accord --status-date 2026-03-31 --format json",
                  "the plan as it follows from what had happened by then, for another program"}},
    .has_format = true,
    .options = options,
    .run = run_schedule,
};

}  // namespace accord::cli
