#include "tests/core/schedule/brute/compare.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace accord::brute {
namespace {

std::string text_of(const Answer& a) {
  const auto day = [](const std::optional<Day>& d) { return d ? to_iso(*d) : std::string("none"); };
  const auto number = [](const std::optional<int>& n) { return n ? std::to_string(*n) : std::string("none"); };
  return fmt::format("early {}..{} late {}..{} total float {} free float {}", day(a.early_start), day(a.early_finish), day(a.late_start), day(a.late_finish), number(a.total_float), number(a.free_float));
}

// Every plan that is one step simpler, in turn, until one of them still fails.
bool simplified(Plan& plan, const std::function<bool(const Plan&)>& fails) {
  const auto try_out = [&](const auto& change) {
    Plan smaller = plan;
    change(smaller);
    if (!fails(smaller)) return false;
    plan = std::move(smaller);
    return true;
  };
  for (std::size_t i = 0; i < plan.links.size(); ++i) {
    if (try_out([&](Plan& p) { p.links.erase(p.links.begin() + static_cast<std::ptrdiff_t>(i)); })) return true;
    if (plan.links[i].lag && try_out([&](Plan& p) { p.links[i].lag.reset(); })) return true;
  }
  for (std::size_t i = 0; i < plan.tracks.size(); ++i) {
    if (plan.tracks[i].end && try_out([&](Plan& p) { p.tracks[i].end = {}; })) return true;
    if (!plan.tracks[i].calendar.empty() && try_out([&](Plan& p) { p.tracks[i].calendar.clear(); })) return true;
  }
  for (std::size_t i = 0; i < plan.milestones.size(); ++i) {
    const RecordId id = plan.milestones[i].id;
    const bool is_used = std::any_of(plan.links.begin(), plan.links.end(), [&](const Link& l) { return l.predecessor == id || l.successor == id; }) ||
                         std::any_of(plan.tracks.begin(), plan.tracks.end(), [&](const Track& t) { return t.end == id; }) ||
                         std::any_of(plan.milestones.begin(), plan.milestones.end(), [&](const Milestone& m) { return m.parent == id; });
    if (!is_used && try_out([&](Plan& p) { p.milestones.erase(p.milestones.begin() + static_cast<std::ptrdiff_t>(i)); })) return true;
    const auto without = [&](auto member) {
      const auto empty = std::decay_t<decltype(plan.milestones[i].*member)>{};
      return plan.milestones[i].*member != empty && try_out([&](Plan& p) { p.milestones[i].*member = empty; });
    };
    if (without(&Milestone::deadline) || without(&Milestone::rule) || without(&Milestone::sessions) || without(&Milestone::calendar) || without(&Milestone::parent) ||
        without(&Milestone::state) || without(&Milestone::remaining) || without(&Milestone::percent))
      return true;
    if (plan.milestones[i].constraint != Constraint::as_soon_as_possible && try_out([&](Plan& p) {
          p.milestones[i].constraint = Constraint::as_soon_as_possible;
          p.milestones[i].constraint_date.reset();
        }))
      return true;
    if (plan.milestones[i].actual_start && try_out([&](Plan& p) { p.milestones[i].actual_start.reset(), p.milestones[i].actual_finish.reset(); })) return true;
    if (plan.milestones[i].duration && plan.milestones[i].duration->count > 1 && try_out([&](Plan& p) { p.milestones[i].duration->count /= 2; })) return true;
  }
  return false;
}

}  // namespace

Schedule scheduled(const Dossier& dossier, std::optional<Day> status_date) {
  ScheduleOptions options;
  options.status_date = status_date;
  options.today = dossier.info().status_date.value_or(*dossier.info().plan_start);
  Result<Schedule> result = schedule(dossier, options);
  if (result) return std::move(result).value();
  std::string findings;
  for (const Diagnostic& d : result.errors()) findings += to_text(d) + "\n";
  throw std::logic_error("the engine refuses the plan: " + findings);
}

std::vector<Answer> engine_answers(const Schedule& schedule, const Plan& plan) {
  std::vector<Answer> out;
  for (const Milestone& m : plan.milestones) {
    const ScheduledMilestone* s = schedule.find(Id<Milestone>(m.id));
    if (!s) throw std::logic_error("the schedule lacks " + m.code);
    // Free float is a leaf's: the specification gives groups none.
    const auto free_float = m.kind == MilestoneKind::group ? std::nullopt : s->free_float;
    out.push_back({m.id, s->early_start, s->early_finish, s->late_start, s->late_finish, s->total_float, free_float});
  }
  return out;
}

std::string differences(const Plan& plan, const std::vector<Answer>& walked, const std::vector<Answer>& computed) {
  std::string out;
  for (std::size_t i = 0; i < walked.size(); ++i)
    if (walked[i] != computed[i]) out += fmt::format("  {}: walked {}\n  {:{}}  engine {}\n", plan.milestones[i].code, text_of(walked[i]), "", plan.milestones[i].code.size(), text_of(computed[i]));
  return out;
}

Plan shrunk(Plan plan, const std::function<bool(const Plan&)>& fails) {
  while (simplified(plan, fails)) {
  }
  return plan;
}

}  // namespace accord::brute
