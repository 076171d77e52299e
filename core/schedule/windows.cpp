// The ends of mandates, and the days on which several hold at once.
#include <algorithm>

#include "core/schedule/goal_outlook.hpp"

namespace accord {
namespace {

WindowEnd window_end(const std::optional<FuzzyDate>& date, std::optional<Day> expected) {
  WindowEnd end;
  if (date && !date->is_unknown()) end = {date->earliest(), date->middle(), date->latest()};
  if (expected) end.expected = expected;
  if (expected && !end.earliest && !end.latest) end.earliest = end.latest = expected;
  return end;
}

// Holds on the day, as far as anyone knows.
bool holds_on(const Mandate& mandate, Day day) {
  const WindowEnd start = start_of(mandate), end = end_of(mandate);
  const std::optional<Day> last = end.latest ? end.latest : end.expected;
  return (!start.expected || *start.expected <= day) && (!last || day <= *last);
}

// Keeps the tighter of two ends: the later start, the earlier end. An absent one does not bound.
template <class Tighter>
void tighten(std::optional<Day>& bound, std::optional<Day> other, Tighter tighter) {
  if (other && (!bound || tighter(*other, *bound))) bound = other;
}

void intersect(Opportunity& window, const Mandate& mandate) {
  const WindowEnd start = start_of(mandate), end = end_of(mandate);
  const auto later = std::greater<Day>{};
  const auto sooner = std::less<Day>{};
  const auto known = [](std::optional<Day> day, const WindowEnd& whole) { return day ? day : whole.expected; };
  tighten(window.from.earliest, known(start.earliest, start), later);
  tighten(window.from.expected, start.expected, later);
  tighten(window.from.latest, known(start.latest, start), later);
  tighten(window.to.earliest, known(end.earliest, end), sooner);
  tighten(window.to.expected, end.expected, sooner);
  tighten(window.to.latest, known(end.latest, end), sooner);
  window.needed.push_back(Id<Mandate>(mandate.id));
  if (end.unknown()) window.end_unknown.push_back(Id<Mandate>(mandate.id));
}

}  // namespace

WindowEnd start_of(const Mandate& mandate) { return window_end(mandate.start, std::nullopt); }
WindowEnd end_of(const Mandate& mandate) { return window_end(mandate.end, mandate.end_expected); }

WindowEnd end_still_to_come(const Mandate& mandate, Day day) {
  WindowEnd end = end_of(mandate);
  if (end.latest && *end.latest < day) return end;
  for (std::optional<Day>* bound : {&end.earliest, &end.expected})
    if (*bound && **bound < day) *bound = day;
  return end;
}

Inside inside(const Mandate& mandate, Day day) {
  const WindowEnd start = start_of(mandate), end = end_of(mandate);
  if ((start.earliest && day < *start.earliest) || (end.latest && day > *end.latest)) return Inside::no;
  const bool surely_begun = start.unknown() || (start.latest && day >= *start.latest);
  const bool surely_not_over = end.earliest && day <= *end.earliest;
  return surely_begun && surely_not_over ? Inside::yes : Inside::cannot_be_said;
}

Inside inside_so_far(const Mandate& mandate, Day day) {
  const Inside found = inside(mandate, day);
  if (found != Inside::cannot_be_said || !end_of(mandate).unknown()) return found;
  const WindowEnd start = start_of(mandate);
  return start.unknown() || (start.latest && day >= *start.latest) ? Inside::yes : found;
}

Opportunity opportunity_for(const Dossier& dossier, Id<Milestone> milestone, Day status_date) {
  std::vector<Id<Mandate>> with_goal;
  for (const Goal& goal : dossier.all<Goal>())
    if (goal.milestone == milestone) with_goal.push_back(goal.mandate);
  Opportunity window{
      .milestone = milestone, .from = {}, .to = {}, .binds_from = {}, .binds_to = {}, .needed = {}, .end_unknown = {}};
  for (const Mandate& mandate : dossier.all<Mandate>()) {
    const bool has_goal = std::find(with_goal.begin(), with_goal.end(), Id<Mandate>(mandate.id)) != with_goal.end();
    if (has_goal || (mandate.kind != MandateKind::presidency && holds_on(mandate, status_date)))
      intersect(window, mandate);
  }
  for (const Id<Mandate> id : window.needed) {
    const Mandate& mandate = *dossier.find(id);
    if (window.from.expected && start_of(mandate).expected == window.from.expected) window.binds_from.push_back(id);
    if (window.to.expected && end_of(mandate).expected == window.to.expected) window.binds_to.push_back(id);
  }
  return window;
}

}  // namespace accord
