#pragma once
// The networks with expected values by other engines, as dossiers.
#include <filesystem>
#include <string>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord::test {

// A moment in a file: a day and whether it is its evening.
struct Moment {
  Day day;
  bool evening = false;
  Tick tick() const { return evening ? accord::evening(day) : morning(day); }
};

struct ExpectedTask {
  std::string code;
  std::optional<Moment> early_start, early_finish, late_start, late_finish;
  int total_float = 0;  // days
  int free_float = 0;
};

struct OraclePlan {
  Dossier dossier;
  std::vector<ExpectedTask> tasks;
};

struct OracleOptions {
  bool status_date = false;  // the file's, else none
  bool deadlines = true;     // keep them
};

// From NAME.json of an engine's folder: Monday to Friday with the closed days of the plans, tasks with their own
// calendars. Summary tasks carry no links in these plans and their members do not say so in the JSON: they are left
// out.
OraclePlan read_oracle(const std::filesystem::path& json, const OracleOptions& options);

// A task's dates or floats that differ from the file's, as working-day offsets: 17:00 and the next working 09:00 are
// one.
struct Difference {
  std::string task;
  std::string what;  // "early start", "total float" …
  int expected = 0;
  int found = 0;
};
std::vector<Difference> differences(const OraclePlan& oracle, bool microsoft_dates);

}  // namespace accord::test
