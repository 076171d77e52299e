// What the timeline says in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/session/room.hpp"
#include "app/session/timeline.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

std::string counts_in_words(const Outlook& outlook) {
  int done = 0, running = 0, planned = 0, dropped = 0;
  for (const ScheduledMilestone& one : outlook.plan.milestones) {
    const Milestone* milestone = outlook.dossier.find(one.milestone);
    if (!milestone || milestone->kind == MilestoneKind::group) continue;
    ++(one.dropped ? dropped : one.finished ? done : one.started ? running : planned);
  }
  std::vector<std::string> parts;
  for (const auto& [count, word] :
       {std::pair{done, "done"}, {running, "running"}, {planned, "planned"}, {dropped, "dropped"}})
    if (count > 0) parts.push_back(fmt::format("{} {}", count, word));
  const int all = done + running + planned + dropped;
  if (all == 0) return "No milestones yet.";
  return fmt::format("{} on {}: {}.", counted(all, "milestone"),
                     counted(static_cast<long long>(outlook.dossier.all<Track>().size()), "track"),
                     join_in_words(parts));
}

std::string critical_in_words(const Outlook& outlook) {
  constexpr std::size_t named = 6;
  std::vector<std::string> names;
  std::size_t all = 0;
  for (const Id<Milestone> id : outlook.plan.critical_path) {
    const ScheduledMilestone* scheduled = outlook.plan.find(id);
    const Milestone* milestone = outlook.dossier.find(id);
    if (!milestone || !scheduled || scheduled->finished) continue;
    if (++all <= named) names.push_back(name_in_words(*milestone));
  }
  if (names.empty()) return {};
  if (all > named) names.push_back(fmt::format("{} more", all - named));
  return fmt::format("What decides the end of the plan: {}.", join_in_words(names));
}

// Why this date, in a few words; the whole chain of reasons is explain()'s.
std::string driver_in_words(const Dossier& dossier, const ScheduledMilestone& one) {
  const Milestone* before = dossier.find(one.driver.predecessor);
  const std::string after = before ? name_in_words(*before) : std::string();
  switch (one.driver.kind) {
    case DriverKind::predecessor:
      return before ? fmt::format("Waits for {}.", after) : std::string();
    case DriverKind::constraint:
      return "Held by its own constraint.";
    case DriverKind::status_date:
      return "Nothing holds it: it can begin as soon as the status date has passed.";
    case DriverKind::remaining:
      return "Running: what is left of it decides.";
    case DriverKind::session:
      return before ? fmt::format("Waits for the next session after {}.", after) : "Waits for the next session.";
    case DriverKind::rule:
      return before ? fmt::format("Follows by its date rule from {}.", after) : "Follows from its date rule.";
    case DriverKind::actual:
      return {};
    case DriverKind::start:
      return "Begins with the plan.";
  }
  return {};
}

std::string dates_in_words(const Outlook& outlook, const Milestone& milestone, const ScheduledMilestone& one) {
  if (!one.early_finish) return one.finished ? "Done, on a day that is not known." : "It has no date.";
  const Day finish = *one.early_finish, start = one.early_start.value_or(finish);
  if (one.dropped) return "Dropped: it takes no time.";
  if (one.finished) {
    if (milestone.actual_finish && !milestone.actual_finish->is_exact())
      return fmt::format("Done {}.", when(*milestone.actual_finish));
    return start < finish ? fmt::format("Done: {}.", span_in_prose(start, finish))
                          : fmt::format("Done on {}.", in_prose(finish));
  }
  const std::string length = one.duration ? fmt::format(", {}", one.duration->in_words()) : std::string();
  if (one.started)
    return fmt::format("Running since {}, planned to end on {}{}.", in_prose(start), in_prose(finish),
                       one.remaining ? fmt::format(" after {} more", one.remaining->in_words()) : std::string());
  if (outlook.dossier.find(one.milestone)->kind == MilestoneKind::event || start == finish)
    return fmt::format("Planned for {}.", in_prose(finish));
  return fmt::format("Planned: {}{}.", span_in_prose(start, finish), length);
}

std::string room_in_words(const ScheduledMilestone& one) {
  if (one.finished || one.dropped || !one.total_float) return {};
  if (*one.total_float < 0)
    return fmt::format("{} too late for what depends on it.", capitalised(counted(-*one.total_float, "working day")));
  if (one.critical) return "Critical: each day of delay delays the end of the plan.";
  return fmt::format("{} of room before the end of the plan moves.", capitalised(counted(*one.total_float, "working day")));
}

// Towards the goal that leaves least room.
std::string latest_in_words(const Outlook& outlook, Id<Milestone> milestone) {
  const TightestDates all = tightest_dates(outlook.mandates);
  const auto tightest = all.find(milestone);
  if (tightest == all.end() || !tightest->second->margin_days) return {};
  const int margin = *tightest->second->margin_days;
  return fmt::format("Latest date for the goal: {} ({}).", in_prose(*tightest->second->latest_finish),
                     margin < 0 ? counted(-margin, "day") + " too late" : counted(margin, "day") + " to spare");
}

std::string owner_in_words(const Dossier& dossier, const Milestone& milestone) {
  const Party* owner = dossier.find(milestone.owner);
  if (!owner) return "Nobody is named as owner.";
  const Party* other = dossier.find(milestone.co_owner);
  return other ? fmt::format("Owners: {} and {}.", owner->title, other->title)
               : fmt::format("Owner: {}.", owner->title);
}

std::string next_step_in_words(const Dossier& dossier, const Milestone& milestone) {
  if (milestone.next_step.empty()) return {};
  const Party* owner = dossier.find(milestone.next_step_owner);
  return with_full_stop(fmt::format("Next step: {}{}", without_full_stop(milestone.next_step),
                                    owner ? fmt::format(" ({})", owner->title) : std::string()));
}

}  // namespace

std::string timeline_in_words(const Outlook& outlook) {
  std::vector<std::string> sentences{fmt::format("Timeline as of {}.", in_prose(outlook.status_day)),
                                     counts_in_words(outlook)};
  if (!outlook.plan.milestones.empty())
    sentences.push_back(
        fmt::format("The plan runs from {} to {}.", in_prose(outlook.plan.start), in_prose(outlook.plan.finish)));
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (const Milestone* milestone = outlook.dossier.find(goal.milestone); milestone && !goal.reached)
        sentences.push_back(goal.reason);
  if (std::string critical = critical_in_words(outlook); !critical.empty()) sentences.push_back(std::move(critical));
  return join(sentences, " ");
}

std::vector<std::string> milestone_in_words(const Outlook& outlook, Id<Milestone> id) {
  const Milestone* milestone = outlook.dossier.find(id);
  const ScheduledMilestone* scheduled = outlook.plan.find(id);
  if (!milestone || !scheduled) return {};
  std::vector<std::string> lines{name_in_words(*milestone), dates_in_words(outlook, *milestone, *scheduled)};
  if (!scheduled->finished && !scheduled->dropped) {
    lines.push_back(driver_in_words(outlook.dossier, *scheduled));
    lines.push_back(room_in_words(*scheduled));
    lines.push_back(latest_in_words(outlook, id));
    lines.push_back(owner_in_words(outlook.dossier, *milestone));
    lines.push_back(next_step_in_words(outlook.dossier, *milestone));
  }
  std::erase(lines, std::string());
  return lines;
}

}  // namespace accord
