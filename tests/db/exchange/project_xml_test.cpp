#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/model/baseline_dates.hpp"
#include "db/exchange/import.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using namespace accord::test;

namespace {

ImportOptions options(const std::string& file = "plan.xml") {
  ImportOptions o;
  o.file = file;
  o.today = parse_day("2026-11-22").value();
  return o;
}

std::string project(const std::string& tasks, const std::string& settings = "<StartDate>2026-01-05T09:00:00</StartDate>") {
  return "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Name>P</Name>" + settings +
         "<MinutesPerDay>480</MinutesPerDay><DefaultStartTime>09:00:00</DefaultStartTime><DefaultFinishTime>17:00:00</DefaultFinishTime><Tasks>" + tasks + "</Tasks></Project>";
}

std::string task(int uid, const std::string& body, int level = 1) {
  return fmt::format("<Task><UID>{0}</UID><ID>{0}</ID><Name>T{0}</Name><OutlineLevel>{2}</OutlineLevel>{1}</Task>", uid, body, level);
}

const Milestone& by_uid(const Dossier& d, const std::string& uid) {
  for (const Milestone& m : d.all<Milestone>())
    if (m.source_id == uid) return m;
  FAIL("no task with UID " << uid);
  throw std::logic_error("unreachable");
}

std::optional<Day> day_of_text(const nlohmann::json& text) {
  if (text.is_null()) return std::nullopt;
  return parse_day(text.get<std::string>().substr(0, 10)).value();
}

}  // namespace

