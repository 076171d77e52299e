#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/model/baseline_dates.hpp"
#include "db/exchange/import.hpp"

namespace accord {
namespace {

// What Accord reckoned with, as the end of the sentence "…, because …".
std::string why(const Dossier& dossier, const ScheduledMilestone& s, const std::unordered_set<RecordId>& differing) {
  const Milestone* before = dossier.find(s.driver.predecessor);
  switch (s.driver.kind) {
    case DriverKind::predecessor:
      if (before && differing.count(before->id) > 0) return fmt::format("it follows {}, which differs too", before->code);
      return before ? fmt::format("Accord lets it follow {} as linked", before->code) : "Accord follows its links";
    case DriverKind::constraint: return "Accord keeps its constraint without breaking the links";
    case DriverKind::status_date: return "it has not begun, and Accord plans nothing before the status date";
    case DriverKind::remaining: return "Accord plans what remains of it after the status date";
    case DriverKind::session: return "it waits for a session";
    case DriverKind::rule: return "its date rule decides";
    case DriverKind::actual: return "a recorded fact decides";
    case DriverKind::start: return "nothing holds it, so Accord lets it begin with the plan";
  }
  return {};
}

std::string reason_for(const Dossier& dossier, const ScheduledMilestone& s, const std::string& known, const std::unordered_set<RecordId>& differing) {
  const Milestone& m = *dossier.find(s.milestone);
  if (!known.empty()) return fmt::format("{} differs because {}.", m.code, known);
  if (m.kind == MilestoneKind::group) return fmt::format("{} differs because its members do.", m.code);
  return fmt::format("{} differs because {}.", m.code, why(dossier, s, differing));
}

}  // namespace

std::vector<DateDifference> compare_with_import(const Dossier& dossier, const Schedule& schedule, const std::vector<Peculiarity>& peculiarities) {
  const Baseline* baseline = dossier.find_code_as<Baseline>("IMPORTED");
  const auto dates = baseline ? parse_baseline(baseline->dates) : Result<std::vector<BaselineDates>>(std::vector<BaselineDates>{});
  if (!dates) return {};
  std::unordered_map<RecordId, const BaselineDates*> stored;
  for (const BaselineDates& d : *dates) stored[d.milestone] = &d;
  std::unordered_map<RecordId, std::string> known;
  for (const Peculiarity& p : peculiarities) known[p.milestone] += (known[p.milestone].empty() ? "" : "; ") + p.reason;

  std::vector<DateDifference> out;
  std::unordered_set<RecordId> differing;
  for (const ScheduledMilestone& s : schedule.milestones) {
    const auto at = stored.find(s.milestone);
    if (at == stored.end()) continue;
    const BaselineDates& d = *at->second;
    const bool same = (!d.start || d.start == s.early_start) && (!d.finish || d.finish == s.early_finish);
    if (same) continue;
    differing.insert(s.milestone);
    out.push_back({s.milestone, d.start, d.finish, s.early_start, s.early_finish, {}});
  }
  for (DateDifference& difference : out) difference.reason = reason_for(dossier, *schedule.find(difference.milestone), known[difference.milestone], differing);
  return out;
}

}  // namespace accord
