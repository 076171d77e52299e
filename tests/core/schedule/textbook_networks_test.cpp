// Networks with answers printed in books and problem libraries, and those that other programs were measured with.
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/text.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using namespace accord::test;

namespace {

using Json = nlohmann::json;
const Day origin = day("2026-01-01");

PlanBuilder every_day_plan() {
  PlanBuilder p(to_iso(origin));
  p.info([](DossierInfo& info) { info.calendar = "every-day"; });
  return p;
}

// The day on which the n-th unit of time begins, and that on which it is over.
std::string from(int start, int finish) {
  return to_iso(origin + date::days{start}) + " " + to_iso(origin + date::days{finish - 1});
}

// Job numbers to successors, durations and the length without resource limits.
struct Psplib {
  int length = 0;
  std::map<int, std::vector<int>> successors;
  std::map<int, int> durations;
};

Psplib read_psplib(const std::string& text) {
  Psplib out;
  std::istringstream lines(text);
  std::string section;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::vector<int> numbers;
    for (int n = 0; words >> n;) numbers.push_back(n);
    if (numbers.empty()) {
      for (const char* name : {"PRECEDENCE", "REQUESTS/DURATIONS", "RESOURCEAVAILABILITIES", "pronr."})
        if (line.find(name) != line.npos) section = name;
    } else if (section == "pronr.") {
      out.length = numbers.at(5);
      section.clear();
    } else if (section == "PRECEDENCE") {
      out.successors[numbers.at(0)] = {numbers.begin() + 3, numbers.end()};
    } else if (section == "REQUESTS/DURATIONS") {
      out.durations[numbers.at(0)] = numbers.at(2);
    }
  }
  return out;
}

void check_textbook(const std::string& name) {
  const auto path = shared("oracles/worked/" + name);
  if (path.empty()) return;
  const Json expected = Json::parse(read_file(path)).at("expected");
  PlanBuilder p = every_day_plan();
  for (const auto& [code, row] : expected.at("activities").items())
    p.stage("T" + code, std::to_string(row.at("dur").get<int>()) + "d");
  for (const auto& [code, row] : expected.at("activities").items())
    for (const Json& before : row.at("preds")) p.link("T" + before.get<std::string>() + ">T" + code);
  const Answers a(p);
  CHECK(days_between(origin, a.plan().finish) + 1 == expected.at("duration").get<int>());
  for (const auto& [code, row] : expected.at("activities").items()) {
    CAPTURE(code);
    CHECK(a.total("T" + code) == row.at("slack").get<int>());
    if (row.at("dur") == 0) continue;
    CHECK(a.early("T" + code) == from(row.at("ES"), row.at("EF")));
    CHECK(a.late("T" + code) == from(row.at("LS"), row.at("LF")));
  }
  std::string path_expected;
  for (const Json& code : expected.at("critical"))
    path_expected += (path_expected.empty() ? "T" : " T") + code.get<std::string>();
  CHECK(a.path() == path_expected);
}

// The expected durations of a PERT example are sixths of its unit: a plan in sixths has whole numbers. `rows` is the
// key of its activities.
void check_pert(const std::string& name, const std::string& rows) {
  const auto path = shared("oracles/worked/" + name);
  if (path.empty()) return;
  const Json expected = Json::parse(read_file(path)).at("expected");
  const Json& activities = expected.at(rows);
  const auto sixths = [](const Json& number) { return static_cast<int>(std::lround(6 * number.get<double>())); };
  PlanBuilder p = every_day_plan();
  for (const auto& [code, row] : activities.items()) p.stage("T" + code, std::to_string(sixths(row.at("dur"))) + "d");
  for (const auto& [code, row] : activities.items())
    for (const Json& before : row.at("preds")) p.link("T" + before.get<std::string>() + ">T" + code);
  const Answers a(p);
  CHECK(days_between(origin, a.plan().finish) + 1 == sixths(expected.at("mean")));
  std::string critical;
  for (const auto& [code, row] : activities.items()) {
    CAPTURE(code);
    CHECK(a.total("T" + code) == sixths(row.at("slack")));
    CHECK(a.early("T" + code) == from(sixths(row.at("ES")), sixths(row.at("EF"))));
    CHECK(a.late("T" + code) == from(sixths(row.at("LS")), sixths(row.at("LF"))));
    if (a.of("T" + code).critical) critical += code;
  }
  std::string expected_critical;
  for (const Json& code : expected.at("critical")) expected_critical += code.get<std::string>();
  CHECK(critical == expected_critical);
}

