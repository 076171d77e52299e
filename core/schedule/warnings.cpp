// What a computed plan should make people look at.
#include <algorithm>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/schedule/assemble.hpp"

namespace accord::assembling {
namespace {

constexpr std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

void warn(Schedule& plan, const Milestone& m, std::string_view field, std::string code, std::string message,
          std::string advice) {
  plan.warnings.push_back({.code = std::move(code),
                           .message = std::move(message),
                           .advice = std::move(advice),
                           .place = {.record = m.code, .field = std::string(field)},
                           .severity = Severity::warning});
}

// Milestones that something follows, that are a goal, or that a track ends with: they need no successor.
std::set<std::int64_t> anchored(const Computed& c) {
  std::set<std::int64_t> ids;
  for (const Link& link : c.dossier.all<Link>()) ids.insert(link.predecessor.number);
  for (const Goal& goal : c.dossier.all<Goal>()) ids.insert(goal.milestone.number);
  for (const Track& track : c.dossier.all<Track>()) ids.insert(track.end.number);
  return ids;
}

bool is_anchored(const Computed& c, const std::set<std::int64_t>& ids, const Milestone& m) {
  const Milestone* group = &m;
  for (std::size_t depth = 0; group && depth <= c.dossier.all<Milestone>().size();
       ++depth, group = c.dossier.find(group->parent))
    if (ids.count(group->id.number)) return true;
  return false;
}

void warn_dangling(const Computed& c, Schedule& plan) {
  const std::set<std::int64_t> ids = anchored(c);
  std::vector<Tick> last(c.network.tracks.size(), no_tick);
  end_limits(c.network, c.early, last);
  for (Node i = 0; i < c.network.size(); ++i) {
    const NetworkNode& node = c.network.nodes[at(i)];
    if (node.kind != NodeKind::leaf || node.dropped || node.state == NodeState::finished) continue;
    // What a track ends with needs no successor; where the track names its end, only that.
    const bool ends_track =
        c.network.track_end[at(node.track)] == no_node && c.early.finish[at(i)] == last[at(node.track)];
    const Milestone& m = c.record(i);
    if (ends_track || is_anchored(c, ids, m) ||
        (!plan.critical_path.empty() && plan.critical_path.back() == Id<Milestone>(m.id)))
      continue;
    warn(plan, m, "", "milestone.dangling",
         say("Nothing depends on {}, and it is no mandate's goal: its delay would not be noticed.", m.code),
         say("link it to what follows, make it a goal, or drop it"));
  }
}

// What is said of a wish that the plan cannot grant; "" for those that it always can.
std::string_view conflict_of(Constraint constraint) {
  switch (constraint) {
    case Constraint::start_no_later_than:
      return message("{} must start no later than {}, but it can start only on {}, because {}.");
    case Constraint::finish_no_later_than:
      return message("{} must finish no later than {}, but it can finish only on {}, because {}.");
    case Constraint::must_start_on:
      return message("{} must start on {}, but it can start only on {}, because {}.");
    case Constraint::must_finish_on:
      return message("{} must finish on {}, but it can finish only on {}, because {}.");
    default:
      return "";
  }
}

// The other side of a conflict: what keeps the date where it is.
std::string because(const Computed& c, const ScheduledMilestone& s) {
  switch (s.driver.kind) {
    case DriverKind::predecessor:
      return say("{} comes first", c.dossier.code_of(Kind::milestone, s.driver.predecessor));
    case DriverKind::session:
      return s.driver.predecessor ? say("it waits for {} and for a session",
                                                c.dossier.code_of(Kind::milestone, s.driver.predecessor))
                                  : say("it waits for a session");
    case DriverKind::rule:
      return s.driver.predecessor
                 ? say("its date rule counts from {}", c.dossier.code_of(Kind::milestone, s.driver.predecessor))
                 : say("of its date rule");
    case DriverKind::status_date:
      return say("work that has not begun starts after the status date");
    case DriverKind::remaining:
      return say("so much work remains");
    case DriverKind::start:
      return say("the plan starts no earlier");
    case DriverKind::constraint:
    case DriverKind::actual:
      break;
  }
  return say("other constraints hold it");
}

void warn_conflict(const Computed& c, const Milestone& m, const Milestone& holder, const ScheduledMilestone& s,
                   Schedule& plan) {
  if (conflict_of(holder.constraint).empty() || !holder.constraint_date || s.finished || s.dropped) return;
  const bool by_start =
      holder.constraint == Constraint::start_no_later_than || holder.constraint == Constraint::must_start_on;
  if (by_start && s.started) return;
  const std::optional<Day> date = by_start ? s.early_start : s.early_finish;
  if (!date || *date <= *holder.constraint_date) return;
  const std::string whose = &m == &holder ? m.code : say("{}, as part of {},", m.code, holder.code);
  warn(plan, m, "constraint", "constraint.conflict",
       say(conflict_of(holder.constraint), whose, to_iso(*holder.constraint_date), to_iso(*date), because(c, s)),
       say("change the constraint, shorten what comes first, or accept the negative float"));
}

void warn_deadline(const Milestone& m, const Milestone& holder, const ScheduledMilestone& s, Schedule& plan) {
  if (!holder.deadline || s.finished || s.dropped || !s.early_finish || *s.early_finish <= *holder.deadline) return;
  const int late = days_between(*holder.deadline, *s.early_finish);
  const std::string finish = to_iso(*s.early_finish), deadline = to_iso(*holder.deadline);
  warn(plan, m, "deadline", "deadline.missed",
       &m == &holder ? say_plural("{1} is forecast for {2}, {0} day after its deadline of {3}.",
                                  "{1} is forecast for {2}, {0} days after its deadline of {3}.", late, m.code, finish, deadline)
                     : say_plural("{1} is forecast for {2}, {0} day after the deadline of {3} of {4}.",
                                  "{1} is forecast for {2}, {0} days after the deadline of {3} of {4}.", late, m.code, finish,
                                  holder.code, deadline),
       say("bring it forward, or agree on another deadline"));
}

}  // namespace

void add_warnings(const Computed& c, Schedule& plan) {
  warn_dangling(c, plan);
  const auto& table = c.dossier.all<Milestone>();
  for (std::size_t r = 0; r < table.size(); ++r) {
    if (c.network.entry[r] != no_node) continue;
    const Milestone& m = table[r];
    const ScheduledMilestone& s = *plan.find(Id<Milestone>(m.id));
    const Milestone* holder = &m;
    for (std::size_t depth = 0; holder && depth <= table.size(); ++depth, holder = c.dossier.find(holder->parent)) {
      if (!c.options.microsoft_dates) warn_conflict(c, m, *holder, s, plan);
      warn_deadline(m, *holder, s, plan);
    }
    if (s.extrapolated && !s.dropped)
      warn(plan, m, "sessions", "session.extrapolated",
           say("{} counts on a session on {} that follows from a rule; no published list confirms it.", m.code,
                       to_iso(*s.early_finish)),
           say("add the published list of {} (\"accord add --help\" shows how)", m.sessions));
  }
}

}  // namespace accord::assembling
