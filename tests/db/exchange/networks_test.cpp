// The small networks, read from Microsoft Project's XML, against another engine's dates.
#include <map>
#include <set>
#include <span>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/base/text.hpp"
#include "core/schedule/calendars.hpp"
#include "core/schedule/schedule.hpp"
#include "db/exchange/import.hpp"
#include "tests/core/schedule/oracle_differences.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// One value of one task that differs, as oracle_differences.hpp names it.
using Value = std::tuple<std::string, std::string, std::string>;

void add_named(std::span<const NamedDifferences> differences, std::set<Value>& to) {
  for (const NamedDifferences& d : differences)
    if (d.what != "early start" && d.what != "late start")
      for (const std::string& task : split(d.tasks, ' ')) to.insert({std::string(d.file), task, std::string(d.what)});
}

double in_days(const nlohmann::json& length) { return length["u"] == "h" ? length["v"].get<double>() / 8 : length["v"].get<double>(); }

struct Moment {
  Day day;
  bool evening;
};

std::optional<Moment> moment_of(const nlohmann::json& text) {
  if (text.is_null()) return std::nullopt;
  const std::string s = text;
  return Moment{parse_day(s.substr(0, 10)).value(), s.substr(11, 2) == "17"};
}

// 17:00 and the next working morning are one moment: compared as working days behind it.
int moments(const WorkCalendar& c, const Moment& m) { return c.workdays_until(m.evening ? evening(m.day) : morning(m.day)); }

}  // namespace

TEST_CASE("networks imported from XML get the dates and floats of an independent engine, but for the values that are named") {
  const auto folder = shared("oracles/networks");
  if (folder.empty()) return;
  int tasks = 0;
  std::set<Value> missing;
  add_named(p6_differences, missing);
  add_named(p6_deadline_differences, missing);
  for (const auto& path : files_in(folder / "xml", ".xml")) {
    const std::string name = path.stem().string();
    CAPTURE(name);
    const auto in = import_project_xml(read_file(path), {.file = name, .today = parse_day("2026-11-22").value(), .start = {}, .holidays = {}, .names = {}, .skip_bad = false});
    REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
    ScheduleOptions options;
    options.today = parse_day("2026-11-22").value();
    const auto result = schedule(in->dossier, options);
    REQUIRE_MESSAGE(result.ok(), to_text(result.ok() ? Diagnostic{} : result.errors()[0]));
    CalendarSet calendars(in->dossier);
    std::map<std::string, const ScheduledMilestone*> by_source;
    for (const ScheduledMilestone& s : result->milestones) by_source[in->dossier.find(s.milestone)->source_id] = &s;
    const auto expected = nlohmann::json::parse(read_file(folder / "p6" / (name + ".json")));
    for (const auto& t : expected["tasks"]) {
      if (t["summary"]) continue;
      const std::string uid = std::to_string(t["uid"].get<int>());
      REQUIRE(by_source.count(uid) == 1);
      const ScheduledMilestone& s = *by_source[uid];
      const Milestone& m = *in->dossier.find(s.milestone);
      const auto calendar = calendars.calendar_for(m);
      REQUIRE(calendar.ok());
      ++tasks;
      const auto check = [&](const std::string& what, int theirs, int ours) {
        if (theirs != ours) CHECK_MESSAGE(missing.erase({name, "T" + uid, what}) == 1, name, " T", uid, " ", what, ": expected ", theirs, ", found ", ours);
      };
      const auto compare = [&](const std::string& what, const std::optional<Moment>& theirs, const std::optional<Day>& day) {
        if (!theirs || !day) return;
        // An event may happen on a morning as well as on an evening, and shows the day only.
        const int wanted = moments(**calendar, *theirs), found = moments(**calendar, {*day, true});
        const bool is_event = m.kind == MilestoneKind::event;
        check(what, wanted, is_event && wanted == moments(**calendar, {*day, false}) ? wanted : found);
      };
      compare("early finish", moment_of(t["earlyFinish"]), s.early_finish);
      compare("late finish", moment_of(t["lateFinish"]), s.late_finish);
      if (s.total_float) check("total float", static_cast<int>(in_days(t["totalSlack"])), *s.total_float);
      if (s.free_float) check("free float", static_cast<int>(in_days(t["freeSlack"])), *s.free_float);
    }
  }
  CHECK(tasks > 400);
  for (const auto& [file, task, what] : missing) FAIL_CHECK(file, " ", task, " ", what, " no longer differs: take it off the list");
}