// The tracker table of the network generator, as a dossier; `holidays` may be empty.
PlanBuilder from_table(const std::string& csv, const std::string& holidays) {
  PlanBuilder p("2026-01-05");
  if (!holidays.empty()) {
    const auto calendar = p.add<Calendar>("OWN", [](Calendar& c) { c.title = "Own", c.week = "Mon Tue Wed Thu Fri"; });
    for (const std::string& closed : split(holidays, '\n'))
      if (!closed.empty())
        p.add<CalendarExceptionRecord>(
            "H" + closed, [&](CalendarExceptionRecord& e) { e.calendar = calendar, e.first = e.last = day(closed); });
    p.info([](DossierInfo& info) { info.calendar = "OWN"; });
  }
  std::vector<std::pair<std::string, std::string>> links;
  for (const std::string& line : split(csv, '\n')) {
    const std::vector<std::string> cells = split(line, ',');
    if (cells.size() < 6 || cells[0] == "code") continue;
    p.stage(cells[0], cells[2]);
    for (const std::string& before : split(cells[5], ';'))
      if (!before.empty()) links.emplace_back(before, cells[0]);
  }
  for (const auto& [before, after] : links) p.link(before + ">" + after);
  return p;
}

std::string word_after(const std::string& text, const std::string& key) {
  const std::size_t at = text.find(key + " ");
  return at == text.npos ? "" : text.substr(at + key.size() + 1, 10);
}

}  // namespace

TEST_CASE("the textbook's critical paths come out with every date and slack") {
  check_textbook("cpm_taylor_a.json");
  check_textbook("cpm_taylor_b.json");
}

TEST_CASE("the PERT examples' expected lengths, dates, slacks and critical activities come out, in sixths of a unit") {
  check_pert("pert_14_activities.json", "activities");
  check_pert("pert_reliable_construction.json", "weeks");
}

TEST_CASE("the activity networks of PSPLIB have their published length") {
  const auto folder = shared("oracles/psplib");
  if (folder.empty()) return;
  for (const auto& path : files_in(folder, ".sm")) {
    CAPTURE(path.filename().string());
    const Psplib network = read_psplib(read_file(path));
    REQUIRE(network.durations.size() > 2);
    PlanBuilder p = every_day_plan();
    for (const auto& [job, days] : network.durations) p.stage("J" + std::to_string(job), std::to_string(days) + "d");
    for (const auto& [job, after] : network.successors)
      for (const int next : after) p.link("J" + std::to_string(job) + ">J" + std::to_string(next));
    CHECK(days_between(origin, Answers(p).plan().finish) + 1 == network.length);
  }
}

TEST_CASE("the generated networks finish on the days that the generator expects") {
  const auto script = shared("bench/network.py");
  if (script.empty()) return;
  if (std::system("python3 --version >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: python3 is not installed");
    return;
  }
  const auto folder = std::filesystem::temp_directory_path() /
                      ("accord-network-test-" + std::to_string(std::hash<std::string>{}(source_dir().string())));
  std::filesystem::create_directories(folder);
  for (const std::string stages : {"100", "1000"}) {
    CAPTURE(stages);
    const auto table = folder / ("n" + stages + ".csv"), said = folder / ("n" + stages + ".txt");
    const std::string command =
        "python3 '" + script.string() + "' " + stages + " '" + table.string() + "' > '" + said.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    const std::string expected = read_file(said), csv = read_file(table);
    const std::string holidays = read_file(folder / ("n" + stages + ".holidays"));
    CHECK(to_iso(Answers(from_table(csv, "")).plan().finish) == word_after(expected, "finish_weekdays"));
    CHECK(to_iso(Answers(from_table(csv, holidays)).plan().finish) == word_after(expected, "finish_with_holidays"));
  }
  std::filesystem::remove_all(folder);
}
