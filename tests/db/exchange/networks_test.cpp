// The small networks, read from Microsoft Project's XML, against another engine's dates.
#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/schedule/calendars.hpp"
#include "core/schedule/schedule.hpp"
#include "db/exchange/import.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// Where Accord differs on purpose (scheduling.md, "Where Accord differs"): by the name of the feature set.
const std::map<std::string, std::string> reasons{
    {"mfo", "(a) must … on never breaks logic"}, {"mso", "(a) must … on never breaks logic"},   {"percent", "(b) a per-cent lag is a share, not minutes"},
    {"progress", "(c) remaining work runs after the status date"}, {"deadline", "(d) deadlines cap late dates"}, {"deadlinemile", "(d) deadlines cap late dates"},
    {"mixed", "(d) deadlines cap late dates"},
};

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

TEST_CASE("networks imported from XML get the early and late dates of an independent engine") {
  const auto folder = shared("oracles/networks");
  if (folder.empty()) return;
  int tasks = 0;
  std::set<std::string> differing;
  for (const auto& path : files_in(folder / "xml", ".xml")) {
    const std::string name = path.stem().string(), feature = name.substr(0, name.rfind('_'));
    CAPTURE(name);
    const auto in = import_project_xml(read_file(path), {.file = name, .today = parse_day("2026-11-22").value(), .start = {}, .holidays = {}, .names = {}, .skip_bad = false});
    REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
    ScheduleOptions options;
    options.today = parse_day("2026-11-22").value();
    const auto result = schedule(in->dossier, options);
    REQUIRE_MESSAGE(result.ok(), to_text(result.ok() ? Diagnostic{} : result.errors()[0]));
    const auto expected = nlohmann::json::parse(read_file(folder / "p6" / (name + ".json")));
    for (const auto& t : expected["tasks"]) {
      if (t["summary"]) continue;
      const std::string uid = std::to_string(t["uid"].get<int>());
      for (const ScheduledMilestone& s : result->milestones) {
        const Milestone& m = *in->dossier.find(s.milestone);
        if (m.source_id != uid) continue;
        ++tasks;
        CalendarSet calendars(in->dossier);
        const auto calendar = calendars.calendar_for(m);
        REQUIRE(calendar.ok());
        const auto finish = moment_of(t["earlyFinish"]), late = moment_of(t["lateFinish"]);
        const bool event = m.kind == MilestoneKind::event;
        const auto ours = [&](Day day, const Moment& theirs) { return event && !theirs.evening ? Moment{day, false} : Moment{day, true}; };
        const bool same = moments(**calendar, ours(*s.early_finish, *finish)) == moments(**calendar, *finish) &&
                          (!late || moments(**calendar, ours(*s.late_finish, *late)) == moments(**calendar, *late));
        if (same) continue;
        differing.insert(name);
        CHECK_MESSAGE(reasons.count(feature) == 1, fmt::format("{} task {}: early {} against {}, late {} against {}", name, uid, to_iso(*s.early_finish), t["earlyFinish"].dump(), s.late_finish ? to_iso(*s.late_finish) : "-", t["lateFinish"].dump()));
      }
    }
  }
  CHECK(tasks > 400);
  for (const std::string& name : differing) MESSAGE(name, " differs: ", reasons.count(name.substr(0, name.rfind('_'))) ? reasons.at(name.substr(0, name.rfind('_'))) : "unexplained");
}
