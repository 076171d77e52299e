#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/model/baseline_dates.hpp"
#include "db/exchange/import.hpp"
#include "db/exchange/plan_builder.hpp"

namespace accord {
namespace {

struct Reasons {
  const Dossier& dossier;
  std::unordered_map<RecordId, std::string> known;  // from the file itself
  std::unordered_set<RecordId> differing;
  std::vector<Day> closed;  // given with the import, ascending

  // "the closed day 2026-05-01 that was given with the import lies in its time", where some do between two days.
  std::string closed_between(std::optional<Day> from, std::optional<Day> to) const {
    if (!from || !to) return {};
    const auto first = std::lower_bound(closed.begin(), closed.end(), *from);
    const auto count = std::upper_bound(first, closed.end(), *to) - first;
    if (count <= 0) return {};
    return say_plural("the closed day {1} that was given with the import lies in its time",
                      "{0} closed days that were given with the import lie in its time, the first on {1}", count, to_iso(*first));
  }

  // Why it starts when it does, as the end of the sentence "…, because …".
  std::string why_then(const ScheduledMilestone& s) const {
    const Milestone* before = dossier.find(s.driver.predecessor);
    switch (s.driver.kind) {
      case DriverKind::predecessor: {
        if (!before) return say("Accord follows its links");
        const auto peculiar = known.find(before->id);
        if (peculiar != known.end()) return say("it follows {}, of which {}", before->code, peculiar->second);
        if (differing.count(before->id) > 0) return say("it follows {}, which differs too", before->code);
        return say("Accord lets it follow {} as linked", before->code);
      }
      case DriverKind::constraint: return say("Accord keeps its constraint without breaking the links");
      case DriverKind::status_date: return say("it has not begun, and Accord plans nothing before the status date");
      case DriverKind::remaining: return say("Accord plans what remains of it after the status date");
      case DriverKind::session: return say("it waits for a session");
      case DriverKind::rule: return say("its date rule decides");
      case DriverKind::actual: return say("a recorded fact decides");
      case DriverKind::start: return say("nothing holds it, so Accord lets it begin with the plan");
    }
    return {};
  }

  std::string of(const DateDifference& d, const ScheduledMilestone& s) const {
    const Milestone& m = *dossier.find(d.milestone);
    if (!d.start || !d.finish) return say("{} has no dates of its own.", m.code);
    if (m.kind == MilestoneKind::group) return say("{} differs because its members do.", m.code);
    std::vector<std::string> parts;
    const std::string lengthened = closed_between(std::min(d.stored_start.value_or(*d.start), *d.start), d.finish);
    const Milestone* before = dossier.find(s.driver.predecessor);
    const bool follows = before && (differing.count(before->id) > 0 || known.find(before->id) != known.end());
    if (d.stored_start != d.start && (follows || lengthened.empty())) parts.push_back(why_then(s));
    if (!lengthened.empty()) parts.push_back(lengthened);
    if (const auto peculiar = known.find(m.id); peculiar != known.end()) parts.push_back(peculiar->second);
    if (parts.empty() && m.kind == MilestoneKind::stage && !m.estimate && !m.duration) parts.emplace_back(say("the file gives no length for it"));
    if (parts.empty() && m.kind == MilestoneKind::event) parts.emplace_back(say("it is an event, which takes no time"));
    if (parts.empty()) parts.emplace_back(say("between its start and its finish the file has more or less time than its length, as splits and the calendars of resources make it"));
    return say("{} differs because {}.", m.code, join_in_words(parts, spoken()));
  }
};

std::vector<Day> closed_days_given(const Dossier& dossier) {
  std::vector<Day> days;
  for (const CalendarExceptionRecord& exception : dossier.all<CalendarExceptionRecord>())
    if (exception.source == given_closed_days && exception.first) days.push_back(*exception.first);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

std::vector<DateDifference> compare_with_import(const Dossier& dossier, const Schedule& schedule, const std::vector<Peculiarity>& peculiarities) {
  const Baseline* baseline = dossier.find_code_as<Baseline>("IMPORTED");
  const auto dates = baseline ? parse_baseline(baseline->dates) : Result<std::vector<BaselineDates>>(std::vector<BaselineDates>{});
  if (!dates) return {};
  std::unordered_map<RecordId, const BaselineDates*> stored;
  for (const BaselineDates& d : *dates) stored[d.milestone] = &d;
  Reasons reasons{dossier, {}, {}, closed_days_given(dossier)};
  for (const Peculiarity& p : peculiarities) {
    std::string& text = reasons.known[p.milestone];
    text = text.empty() ? p.reason : say("{}, and {}", text, p.reason);
  }

  std::vector<DateDifference> out;
  for (const ScheduledMilestone& s : schedule.milestones) {
    const auto at = stored.find(s.milestone);
    if (at == stored.end()) continue;
    const BaselineDates& d = *at->second;
    const bool same = (!d.start || d.start == s.early_start) && (!d.finish || d.finish == s.early_finish);
    if (same) continue;
    reasons.differing.insert(s.milestone);
    out.push_back({s.milestone, d.start, d.finish, s.early_start, s.early_finish, {}});
  }
  for (DateDifference& difference : out) difference.reason = reasons.of(difference, *schedule.find(difference.milestone));
  return out;
}

}  // namespace accord
