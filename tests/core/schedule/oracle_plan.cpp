#include "tests/core/schedule/oracle_plan.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/schedule/network.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/oracles.hpp"

namespace accord::test {
namespace {

using Json = nlohmann::json;

constexpr std::string_view closed_days[] = {"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-01",
                                            "2026-05-14", "2026-05-25", "2026-07-21", "2026-11-02", "2026-12-24",
                                            "2026-12-25", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"};

std::optional<Moment> moment(const Json& value) {
  if (value.is_null()) return std::nullopt;
  const std::string text = value.get<std::string>();
  return Moment{day(text.substr(0, 10)), std::stoi(text.substr(11, 2)) > 12};
}

double in_days(const Json& value) {
  if (value.is_null()) return 0;
  const std::string unit = value.at("u");
  const double n = value.at("v");
  return unit == "h" ? n / 8 : unit == "w" ? 5 * n : n;
}

Lag lag_of(const Json& value) {
  const int count = static_cast<int>(std::lround(value.at("v").get<double>()));
  const std::string unit = value.at("u");
  if (unit == "ed") return {count, LagUnit::calendar_days};
  if (unit == "%") return {count, LagUnit::percent};
  return {static_cast<int>(std::lround(in_days(value))), LagUnit::workdays};
}

Constraint constraint_of(const std::string& name) {
  static const std::map<std::string, Constraint> names{{"AS_SOON_AS_POSSIBLE", Constraint::as_soon_as_possible},
                                                       {"AS_LATE_AS_POSSIBLE", Constraint::as_late_as_possible},
                                                       {"START_NO_EARLIER_THAN", Constraint::start_no_earlier_than},
                                                       {"START_NO_LATER_THAN", Constraint::start_no_later_than},
                                                       {"FINISH_NO_EARLIER_THAN", Constraint::finish_no_earlier_than},
                                                       {"FINISH_NO_LATER_THAN", Constraint::finish_no_later_than},
                                                       {"MUST_START_ON", Constraint::must_start_on},
                                                       {"MUST_FINISH_ON", Constraint::must_finish_on}};
  return names.at(name);
}

std::string task_code(const Json& uid) { return "T" + std::to_string(uid.get<int>()); }

void add_task(PlanBuilder& plan, const Json& task, const OracleOptions& options) {
  const auto edit = [&](Milestone& m) {
    m.constraint = constraint_of(task.at("constraint"));
    if (const auto at = moment(task.at("constraintDate"))) m.constraint_date = at->day;
    if (const auto at = moment(task.at("deadline")); at && options.deadlines) m.deadline = at->day;
    if (!task.at("calendar").is_null()) m.calendar = task.at("calendar");
    if (const auto at = moment(task.at("actualStart"))) m.actual_start = FuzzyDate(at->day);
    if (const auto at = moment(task.at("actualFinish"))) m.actual_finish = FuzzyDate(at->day);
    if (m.actual_start && !m.actual_finish && !task.at("pct").is_null()) m.percent = task.at("pct").get<double>();
  };
  const int days = static_cast<int>(std::lround(in_days(task.at("duration"))));
  plan.stage(task_code(task.at("uid")), std::to_string(days) + "d", edit);
}

void add_calendars(PlanBuilder& plan) {
  const auto standard =
      plan.add<Calendar>("Standard", [](Calendar& c) { c.title = "Standard", c.week = "Mon Tue Wed Thu Fri"; });
  const auto sun_thu =
      plan.add<Calendar>("SunThu", [](Calendar& c) { c.title = "SunThu", c.week = "Sun Mon Tue Wed Thu"; });
  const auto close = [&](const std::string& code, Id<Calendar> calendar, std::string_view closed) {
    plan.add<CalendarExceptionRecord>(
        code, [&](CalendarExceptionRecord& e) { e.calendar = calendar, e.first = e.last = day(closed); });
  };
  for (const std::string_view closed : closed_days) close("X" + std::string(closed), standard, closed);
  for (const std::string_view closed : std::span(closed_days).first(3))
    close("Y" + std::string(closed), sun_thu, closed);
  plan.add<Calendar>("SevenDay", [](Calendar& c) { c.title = "SevenDay", c.base = "every-day"; });
  plan.info([](DossierInfo& info) { info.calendar = "Standard"; });
}

void add_links(PlanBuilder& plan, const Json& task) {
  for (const Json& link : task.at("preds")) {
    const std::string from = task_code(link.at("uid")), to = task_code(task.at("uid")), type = link.at("type");
    plan.add<Link>(from + ">" + to + ":" + type, [&](Link& l) {
      l.predecessor = plan.id(from);
      l.successor = plan.id(to);
      l.type = type == "FS"   ? LinkType::finish_start
               : type == "SS" ? LinkType::start_start
               : type == "FF" ? LinkType::finish_finish
                              : LinkType::start_finish;
      l.lag = lag_of(link.at("lag"));
    });
  }
}

}  // namespace

OraclePlan read_oracle(const std::filesystem::path& path, const OracleOptions& options) {
  const Json file = Json::parse(read_file(path));
  PlanBuilder plan(file.at("projectStart").get<std::string>().substr(0, 10));
  add_calendars(plan);
  if (options.status_date && !file.at("statusDate").is_null())
    plan.status(file.at("statusDate").get<std::string>().substr(0, 10));
  OraclePlan out;
  for (const Json& task : file.at("tasks")) {
    if (task.at("summary")) continue;
    add_task(plan, task, options);
    out.tasks.push_back({task_code(task.at("uid")), moment(task.at("earlyStart")), moment(task.at("earlyFinish")),
                         moment(task.at("lateStart")), moment(task.at("lateFinish")),
                         static_cast<int>(in_days(task.at("totalSlack"))),
                         static_cast<int>(in_days(task.at("freeSlack")))});
  }
  for (const Json& task : file.at("tasks")) add_links(plan, task);
  out.dossier = plan.build();
  return out;
}

std::vector<Difference> differences(const OraclePlan& oracle, bool microsoft_dates) {
  const ScheduleOptions options{.today = day("2026-01-01"), .microsoft_dates = microsoft_dates};
  const Schedule plan = schedule(oracle.dossier, options).value();
  const Network network = compile(oracle.dossier, options).value();
  Early early(network);
  Late late(network);
  Holds holds(network);
  std::vector<Tick> limits(network.tracks.size());
  forward(network, network.durations, early);
  end_limits(network, early, limits);
  backward(network, network.durations, early, limits, late);
  delay_alap(network, network.durations, late, early, holds);

  std::vector<Difference> out;
  for (const ExpectedTask& task : oracle.tasks) {
    const Milestone& m = *oracle.dossier.find_code_as<Milestone>(task.code);
    const auto node = static_cast<std::size_t>(network.node[*oracle.dossier.all<Milestone>().index_of(m.id)]);
    const Workdays& days = network.workdays[static_cast<std::size_t>(network.nodes[node].calendar)];
    const auto check = [&](std::string_view what, int expected, int found) {
      if (expected != found) out.push_back({task.code, std::string(what), expected, found});
    };
    const auto compare = [&](std::string_view what, const std::optional<Moment>& expected, Tick found) {
      if (expected) check(what, days.until(expected->tick()), days.until(found));
    };
    compare("early start", task.early_start, early.start[node]);
    compare("early finish", task.early_finish, early.finish[node]);
    compare("late start", task.late_start, late.start[node]);
    compare("late finish", task.late_finish, late.finish[node]);
    const ScheduledMilestone& s = *plan.find(Id<Milestone>(m.id));
    if (s.total_float) check("total float", task.total_float, *s.total_float);
    if (s.free_float) check("free float", task.free_float, *s.free_float);
  }
  return out;
}

}  // namespace accord::test
