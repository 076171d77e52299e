// What drives the date of the first open goal, what could cost time, and what nobody knows.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/quantities.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// The open goal that comes first, as in the order of the goals' standings.
const GoalOutlook* first_open_goal(const StandingView& view) {
  const GoalOutlook* first = nullptr;
  for (const MandateOutlook& mandate : view.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (!goal.reached && goal.forecast && view.dossier.find(goal.milestone) && (!first || *goal.forecast < *first->forecast)) first = &goal;
  return first;
}

// The chain of what decided each date, from the milestone back; each milestone once.
std::vector<Id<Milestone>> driver_chain(const Schedule& plan, Id<Milestone> from) {
  std::vector<Id<Milestone>> chain;
  for (Id<Milestone> id = from; id && std::find(chain.begin(), chain.end(), id) == chain.end();) {
    chain.push_back(id);
    const ScheduledMilestone* s = plan.find(id);
    id = s ? s->driver.predecessor : Id<Milestone>{};
  }
  return chain;
}

// Calendar days that an unfinished milestone still takes, waiting for its session or rule included: from the finish of what
// drives it, or from the day of the standing, to its own finish. The wait before the plan itself begins is nobody's.
int days_ahead(const StandingView& view, const ScheduledMilestone& s) {
  Day from = std::max(view.as_of, view.dossier.info().plan_start.value_or(view.as_of));
  const ScheduledMilestone* before = s.driver.predecessor ? view.plan.find(s.driver.predecessor) : nullptr;
  if (before && before->early_finish && *before->early_finish > from) from = *before->early_finish;
  return s.early_finish && *s.early_finish > from ? days_between(from, *s.early_finish) : 0;
}

double expected_loss(const Risk& risk) {
  double size = 1;
  if (risk.delay)
    for (const double v : risk.delay->values) size = std::max(size, v);
  return risk.probability.value_or(0) * size;
}

std::string risk_sentence(const Risk& risk, const Tongue& t) {
  std::vector<std::string> facts;
  if (risk.probability) facts.push_back(t("probability {} %", std::lround(*risk.probability * 100)));
  if (risk.delay) facts.push_back(t("could cost {}", t.code() == "en" ? risk.delay->in_words() : in_words(*risk.delay, t)));
  const std::string name = fmt::format("{} ({})", without_full_stop(risk.title), risk.code);
  return facts.empty() ? name + "." : fmt::format("{}: {}.", name, join(facts, ", "));
}

// What a question is about: something that runs now, something to come, the rest.
int distance(const StandingView& view, const Question& q) {
  int nearest = 2;
  for (const Id<Milestone> id : q.milestones) {
    const Milestone* m = view.dossier.find(id);
    if (!m || !view.open(*m)) continue;
    const ScheduledMilestone* s = view.dates_of(*m);
    nearest = std::min(nearest, s && s->started ? 0 : 1);
  }
  return nearest;
}

}  // namespace

std::vector<Influence> top_drivers(const StandingView& view, std::size_t limit) {
  const GoalOutlook* goal = first_open_goal(view);
  std::vector<Id<Milestone>> chain = goal ? driver_chain(view.plan, goal->milestone) : view.plan.critical_path;
  struct Piece {
    const Milestone* milestone;
    int days;
  };
  std::vector<Piece> pieces;
  for (const Id<Milestone> id : chain) {
    const Milestone* m = view.dossier.find(id);
    const ScheduledMilestone* s = view.plan.find(id);
    if (!m || !s || !view.open(*m)) continue;
    if (const int days = days_ahead(view, *s); days > 0) pieces.push_back({m, days});
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.days > b.days; });
  if (pieces.size() > limit) pieces.resize(limit);

  if (pieces.empty()) return {};
  const Day finish = goal ? *goal->forecast : view.plan.finish;
  const int whole = days_between(view.as_of, finish);
  std::vector<Influence> out;
  for (const Piece& p : pieces)
    out.push_back({p.milestone->code, goal ? view.t.plural("{1}: {2} of the {0} day to the goal.", "{1}: {2} of the {0} days to the goal.", whole, view.name_with_code(*p.milestone), p.days)
                                           : view.t.plural("{1}: {2} of the {0} day to the end of the plan.", "{1}: {2} of the {0} days to the end of the plan.", whole, view.name_with_code(*p.milestone), p.days)});
  return out;
}

std::vector<Influence> top_risks(const StandingView& view, std::size_t limit) {
  const auto& milestones = view.dossier.all<Milestone>();
  if (!milestones.empty() && std::ranges::none_of(milestones, [&](const Milestone& m) { return view.open(m); })) return {};
  std::vector<const Risk*> risks;
  for (const Risk& risk : view.dossier.all<Risk>()) {
    const bool past = risk.window_to && *risk.window_to < view.as_of;
    if (risk.state == RiskState::open && !past) risks.push_back(&risk);
  }
  std::stable_sort(risks.begin(), risks.end(), [](const Risk* a, const Risk* b) { return expected_loss(*a) > expected_loss(*b); });
  if (risks.size() > limit) risks.resize(limit);
  std::vector<Influence> out;
  for (const Risk* risk : risks) out.push_back({risk->code, risk_sentence(*risk, view.t)});
  return out;
}

std::vector<OpenQuestion> open_questions(const StandingView& view) {
  std::vector<const Question*> questions;
  for (const Question& q : view.dossier.all<Question>()) {
    if (q.answered || !trim(q.answer).empty()) continue;
    questions.push_back(&q);
  }
  std::stable_sort(questions.begin(), questions.end(), [&](const Question* a, const Question* b) { return distance(view, *a) < distance(view, *b); });
  std::vector<OpenQuestion> out;
  for (const Question* q : questions) {
    std::vector<std::string> facts;
    if (!trim(q->ask).empty()) facts.push_back(view.t("ask {}", without_full_stop(q->ask)));
    if (q->since && q->since->middle()) facts.push_back(view.t("open {}", since(*q->since, view.t)));
    const std::string sentence = facts.empty() ? with_full_stop(q->title) : fmt::format("{} ({}).", trim(q->title), join(facts, "; "));
    out.push_back({q->code, std::string(trim(q->title)), sentence});
  }
  return out;
}

}  // namespace accord
