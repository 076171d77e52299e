#include "app/cli/schedule_words.hpp"

#include <cmath>

namespace accord::cli {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }
Json number_or_null(const std::optional<int>& number) { return number ? Json(*number) : Json(nullptr); }

Json share(double percent) {
  const double rounded = std::round(percent * 10) / 10;
  return rounded == std::floor(rounded) ? Json(static_cast<int>(rounded)) : Json(rounded);
}

}  // namespace

std::string_view driver_word(DriverKind kind) {
  constexpr std::string_view words[] = {"predecessor", "constraint", "status_date", "remaining",
                                        "session",     "rule",       "actual",      "start"};
  return words[static_cast<std::size_t>(kind)];
}

DaysShown days_shown(const ScheduledMilestone& s, const Schedule& plan) {
  DaysShown days{s.early_start, s.early_finish};
  if (s.finished && !days.finish) days.finish = days.start.value_or(plan.status_date.value_or(plan.today));
  if (s.finished && !days.start) days.start = days.finish;
  return days;
}

Json scheduled_json(const ScheduledMilestone& s, const Schedule& plan, const Dossier& dossier) {
  const Milestone& m = *dossier.find(s.milestone);
  constexpr std::string_view kinds[] = {"stage", "event", "group"};
  const std::string from = dossier.code_of(Kind::milestone, s.driver.predecessor);
  const auto [start, finish] = days_shown(s, plan);
  const auto late_start = s.finished ? start : s.late_start, late_finish = s.finished ? finish : s.late_finish;
  return {{"code", m.code},
          {"source_id", m.source_id.empty() ? Json(nullptr) : Json(m.source_id)},
          {"title", m.title},
          {"track", m.track ? Json(dossier.code_of(Kind::track, m.track)) : Json(nullptr)},
          {"kind", kinds[static_cast<std::size_t>(m.kind)]},
          {"early_start", day_or_null(start)},
          {"early_finish", day_or_null(finish)},
          {"late_start", day_or_null(late_start)},
          {"late_finish", day_or_null(late_finish)},
          {"total_float", number_or_null(s.total_float)},
          {"free_float", number_or_null(s.free_float)},
          {"critical", s.critical},
          {"percent", share(s.percent)},
          {"driver", {{"kind", driver_word(s.driver.kind)}, {"code", from.empty() ? Json(nullptr) : Json(from)}}}};
}

}  // namespace accord::cli
