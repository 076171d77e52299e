// Networks scheduled by other engines. Everything agrees but for the values named in oracle_differences.hpp.
#include <algorithm>
#include <set>

#include "core/base/text.hpp"
#include "tests/core/schedule/oracle_differences.hpp"
#include "tests/core/schedule/oracle_plan.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// One value of one task.
struct Value {
  std::string file, task, what;
  auto operator<=>(const Value&) const = default;
};

std::set<Value> named(std::span<const NamedDifferences> differences) {
  std::set<Value> out;
  for (const NamedDifferences& d : differences)
    for (const std::string& task : split(d.tasks, ' ')) out.insert({std::string(d.file), task, std::string(d.what)});
  return out;
}

bool has_progress(std::string_view file) { return file.substr(0, 8) == "progress"; }

void check_folder(const std::filesystem::path& folder, std::span<const NamedDifferences> known, bool microsoft) {
  std::set<Value> missing = named(known);
  for (const auto& path : files_in(folder, ".json")) {
    const std::string name = path.stem().string();
    // Deadlines are left out of the comparison with P6, which ignores them in late dates.
    const OraclePlan plan = read_oracle(path, {.status_date = has_progress(name), .deadlines = microsoft});
    for (const Difference& d : differences(plan, microsoft))
      CHECK_MESSAGE(missing.erase({name, d.task, d.what}) == 1, name, " ", d.task, " ", d.what, ": expected ",
                    d.expected, ", found ", d.found);
  }
  for (const Value& value : missing)
    FAIL_CHECK(value.file, " ", value.task, " ", value.what, " no longer differs: take it off the list");
}

}  // namespace

TEST_CASE("the networks that imitate Primavera P6 come out the same, but for the values that are named") {
  const auto folder = shared("oracles/networks/p6");
  if (!folder.empty()) check_folder(folder, p6_differences, false);
}

TEST_CASE("with Microsoft's dates the networks that imitate Microsoft Project come out the same, but for those named") {
  const auto folder = shared("oracles/networks/ms");
  if (!folder.empty()) check_folder(folder, ms_differences, true);
}

TEST_CASE("where must start and must finish on may break logic, their networks agree with Primavera P6 in everything") {
  const auto folder = shared("oracles/networks/p6");
  if (folder.empty()) return;
  for (const std::string name : {"mso_1", "mso_2", "mfo_1", "mfo_2"}) {
    CAPTURE(name);
    CHECK(differences(read_oracle(folder / (name + ".json"), {.deadlines = false}), true).empty());
  }
}

TEST_CASE("total floats that differ without another reason are not the days between the file's own dates") {
  const auto folder = shared("oracles/networks/p6");
  if (folder.empty()) return;
  for (const NamedDifferences& d : p6_differences) {
    if (d.reason != Reason::file_contradicts_itself) continue;
    const OraclePlan plan = read_oracle(folder / (std::string(d.file) + ".json"), {.deadlines = false});
    const std::vector<std::string> tasks = split(d.tasks, ' ');
    for (const ExpectedTask& task : plan.tasks) {
      if (std::find(tasks.begin(), tasks.end(), task.code) == tasks.end()) continue;
      CAPTURE(task.code);
      CHECK(task.total_float == 0);
      CHECK(task.early_finish->day < task.late_finish->day);
    }
  }
}

TEST_CASE("deadlines cap late dates in the networks where Microsoft Project lets them") {
  const auto folder = shared("oracles/networks/ms");
  if (folder.empty()) return;
  for (const std::string name : {"deadline_1", "deadline_2", "deadlinemile_1", "mixed_1"}) {
    CAPTURE(name);
    CHECK(differences(read_oracle(folder / (name + ".json"), {}), false).empty());
  }
}
