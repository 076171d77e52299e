// Who must do what next, and by when.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/progress/promises.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// A promise is late only when its whole interval has passed.
std::optional<Day> due_of(const Commitment& c) { return c.due ? c.due->latest() : std::nullopt; }

std::string promiser(const StandingView& view, const Commitment& c) {
  if (const Person* person = view.dossier.find(c.by_person)) return title_of(Kind::person, *person);
  return view.party(c.by_party);
}

std::string owner_of_step(const StandingView& view, const Milestone& m) {
  const std::string own = view.party(m.next_step_owner);
  return own.empty() ? view.party(m.owner) : own;
}

std::string owners(const StandingView& view, const Milestone& m) {
  const std::string a = view.party(m.owner), b = view.party(m.co_owner);
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return view.t("{} with {}", a, b);
}

Step with_latest_day(Step step, const std::optional<LatestDay>& latest) {
  if (!latest) return step;
  step.needed_by = latest->by;
  step.needed_end = latest->end;
  return step;
}

Step step_of(const StandingView& view, const Milestone& m) {
  return with_latest_day({.source = Step::Source::next_step, .code = m.code, .text = without_full_stop(m.next_step), .owner = owner_of_step(view, m),
          .due = m.next_step_due, .announced_for = {}, .needed_by = {}, .needed_for = {}, .overdue = is_overdue(view, m.next_step_due), .sentence = {}}, latest_day(view, Id<Milestone>(m.id)));
}

Step deadline_of(const StandingView& view, const Milestone& m) {
  return with_latest_day({.source = Step::Source::deadline, .code = m.code, .text = view.t("Deadline: {}", view.name(m)), .owner = owners(view, m),
          .due = m.deadline, .announced_for = {}, .needed_by = {}, .needed_for = {}, .overdue = is_overdue(view, m.deadline), .sentence = {}}, latest_day(view, Id<Milestone>(m.id)));
}

Step promise_of(const StandingView& view, const Commitment& c) {
  return {.source = Step::Source::commitment, .code = c.code, .text = view.t("Promised: {}", without_full_stop(c.title)), .owner = promiser(view, c),
          .due = due_of(c), .announced_for = {}, .needed_by = {}, .needed_for = {}, .overdue = is_overdue(view, due_of(c)), .sentence = {}};
}

// One line for what milestones share; a latest date stays with those that it holds for, and the first of several counts.
void share(Step& step, const Step& other) {
  if (step.needed_by == other.needed_by) {
    if (!step.needed_for.empty()) step.needed_for += ", " + other.code;
  } else if (other.needed_by && (!step.needed_by || *other.needed_by < *step.needed_by)) {
    step.needed_by = other.needed_by;
    step.needed_end = other.needed_end;
    step.needed_for = other.code;
  } else if (step.needed_for.empty()) {
    step.needed_for = step.code;
  }
  step.code += ", " + other.code;
}

// Nothing says when it happens: no work goes before it, and nobody has named a day, a rule or a session.
bool is_undated(const StandingView& view, const Milestone& m) {
  if (m.kind != MilestoneKind::event || m.constraint_date || m.rule || !m.sessions.empty()) return false;
  const auto& links = view.dossier.all<Link>();
  return std::none_of(links.begin(), links.end(), [&](const Link& link) {
    const Milestone* before = link.successor == m.id ? view.dossier.find(link.predecessor) : nullptr;
    return before && view.open(*before);
  });
}

enum class Undated { kept, left_out };

// What the plan expects next, in order of date; stages that run and events alike.
std::vector<Step> planned(const StandingView& view, const std::set<RecordId>& taken, std::size_t limit, Undated undated = Undated::kept) {
  std::vector<const ScheduledMilestone*> rows;
  for (const ScheduledMilestone& s : view.plan.milestones)
    if (const Milestone* m = view.dossier.find(s.milestone); m && view.open(*m) && s.early_finish && !taken.count(m->id)) rows.push_back(&s);
  std::stable_sort(rows.begin(), rows.end(), [](const ScheduledMilestone* a, const ScheduledMilestone* b) { return a->early_finish < b->early_finish; });
  std::vector<Step> out;
  for (const ScheduledMilestone* s : rows) {
    const Milestone& m = *view.dossier.find(s->milestone);
    const std::string text = m.title.empty() ? m.code : m.title;
    const Step step = with_latest_day({.source = Step::Source::plan, .code = m.code, .text = text, .owner = view.party(m.owner.number ? m.owner : m.co_owner),
                   .due = s->early_finish, .announced_for = {}, .needed_by = {}, .needed_for = {}, .overdue = false, .sentence = {}, .undated = is_undated(view, m)}, latest_day(view, s->milestone));
    if (step.undated && undated == Undated::left_out) continue;
    const auto twin = std::find_if(out.begin(), out.end(), [&](const Step& other) { return other.text == step.text && other.due == step.due; });
    if (twin != out.end()) {
      share(*twin, step);
      continue;
    }
    if (out.size() == limit) break;
    out.push_back(step);
  }
  return out;
}

