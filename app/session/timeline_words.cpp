// What the timeline says in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/session/room.hpp"
#include "app/session/timeline.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/report/quantities.hpp"
#include "core/report/words.hpp"
#include "core/schedule/goal_outlook.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

std::string counts_in_words(const Outlook& outlook, const Tongue& t) {
  int done = 0, running = 0, planned = 0, dropped = 0;
  for (const ScheduledMilestone& one : outlook.plan.milestones) {
    const Milestone* milestone = outlook.dossier.find(one.milestone);
    if (!milestone || milestone->kind == MilestoneKind::group) continue;
    ++(one.dropped ? dropped : one.finished ? done : one.started ? running : planned);
  }
  std::vector<std::string> parts;
  if (done > 0) parts.push_back(t("{} done", done));
  if (running > 0) parts.push_back(t("{} running", running));
  if (planned > 0) parts.push_back(t("{} planned", planned));
  if (dropped > 0) parts.push_back(t("{} dropped", dropped));
  const int all = done + running + planned + dropped;
  if (all == 0) return t("No milestones yet.");
  return t("{} on {}: {}.", t.plural("{} milestone", "{} milestones", all),
           t.plural("{} track", "{} tracks", std::ssize(outlook.dossier.all<Track>())), join_in_words(parts, t));
}

std::string critical_in_words(const Outlook& outlook, const Tongue& t) {
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
  if (all > named) names.push_back(t("{} more", all - named));
  return t("What decides the end of the plan: {}.", join_in_words(names, t));
}

// Why this date, in a few words; the whole chain of reasons is explain()'s.
std::string driver_in_words(const Dossier& dossier, const ScheduledMilestone& one) {
  const Milestone* before = dossier.find(one.driver.predecessor);
  const std::string after = before ? name_in_words(*before) : std::string();
  switch (one.driver.kind) {
    case DriverKind::predecessor:
      return before ? say("Waits for {}.", after) : std::string();
    case DriverKind::constraint:
      return say("Held by its own constraint.");
    case DriverKind::status_date:
      return say("Nothing holds it: it can begin as soon as the status date has passed.");
    case DriverKind::remaining:
      return say("Running: what is left of it decides.");
    case DriverKind::session:
      return before ? say("Waits for the next session after {}.", after) : say("Waits for the next session.");
    case DriverKind::rule:
      return before ? say("Follows by its date rule from {}.", after) : say("Follows from its date rule.");
    case DriverKind::actual:
      return {};
    case DriverKind::start:
      return say("Begins with the plan.");
  }
  return {};
}

std::string dates_in_words(const Outlook& outlook, const Milestone& milestone, const ScheduledMilestone& one) {
  if (!one.early_finish) return one.finished ? say("Done, on a day that is not known.") : say("It has no date.");
  const Day finish = *one.early_finish, start = one.early_start.value_or(finish);
  if (one.dropped) return say("Dropped: it takes no time.");
  if (one.finished) {
    if (milestone.actual_finish && !milestone.actual_finish->is_exact())
      return say("Done {}.", when(*milestone.actual_finish, spoken()));
    return start < finish ? say("Done: {}.", span_in_prose(start, finish, spoken()))
                          : say("Done on {}.", in_prose(finish, spoken()));
  }
  const std::string begun = in_prose(start, spoken()), end = in_prose(finish, spoken());
  if (one.started)
    return one.remaining ? say("Running since {}, planned to end on {} after {} more.", begun, end,
                               in_words(*one.remaining, spoken()))
                         : say("Running since {}, planned to end on {}.", begun, end);
  if (outlook.dossier.find(one.milestone)->kind == MilestoneKind::event || start == finish)
    return say("Planned for {}.", end);
  const std::string span = span_in_prose(start, finish, spoken());
  return one.duration ? say("Planned: {}, {}.", span, in_words(*one.duration, spoken())) : say("Planned: {}.", span);
}

std::string room_in_words(const ScheduledMilestone& one) {
  if (one.finished || one.dropped || !one.total_float) return {};
  if (*one.total_float < 0)
    return say_plural("{} working day too late for what depends on it.",
                      "{} working days too late for what depends on it.", -*one.total_float);
  if (one.critical) return say("Critical: each day of delay delays the end of the plan.");
  return say_plural("{} working day of room before the end of the plan moves.",
                    "{} working days of room before the end of the plan moves.", *one.total_float);
}

// Towards the goal that leaves least room.
std::string latest_in_words(const Outlook& outlook, Id<Milestone> milestone) {
  const TightestDates all = tightest_dates(outlook.mandates);
  const auto tightest = all.find(milestone);
  if (tightest == all.end() || !tightest->second->margin_days) return {};
  const int margin = *tightest->second->margin_days;
  const std::string latest = in_prose(*tightest->second->latest_finish, spoken());
  return margin < 0 ? say_plural("Latest date for the goal: {1} ({0} day too late).",
                                 "Latest date for the goal: {1} ({0} days too late).", -margin, latest)
                    : say_plural("Latest date for the goal: {1} ({0} day to spare).",
                                 "Latest date for the goal: {1} ({0} days to spare).", margin, latest);
}

std::string owner_in_words(const Dossier& dossier, const Milestone& milestone) {
  const Party* owner = dossier.find(milestone.owner);
  if (!owner) return say("Nobody is named as owner.");
  const Party* other = dossier.find(milestone.co_owner);
  return other ? say("Owners: {} and {}.", owner->title, other->title) : say("Owner: {}.", owner->title);
}

std::string next_step_in_words(const Dossier& dossier, const Milestone& milestone) {
  if (milestone.next_step.empty()) return {};
  const Party* owner = dossier.find(milestone.next_step_owner);
  const std::string step = without_full_stop(milestone.next_step);
  return with_full_stop(say("Next step: {}", owner ? fmt::format("{} ({})", step, owner->title) : step));
}

// The goals were judged in the tongue of the person at the keyboard; a picture speaks its reader's.
std::string verdict_in_words(const Outlook& outlook, const MandateOutlook& mandate, GoalOutlook goal, const Tongue& t) {
  if (outlook.plan.dates_withheld) return t("When it is expected is not given in this edition.");
  const Speaking to_the_reader(t);
  judge(outlook.dossier, *outlook.dossier.find(mandate.mandate), goal);
  return goal.reason;
}

}  // namespace

std::string timeline_in_words(const Outlook& outlook, const Tongue& t) {
  std::vector<std::string> sentences{t("Timeline as of {}.", in_prose(outlook.status_day, t)),
                                     counts_in_words(outlook, t)};
  if (!outlook.plan.milestones.empty())
    sentences.push_back(
        t("The plan runs from {} to {}.", in_prose(outlook.plan.start, t), in_prose(outlook.plan.finish, t)));
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (outlook.dossier.find(goal.milestone) && !goal.reached) sentences.push_back(verdict_in_words(outlook, mandate, goal, t));
  if (std::string critical = critical_in_words(outlook, t); !critical.empty()) sentences.push_back(std::move(critical));
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
