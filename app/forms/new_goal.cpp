#include "app/forms/new_goal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/forms/steps.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/edit/commands.hpp"
#include "core/edit/typed_date.hpp"

namespace accord {
namespace {

constexpr std::string_view usual_goal = "Signature";

const Person* person_called(const Dossier& dossier, std::string_view name) {
  for (const Person& person : dossier.all<Person>())
    if (same_ignoring_case(person.title, name) || same_ignoring_case(person.code, name)) return &person;
  return nullptr;
}

bool has_goal(const Dossier& dossier, Id<Milestone> milestone) {
  const auto& goals = dossier.all<Goal>();
  return std::any_of(goals.begin(), goals.end(), [&](const Goal& goal) { return goal.milestone == milestone; });
}

Diagnostic problem(std::string code, std::string message, std::string field) {
  Diagnostic out{.code = std::move(code), .message = std::move(message)};
  out.place.field = std::move(field);
  return out;
}

}  // namespace

Diagnostics NewGoal::errors(const Dossier& dossier) const {
  Diagnostics out;
  if (!dossier.find_code_as<Milestone>(milestone))
    out.push_back(problem("new_goal.milestone", say("Choose the milestone that is to be reached."), "milestone"));
  if (!mandate.empty()) return out;
  if (trim(title).empty())
    out.push_back(problem("new_goal.title", say("Say whose mandate it is: an office, a legislature, a presidency."), "title"));
  if (const auto end = FuzzyDate::parse(date_as_typed(ends)); !trim(ends).empty() && !end) {
    out.push_back(end.errors().front());
    out.back().place = {};
    out.back().place.field = "ends";
  }
  return out;
}

Result<ChangeSet> NewGoal::changes(const Dossier& dossier, const ValidateOptions& options) const {
  if (Diagnostics problems = errors(dossier); !problems.empty()) return problems;
  Steps steps(dossier);
  std::string inside = mandate;
  if (inside.empty()) {
    inside = next_code(dossier, Kind::mandate);
    std::vector<Assignment> fields{{"code", inside}, {"title", std::string(trim(title))}};
    if (!trim(ends).empty()) fields.push_back({"end", std::string(trim(ends))});
    if (const std::string name(trim(holder)); !name.empty()) {
      if (!person_called(dossier, name)) {
        const Assignment person{"title", name};
        steps.run([&](const Dossier& now) { return add_record(now, Kind::person, std::span(&person, 1), options); });
      }
      if (const Person* person = person_called(steps.now, name)) fields.push_back({"person", person->code});
    }
    steps.run([&](const Dossier& now) { return add_record(now, Kind::mandate, fields, options); });
  }
  const std::vector<Assignment> goal{{"mandate", inside}, {"milestone", milestone}};
  steps.run([&](const Dossier& now) { return add_record(now, Kind::goal, goal, options); });
  if (!steps.problems.empty()) return steps.problems;
  return diff(dossier, steps.now);
}

const Milestone* proposed_for_goal(const Dossier& dossier, Id<Milestone> chosen) {
  if (const Milestone* one = dossier.find(chosen); one && !has_goal(dossier, chosen)) return one;
  const auto tracks = tracks_in_order(dossier);
  const Milestone* last = nullptr;
  for (const Milestone* m : in_outline_order(dossier)) {
    const bool elsewhere = !tracks.empty() && m->track != Id<Track>(tracks.front()->id);
    if (elsewhere || m->kind == MilestoneKind::group || has_goal(dossier, Id<Milestone>(m->id))) continue;
    if (same_ignoring_case(m->title, usual_goal)) return m;
    last = m;
  }
  return last;
}

}  // namespace accord