std::string needed_phrase(const StandingView& view, const Step& step, bool says_end) {
  if (!step.needed_by || step.needed_by == step.due) return {};
  const Tongue& t = view.t;
  const std::string day = by_day(*step.needed_by, t);
  const std::string needed = step.needed_for.empty() ? t("needed {}", day) : t("needed {} for {}", day, step.needed_for);
  return ", " + (says_end && step.needed_end ? t("{} if the mandate ends {}", needed, on_day(*step.needed_end, t)) : needed);
}

// A step with the day by which it is put in order: its due date; without one, the day on which its milestone begins, or now.
// A promise without a date comes after everything that has one.
struct PlacedStep {
  Step step;
  Day place;
};

Day place_without_date(const StandingView& view, const Milestone& m) {
  const ScheduledMilestone* s = view.dates_of(m);
  return s && s->early_start && !s->started ? std::max(*s->early_start, view.as_of) : view.as_of;
}

void put_in_order(std::vector<PlacedStep>& steps) {
  std::stable_sort(steps.begin(), steps.end(), [](const PlacedStep& a, const PlacedStep& b) { return a.place < b.place; });
}

// What people wrote down as next steps; the same step of several milestones once.
std::vector<PlacedStep> recorded_steps(const StandingView& view) {
  std::vector<PlacedStep> out;
  for (const Milestone* m : in_outline_order(view.dossier)) {
    if (!view.open(*m) || trim(m->next_step).empty()) continue;
    const Step step = step_of(view, *m);
    const auto twin = std::find_if(out.begin(), out.end(), [&](const PlacedStep& other) { return other.step.text == step.text && other.step.owner == step.owner && other.step.due == step.due; });
    if (twin != out.end()) share(twin->step, step);
    else out.push_back({step, step.due.value_or(place_without_date(view, *m))});
  }
  put_in_order(out);
  return out;
}

std::string due_phrase(const StandingView& view, const Step& step) {
  const Tongue& t = view.t;
  if (!step.due) return t("no date is set");
  if (step.overdue) return t.plural("it was due {1}, {0} day ago", "it was due {1}, {0} days ago", days_between(*step.due, view.as_of), on_day(*step.due, t));
  return t("due {}", on_day(*step.due, t));
}

const Milestone* running_milestone(const StandingView& view) {
  for (const ScheduledMilestone& s : view.plan.milestones)
    if (const Milestone* m = view.dossier.find(s.milestone); m && s.started && view.open(*m)) return m;
  return nullptr;
}

const Milestone* next_in_plan(const StandingView& view) {
  const ScheduledMilestone* first = nullptr;
  for (const ScheduledMilestone& s : view.plan.milestones)
    if (const Milestone* m = view.dossier.find(s.milestone); m && view.open(*m) && s.early_finish && (!first || *s.early_finish < *first->early_finish)) first = &s;
  return first ? view.dossier.find(first->milestone) : nullptr;
}

std::string move_without_step(const StandingView& view) {
  const bool nothing_open = std::none_of(view.dossier.all<Milestone>().begin(), view.dossier.all<Milestone>().end(), [&](const Milestone& m) { return view.open(m); });
  const Tongue& t = view.t;
  if (view.dossier.all<Milestone>().empty()) return t("No next step is recorded.");
  if (nothing_open) return t("Nothing is left to be done in this plan.");
  const auto owed = [&](const Milestone& m) {
    const std::string who = owners(view, m);
    return who.empty() ? t("nobody is named for it") : t("it is owed by {}", who);
  };
  if (const Milestone* m = running_milestone(view)) return t("No next step is recorded. {} is running; {}.", view.name_with_code(*m), owed(*m));
  const Milestone* m = next_in_plan(view);
  if (!m) return t("No next step is recorded, and nothing is running.");
  return t("No next step is recorded, and nothing is running. Next in the plan is {}; {}.", view.name_with_code(*m), owed(*m));
}

}  // namespace