TEST_CASE("durations, lags, constraints and facts of a project file are read") {
  const auto in = import_project_xml(
      project(task(1, "<Duration>PT20H0M0S</Duration><DurationFormat>7</DurationFormat><Deadline>2026-02-02T17:00:00</Deadline>") +
              task(2, "<Duration>PT72H0M0S</Duration><DurationFormat>8</DurationFormat><ConstraintType>4</ConstraintType><ConstraintDate>2026-01-12T17:00:00</ConstraintDate>"
                      "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type><LinkLag>25</LinkLag><LagFormat>19</LagFormat></PredecessorLink>") +
              task(3, "<Duration>PT0H0M0S</Duration><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>-9600</LinkLag><LagFormat>7</LagFormat></PredecessorLink>"
                      "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>0</Type><LinkLag>43200</LinkLag><LagFormat>8</LagFormat></PredecessorLink>") +
              task(4, "<Duration>PT80H0M0S</Duration><PercentComplete>25</PercentComplete><ActualStart>2026-01-06T09:00:00</ActualStart>") +
              task(5, "<Duration>PT8H0M0S</Duration><Active>0</Active>")),
      options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  const Dossier& d = in->dossier;
  CHECK(by_uid(d, "1").duration == Duration{3, DurationUnit::workdays});  // 2.5 days, rounded up
  CHECK(by_uid(d, "1").deadline == parse_day("2026-02-02").value());
  CHECK(by_uid(d, "2").duration == Duration{3, DurationUnit::calendar_days});
  CHECK(by_uid(d, "2").calendar == "every-day");
  CHECK(by_uid(d, "2").constraint == Constraint::start_no_earlier_than);
  CHECK(by_uid(d, "2").constraint_date == parse_day("2026-01-13").value());  // the evening of the 12th is the 13th
  CHECK(by_uid(d, "3").kind == MilestoneKind::event);
  CHECK(d.find_code_as<Link>("T1>T2:SS")->lag == Lag{25, LagUnit::percent});
  CHECK(d.find_code_as<Link>("T2>T3:FS")->lag == Lag{-2, LagUnit::workdays});
  CHECK(d.find_code_as<Link>("T1>T3:FF")->lag == Lag{3, LagUnit::calendar_days});
  CHECK(by_uid(d, "4").percent == 25);
  CHECK(by_uid(d, "4").actual_start->earliest() == parse_day("2026-01-06").value());
  CHECK(by_uid(d, "5").state == MilestoneState::dropped);
  CHECK(d.info().status_date_mode == StatusDateMode::none);
  CHECK(in->start_reason == "as the file says");
  REQUIRE_FALSE(in->peculiarities.empty());
  CHECK(in->peculiarities[0].reason.find("rounded up") != std::string::npos);
}

TEST_CASE("codes are the WBS where every task has a unique one") {
  const std::string a = "<WBS>1.1</WBS><Duration>PT8H0M0S</Duration>", b = "<WBS>1.2</WBS><Duration>PT8H0M0S</Duration>";
  CHECK(import_project_xml(project(task(7, a) + task(8, b)), options())->dossier.find_code("1.2").has_value());
  CHECK(import_project_xml(project(task(7, a) + task(8, a)), options())->dossier.find_code("T8").has_value());
}

TEST_CASE("the outline makes groups, and a link to a group's finish is left out with a remark") {
  const auto in = import_project_xml(project(task(1, "<Summary>1</Summary><Duration>PT16H0M0S</Duration><ConstraintType>2</ConstraintType><ConstraintDate>2026-01-12T09:00:00</ConstraintDate>"
                                                     "<PredecessorLink><PredecessorUID>4</PredecessorUID><Type>0</Type></PredecessorLink>") +
                                             task(2, "<Duration>PT8H0M0S</Duration>", 2) + task(3, "<Duration>PT8H0M0S</Duration>", 2) + task(4, "<Duration>PT8H0M0S</Duration>")),
                                     options());
  REQUIRE(in.ok());
  CHECK(by_uid(in->dossier, "1").kind == MilestoneKind::group);
  CHECK(by_uid(in->dossier, "3").parent == Id<Milestone>{by_uid(in->dossier, "1").id});
  CHECK_FALSE(by_uid(in->dossier, "4").parent);
  CHECK(in->dossier.count(Kind::link) == 0);
  CHECK(codes_of(in->remarks) == std::vector<std::string>{"import.constraint", "import.link"});
}

TEST_CASE("calendars come with their week and every kind of exception that can be dated") {
  const auto weekday = [](int type, int works) { return fmt::format("<WeekDay><DayType>{}</DayType><DayWorking>{}</DayWorking></WeekDay>", type, works); };
  const std::string calendars =
      "<StartDate>2026-01-05T09:00:00</StartDate><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Std</Name><WeekDays>" + weekday(1, 0) + weekday(7, 0) +
      "</WeekDays><Exceptions>"
      "<Exception><TimePeriod><FromDate>2026-05-01T00:00:00</FromDate><ToDate>2026-05-02T23:59:00</ToDate></TimePeriod><Name>May</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>"
      "<Exception><TimePeriod><FromDate>2026-06-01T00:00:00</FromDate><ToDate>2026-06-30T23:59:00</ToDate></TimePeriod><Name>Every other Wednesday</Name><Type>6</Type><Period>2</Period><DaysOfWeek>8</DaysOfWeek><DayWorking>0</DayWorking></Exception>"
      "<Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2028-12-31T23:59:00</ToDate></TimePeriod><Name>Yearly</Name><Type>2</Type><Month>11</Month><MonthDay>24</MonthDay><DayWorking>0</DayWorking></Exception>"
      "</Exceptions></Calendar><Calendar><UID>2</UID><Name>All</Name><WeekDays>" + weekday(1, 1) + weekday(7, 1) + "</WeekDays></Calendar></Calendars>";
  const auto in = import_project_xml(project(task(1, "<Duration>PT8H0M0S</Duration>") + task(2, "<Duration>PT8H0M0S</Duration><CalendarUID>2</CalendarUID>"), calendars), options());
  REQUIRE(in.ok());
  const Calendar* std_calendar = in->dossier.find_code_as<Calendar>("Std");
  REQUIRE(std_calendar != nullptr);
  CHECK(std_calendar->week == "Mon Tue Wed Thu Fri");
  std::vector<std::string> days;
  for (const CalendarExceptionRecord& x : in->dossier.all<CalendarExceptionRecord>()) days.push_back(to_iso(*x.first));
  CHECK(days == std::vector<std::string>{"2026-05-01", "2026-06-03", "2026-06-17", "2026-12-24", "2027-12-24", "2028-12-24"});
  CHECK(by_uid(in->dossier, "2").calendar == "every-day");
}

TEST_CASE("files that are not plans are refused, each in its own words") {
  const auto code = [](const std::string& text) {
    const auto in = import_project_xml(text, options());
    return in ? std::string("taken") : in.errors()[0].code;
  };
  CHECK(code("<Project><Tasks>") == "import.xml");
  CHECK(code("<html></html>") == "import.not_project");
  CHECK(code("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Project><Tasks/></Project>") == "import.xml_entities");
  CHECK(code("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><Project><Tasks>&b;</Tasks></Project>") == "import.xml_entities");
  CHECK(code("<Project><Tasks><Task><Name>\xE9</Name></Task></Tasks></Project>") == "import.encoding");
  CHECK(code(std::string(200000, '<')) == "import.xml");
  const auto in = import_project_xml("<Project>\n<Tasks></Task>\n</Project>", options());
  CHECK(in.errors()[0].place.line == 2);
}

TEST_CASE("every real plan imports with the dates that were stored in it") {
  const auto folder = shared("oracles/msproject");
  if (folder.empty()) return;
  int compared = 0;
  for (const auto& path : files_in(folder / "xml", ".xml")) {
    CAPTURE(path.filename().string());
    const auto in = import_project_xml(read_file(path), options(path.filename().string()));
    REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
    const auto expected = nlohmann::json::parse(read_file(folder / "json" / path.filename().replace_extension(".json")));
    std::map<std::string, BaselineDates> stored;
    if (const Baseline* baseline = in->dossier.find_code_as<Baseline>("IMPORTED"))
      for (const BaselineDates& d : parse_baseline(baseline->dates).value()) stored[in->dossier.find(d.milestone)->source_id] = d;
    for (const auto& t : expected["tasks"]) {
      if (t["id"] == 0) continue;
      const std::string uid = std::to_string(t["uid"].get<int>());
      CAPTURE(uid);
      REQUIRE(stored.count(uid) == 1);
      CHECK(stored[uid].finish == day_of_text(t["finish"]));
      if (by_uid(in->dossier, uid).kind != MilestoneKind::event) CHECK(stored[uid].start == day_of_text(t["start"]));
      ++compared;
    }
  }
  CHECK(compared > 300);
}

TEST_CASE("what Accord computes differently from a real plan is listed, each with its reason") {
  const auto folder = shared("oracles/msproject");
  if (folder.empty()) return;
  // Plans whose days can be reproduced from links, calendars and facts alone: no hours within a day, splits or moves by hand.
  const std::set<std::string> reproduced{"ActualTaskProperties_mpp", "Blank2010_mpp", "CalculateCriticalPath_mpp", "ConstraintAsLateAsPossible_mpp", "ConstraintMustStartOn_mpp", "ReadWorkWeeksInformation_mpp",
                                         "Residential_Construction_mpp", "TestRecurringTask2016_mpp", "mpp14baseline_mpp", "mpp14timephasedsegmentsmanual_mpp", "project_RetrieveExceptions_test_mpp", "task-links-project2019-mpp14_mpp"};
  for (const auto& path : files_in(folder / "xml", ".xml")) {
    const std::string name = path.stem().string();
    CAPTURE(name);
    const auto in = import_project_xml(read_file(path), options(name));
    REQUIRE(in.ok());
    ScheduleOptions now;
    now.today = parse_day("2026-11-22").value();
    const auto plan = schedule(in->dossier, now);
    REQUIRE_MESSAGE(plan.ok(), to_text(plan.ok() ? Diagnostic{} : plan.errors()[0]));
    const auto differences = compare_with_import(in->dossier, *plan, in->peculiarities);
    if (reproduced.count(name) > 0) CHECK_MESSAGE(differences.empty(), differences.front().reason);
    for (const DateDifference& d : differences) {
      const std::string code = in->dossier.find(d.milestone)->code;
      CHECK_MESSAGE(d.reason.starts_with(code + " differs because "), d.reason);
      CHECK(d.reason.size() > code.size() + 25);
    }
  }
}

TEST_CASE("a recurring exception with an absurd period happens once") {
  const std::string calendars =
      "<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Std</Name><Exceptions><Exception><Name>Rare</Name><Type>2</Type><Period>1999999999</Period><MonthDay>6</MonthDay><Month>0</Month>"
      "<TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2190-12-31T00:00:00</ToDate></TimePeriod></Exception></Exceptions></Calendar></Calendars>";
  const auto in = import_project_xml(project(task(1, "<Duration>PT8H0M0S</Duration>"), calendars), options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  REQUIRE(in->dossier.count(Kind::calendar_exception) == 1);
  CHECK(in->dossier.all<CalendarExceptionRecord>()[0].first == parse_day("2026-01-06").value());
}

TEST_CASE("a plan with values that no dossier can hold is refused with every record and field") {
  const std::string clock_only = "<CriticalSlackLimit>1999999999</CriticalSlackLimit><StartDate>2026-01-05T09:00:00</StartDate>";
  const auto in = import_project_xml(
      project(task(1, "<Duration>PT8H0M0S</Duration><Deadline>1900-01-01T09:00:00</Deadline>") +
                  task(2, "<Duration>PT8H0M0S</Duration><Notes>bad &#xD800; text</Notes><ConstraintType>4</ConstraintType><ConstraintDate>2199-12-31T17:00:00</ConstraintDate>"
                          "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>1999999999</LinkLag><LagFormat>19</LagFormat></PredecessorLink>"),
              clock_only),
      options());
  REQUIRE_FALSE(in.ok());
  std::set<std::pair<std::string, std::string>> places;
  for (const Diagnostic& d : in.errors()) {
    CHECK(d.place.file == "plan.xml");
    places.insert({d.place.record, d.place.field});
  }
  for (const auto& [record, field] : {std::pair{"DOSSIER", "critical_threshold"}, {"T1", "deadline"}, {"T2", "notes"}, {"T2", "constraint_date"}, {"T1>T2:FS", "lag"}}) {
    CAPTURE(record);
    CAPTURE(field);
    CHECK(places.count({record, field}) == 1);
  }
}

TEST_CASE("tasks inside tasks and plans without a task are refused, not read as empty plans") {
  const struct {
    const char* tasks;
    const char* code;
  } rows[] = {{"<Task><UID>1</UID><Name>Group</Name><Tasks><Task><UID>2</UID></Task></Tasks></Task>", "import.nested_tasks"},
              {"<Task><UID>1</UID><Task><UID>2</UID></Task></Task>", "import.nested_tasks"},
              {"<Group><Task><UID>1</UID></Task></Group>", "import.no_tasks"},
              {"", "import.no_tasks"}};
  for (const auto& row : rows) {
    CAPTURE(row.tasks);
    const auto in = import_project_xml(std::string("<Project><Tasks>") + row.tasks + "</Tasks></Project>", options());
    REQUIRE_FALSE(in.ok());
    CHECK(in.errors()[0].code == row.code);
  }
}

TEST_CASE("what a careless plan holds is taken as far as it can be, each with a remark") {
  const auto task = [](const char* inner) { return fmt::format("<Task>{}<Duration>PT8H0M0S</Duration></Task>", inner); };
  const struct {
    std::string tasks;
    std::size_t milestones, links;
    std::vector<std::string> remarks;
  } rows[] = {
      {task("<UID>1</UID>") + task("<UID>1</UID>"), 2, 0, {"import.uid"}},
      {task("<Name>A</Name>"), 1, 0, {"import.uid"}},
      {task("<UID>1</UID><PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>"), 1, 0, {"import.link"}},
      {task("<UID>1</UID>") + task("<UID>2</UID><PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>1900000000</LinkLag></PredecessorLink>"), 2, 1, {"import.lag"}},
      {task("<UID>1</UID>") + task("<UID>2</UID><PredecessorLink><PredecessorUID>1</PredecessorUID><LinkLag>9000000000</LinkLag></PredecessorLink>"), 2, 1, {"import.lag"}},
      {task("<UID>1</UID><ActualStart>2026-05-10T08:00:00</ActualStart><ActualFinish>2026-05-01T17:00:00</ActualFinish>"), 1, 0, {"import.fact_order"}},
      {task("<UID>1</UID><OutlineLevel>9</OutlineLevel>") + task("<UID>2</UID><OutlineLevel>2</OutlineLevel>"), 2, 0, {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.tasks);
    const auto in = import_project_xml("<Project><StartDate>2026-03-02T08:00:00</StartDate><Tasks>" + row.tasks + "</Tasks></Project>", options());
    REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
    CHECK(in->dossier.count(Kind::milestone) == row.milestones);
    CHECK(in->dossier.count(Kind::link) == row.links);
    CHECK(codes_of(in->remarks) == row.remarks);
  }
}
