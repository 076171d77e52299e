#include "app/session/effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/change.hpp"
#include "core/model/validate.hpp"

namespace accord {
namespace {

void add_once(std::vector<Id<Milestone>>& ids, Id<Milestone> id) {
  if (id && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// The milestones whose dates people ask for: the goals, then initialling, signature and entry into force of each track.
void add_watched(std::vector<Id<Milestone>>& ids, const Outlook& outlook, const Standing& standing) {
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (!goal.reached) add_once(ids, goal.milestone);
  for (const ThreeDates& dates : standing.dates)
    for (const DateStanding* date : {&dates.initialled, &dates.signature, &dates.in_force})
      if (const Milestone* m = outlook.dossier.find_code_as<Milestone>(date->code)) add_once(ids, Id<Milestone>(m->id));
}

// "2027-01-02 → 2027-01-05, 3 days later".
std::string moved(Day was, Day is) {
  const int days = days_between(was, is);
  const std::string from_to = fmt::format("{} → {}", to_iso(was), to_iso(is));
  if (days == 0) return from_to;
  return days > 0 ? say_plural("{1}, {0} day later", "{1}, {0} days later", days, from_to)
                  : say_plural("{1}, {0} day earlier", "{1}, {0} days earlier", -days, from_to);
}

std::string named(const Milestone& m) { return m.title.empty() || m.title == m.code ? m.code : fmt::format("{} {}", m.code, m.title); }

std::string margin_in_words(const Outlook& outlook, const MandateOutlook& mandate, int days) {
  const std::string title = title_of(Kind::mandate, *outlook.dossier.find(mandate.mandate));
  return days < 0 ? say_plural("{} day too late for the expected end of {}",
                               "{} days too late for the expected end of {}", -days, title)
                  : say_plural("{} day to spare before the expected end of {}",
                               "{} days to spare before the expected end of {}", days, title);
}

std::string margins(const Outlook& outlook, Id<Milestone> milestone) {
  std::vector<std::string> parts;
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (goal.milestone == milestone && goal.margin_days)
        parts.push_back(margin_in_words(outlook, mandate, *goal.margin_days));
  return parts.empty() ? "" : "; " + join(parts, "; ");
}

std::string date_moves(const Outlook& before, const Outlook& after, Id<Milestone> id) {
  const Milestone* milestone = after.dossier.find(id);
  const auto was = before.date_of(id), is = after.date_of(id);
  if (!milestone) return say("{} is no longer in the plan.", named(*before.dossier.find(id)));
  if (was == is) return {};
  if (!was || !is)
    return fmt::format("{}: {} → {}.", named(*milestone), was ? to_iso(*was) : say("no date"),
                       is ? to_iso(*is) : say("no date"));
  return fmt::format("{}: {}{}.", named(*milestone), moved(*was, *is), margins(after, id));
}

// A goal with the mandate that it belongs to.
struct Aim {
  const MandateOutlook* mandate = nullptr;
  const GoalOutlook* goal = nullptr;
};

Aim aim_of(const Outlook& outlook, Id<Goal> id) {
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    if (const auto at = std::find_if(mandate.goals.begin(), mandate.goals.end(),
                                     [&](const GoalOutlook& goal) { return goal.goal == id; });
        at != mandate.goals.end())
      return {&mandate, &*at};
  return {};
}

std::string aim_in_words(const Outlook& outlook, const Aim& aim) {
  const Milestone* milestone = outlook.dossier.find(aim.goal->milestone);
  return say("{} inside {}", milestone ? named(*milestone) : say("a milestone"),
             title_of(Kind::mandate, *outlook.dossier.find(aim.mandate->mandate)));
}

const GoalStanding* standing_of_goal(const Standing& standing, Id<Goal> id) {
  const auto at = std::find_if(standing.goals.begin(), standing.goals.end(),
                               [&](const GoalStanding& goal) { return goal.goal == id; });
  return at == standing.goals.end() ? nullptr : &*at;
}

// The light, and the margin where the date that it is measured from did not move.
std::string goal_changes(const Outlook& before, const Outlook& after, const Standing& was, const Standing& is,
                         Id<Goal> id) {
  const Aim then = aim_of(before, id), now = aim_of(after, id);
  const GoalStanding *light_then = standing_of_goal(was, id), *light_now = standing_of_goal(is, id);
  if (!then.goal || !now.goal || !light_then || !light_now) return {};
  std::vector<std::string> parts;
  if (light_then->light.word != light_now->light.word)
    parts.push_back(fmt::format("{} → {}", light_then->light.word, light_now->light.word));
  const bool same_day = before.date_of(then.goal->milestone) == after.date_of(now.goal->milestone);
  if (same_day && then.goal->margin_days != now.goal->margin_days) {
    parts.push_back(now.goal->margin_days ? margin_in_words(after, *now.mandate, *now.goal->margin_days)
                                          : say("the margin is not known any more"));
    if (then.goal->margin_days && now.goal->margin_days)
      parts.push_back(*then.goal->margin_days < 0
                          ? say_plural("before, {} day too late", "before, {} days too late", -*then.goal->margin_days)
                          : say_plural("before, {} day to spare", "before, {} days to spare", *then.goal->margin_days));
  }
  return parts.empty() ? std::string() : fmt::format("{}: {}.", aim_in_words(after, now), join(parts, "; "));
}

void add_goals(std::vector<std::string>& out, const Outlook& before, const Outlook& after, const Standing& was,
               const Standing& is) {
  for (const Goal& goal : before.dossier.all<Goal>())
    if (const Aim aim = aim_of(before, Id<Goal>(goal.id)); aim.goal && !after.dossier.find(Id<Goal>(goal.id)))
      out.push_back(say("The goal is given up: {}.", aim_in_words(before, aim)));
  for (const Goal& goal : after.dossier.all<Goal>()) {
    const Aim aim = aim_of(after, Id<Goal>(goal.id));
    if (!aim.goal) continue;
    if (before.dossier.find(Id<Goal>(goal.id))) {
      if (std::string sentence = goal_changes(before, after, was, is, Id<Goal>(goal.id)); !sentence.empty())
        out.push_back(std::move(sentence));
    } else if (const GoalStanding* standing = standing_of_goal(is, Id<Goal>(goal.id))) {
      out.push_back(say("A new goal: {}, {}.", aim_in_words(after, aim), standing->light.word));
    }
  }
}

// Where no date that people ask for moves: the end of the plan, and the milestone that moves most.
void add_other_moves(std::vector<std::string>& out, const Outlook& before, const Outlook& after) {
  const Milestone* most = nullptr;
  int farthest = 0, others = 0;
  for (const Milestone& m : after.dossier.all<Milestone>()) {
    const auto was = before.date_of(Id<Milestone>(m.id)), is = after.date_of(Id<Milestone>(m.id));
    if (m.kind == MilestoneKind::group || !was || !is || was == is) continue;
    ++others;
    if (const int days = std::abs(days_between(*was, *is)); days > farthest) {
      farthest = days;
      most = &m;
    }
  }
  if (most) {
    std::string sentence = date_moves(before, after, Id<Milestone>(most->id));
    if (others > 1)
      sentence.insert(sentence.size() - 1, say_plural("; {} other milestone moves less or as much",
                                                      "; {} other milestones move less or as much", others - 1));
    out.push_back(std::move(sentence));
  }
  if (before.plan.finish != after.plan.finish)
    out.push_back(say("The plan ends: {}.", moved(before.plan.finish, after.plan.finish)));
}

// What the plan doubts of the facts that were entered: said without the evidence that they need, or ahead of what should
// have come first.
bool doubts_a_fact(const Diagnostic& d) { return d.code == "evidence.missing" || d.code == "estimate.exhausted" || d.code == "progress.out_of_sequence"; }

bool risks_differ(const Dossier& before, const Dossier& after) {
  return std::ranges::any_of(diff(before, after), [](const RecordChange& change) { return change.kind == Kind::risk; });
}

std::string silence_in_days(const SilenceReport& silence) {
  return silence.dossier.days ? say_plural("{} day", "{} days", *silence.dossier.days) : say("nothing recorded");
}

}  // namespace

std::vector<std::string> effects(const Outlook& before, const Outlook& after) {
  const Standing was = standing_of(before), is = standing_of(after);
  std::vector<Id<Milestone>> watched;
  add_watched(watched, after, is);
  add_watched(watched, before, was);
  std::vector<std::string> out;
  bool one_moves = false;
  for (const Id<Milestone> id : watched)
    if (std::string sentence = date_moves(before, after, id); !sentence.empty()) {
      out.push_back(std::move(sentence));
      one_moves = one_moves || after.date_of(id);
    }
  add_goals(out, before, after, was, is);
  if (!one_moves) add_other_moves(out, before, after);
  if (risks_differ(before.dossier, after.dossier))
    out.push_back(say("A risk changes the chance, not the dates of the plan; the forecast tells by how much."));
  if (out.empty()) out.push_back(say("No date towards a goal moves."));
  if (before.silence.dossier.days != after.silence.dossier.days)
    out.push_back(say("Silence: {} → {}.", silence_in_days(before.silence), silence_in_days(after.silence)));
  for (std::string& sentence : new_doubts(before, after)) out.push_back(std::move(sentence));
  return out;
}

std::vector<std::string> new_doubts(const Outlook& before, const Outlook& after) {
  std::vector<std::string> out;
  for (const Diagnostic& d : new_findings(before.plan.warnings, after.plan.warnings))
    if (doubts_a_fact(d)) out.push_back(say("Warning: {}", d.message));
  for (const Diagnostic& d : new_findings(validate(before.dossier), validate(after.dossier)))
    if (d.severity == Severity::warning) out.push_back(say("Warning: {}", d.message));
  return out;
}

}  // namespace accord