std::string step_sentence(const StandingView& view, const Step& step, bool says_end) {
  if (step.source == Step::Source::announced) return step.sentence;
  const Tongue& t = view.t;
  std::string text = fmt::format("{} ({})", step.text, step.code);
  if (!step.owner.empty()) text += ", " + step.owner;
  if (!step.due) return t("{}.", text + ", " + t("no date set") + needed_phrase(view, step, says_end));
  text += ", " + (step.source == Step::Source::plan ? t("forecast {}", view.day(*step.due)) : t("due {}", view.day(*step.due)));
  if (step.overdue) text += ", " + t.plural("{} day overdue", "{} days overdue", days_between(*step.due, view.as_of));
  return t("{}.", text + needed_phrase(view, step, says_end));
}

std::optional<Day> needed_end_of(const std::vector<Step>& steps) {
  std::optional<Day> end;
  for (const Step& step : steps) {
    if (!step.needed_by) continue;
    if (!step.needed_end || (end && *end != *step.needed_end)) return std::nullopt;
    end = step.needed_end;
  }
  return end;
}

std::optional<LatestDay> latest_day(const StandingView& view, Id<Milestone> id) {
  std::optional<LatestDay> first;
  for (const MandateOutlook& mandate : view.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (const LatestDates* dates = goal.reached ? nullptr : goal.find(id); dates && dates->latest_finish && (!first || *dates->latest_finish < first->by))
        first = LatestDay{*dates->latest_finish, mandate.end.uncertain() ? mandate.end.expected : std::nullopt};
  return first;
}

std::optional<Day> needed_by(const StandingView& view, Id<Milestone> id) {
  const auto latest = latest_day(view, id);
  return latest ? std::optional(latest->by) : std::nullopt;
}

std::string whose_move(const StandingView& view) {
  const std::vector<PlacedStep> steps = recorded_steps(view);
  if (steps.empty()) return move_without_step(view);
  const Step& step = steps.front().step;
  if (step.owner.empty()) return view.t("Nobody is named for the next step: {} ({}); {}.", step.text, step.code, due_phrase(view, step));
  return view.t("Next move: {}. {} ({}); {}.", step.owner, capitalised(step.text), step.code, due_phrase(view, step));
}

std::string code_of_move(const StandingView& view) {
  const std::vector<PlacedStep> steps = recorded_steps(view);
  if (!steps.empty()) return steps.front().step.code;
  const Milestone* m = running_milestone(view);
  if (!m) m = next_in_plan(view);
  return m ? m->code : std::string();
}

std::vector<Step> next_steps(const StandingView& view, std::size_t limit) {
  std::vector<PlacedStep> all = recorded_steps(view);
  std::set<RecordId> taken;  // what is named already is not named again as planned
  for (const Milestone& m : view.dossier.all<Milestone>())
    if (!trim(m.next_step).empty()) taken.insert(m.id);
  for (const Milestone* m : in_outline_order(view.dossier))
    if (m->deadline && view.open(*m)) {
      all.push_back({deadline_of(view, *m), *m->deadline});
      taken.insert(m->id);
    }
  for (const Commitment& c : view.dossier.all<Commitment>())
    if (is_open_on(c, view.as_of)) all.push_back({promise_of(view, c), due_of(c).value_or(last_day)});
  for (auto& [from, step] : announced_steps(view)) all.push_back({std::move(step), from});
  for (const Step& step : planned(view, taken, limit)) all.push_back({step, *step.due});
  put_in_order(all);
  std::vector<Step> out;
  for (PlacedStep& placed : all) {
    if (out.size() == limit) break;
    out.push_back(std::move(placed.step));
  }
  return out;
}

std::vector<Step> planned_steps(const StandingView& view, std::size_t limit) {
  return planned(view, {}, limit, Undated::left_out);
}

std::vector<std::string> open_commitments(const StandingView& view) {
  std::vector<std::string> out;
  for (const Commitment& c : view.dossier.all<Commitment>()) {
    if (!is_open_on(c, view.as_of)) continue;
    const std::string who = promiser(view, c);
    const Tongue& t = view.t;
    std::string text = fmt::format("{} ({})", without_full_stop(c.title), c.code);
    if (!who.empty()) text += ", " + t("promised by {}", who);
    if (c.made) text += " " + when(*c.made, t);
    text += "; " + (c.due && !c.due->is_unknown() ? t("due {}", in_prose(*c.due, t)) : t("no date was given"));
    if (const auto due = due_of(c); is_overdue(view, due)) text += ", " + t.plural("{} day overdue", "{} days overdue", days_between(*due, view.as_of));
    out.push_back(t("{}.", text));
  }
  return out;
}

}  // namespace accord
