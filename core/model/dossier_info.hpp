#pragma once
// The dossier itself: one partner's process. Exactly one record, with id 1, in every dossier.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/day.hpp"
#include "core/model/field.hpp"

namespace accord {

// What the status date is (scheduling.md, "The status date").
enum class StatusDateMode { today, fixed, none };
template <>
struct Choices<StatusDateMode> {
  static constexpr Choice list[] = {{"today", "Today, moves with the clock"}, {"fixed", "A fixed day"}, {"none", "None: the plan has not begun"}};
};

struct DossierInfo : Record {
  std::string title;
  std::string partner;
  std::string template_name;
  std::optional<Day> plan_start;  // no link pulls anything before it
  StatusDateMode status_date_mode = StatusDateMode::today;
  std::optional<Day> status_date;
  std::string calendar = "weekdays";
  std::optional<int> silence_limit = 270;
  std::optional<int> critical_threshold = 0;
  std::string ladder;                 // "" = the usual one; see core/model/ladder.hpp
  std::string phrases;                // "" = the usual ones; see core/model/phrases.hpp
  std::optional<int> warn_days;       // absent = 30; see core/progress/due.hpp
  std::optional<int> escalate_after;  // absent = 14
  std::optional<int> file_limit;      // mebibytes of an attached file; absent = 20

  static std::vector<Field> describe();
};

}  // namespace accord
