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

  static std::vector<Field> describe();
};

}  // namespace accord
