#include "app/forms/new_milestone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/forms/steps.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"

namespace accord {
namespace {

std::vector<const Milestone*> siblings_of(const Dossier& dossier, const Milestone& one) {
  std::vector<const Milestone*> out;
  for (const Milestone* m : in_outline_order(dossier))
    if (m->parent == one.parent && m->track == one.track) out.push_back(m);
  return out;
}

// Between the one before and its next sibling; nothing where there is no room between them.
std::optional<double> place_after(const Milestone& before, const std::vector<const Milestone*>& siblings) {
  const auto next = std::find(siblings.begin(), siblings.end(), &before) + 1;
  if (!before.position) return std::nullopt;
  if (next == siblings.end() || !(*next)->position) return *before.position + 1;
  if (*(*next)->position <= *before.position) return std::nullopt;
  return (*before.position + *(*next)->position) / 2;
}

}  // namespace

Result<ChangeSet> add_milestone_after(const Dossier& dossier, Id<Milestone> id, const std::string& title,
                                      const ValidateOptions& options) {
  const Milestone* before = dossier.find(id);
  if (!before) return Diagnostic{.code = "record.unknown", .message = say("The milestone before it is not there any more.")};
  Steps steps(dossier);
  std::vector<Assignment> fields{{"title", title}};
  if (before->track) fields.push_back({"track", dossier.code_of(Kind::track, before->track)});
  const bool is_group = before->kind == MilestoneKind::group;
  const Id<Milestone> parent = is_group ? id : before->parent;
  if (parent) fields.push_back({"parent", dossier.code_of(Kind::milestone, parent)});
  if (!is_group) {
    const auto siblings = siblings_of(dossier, *before);
    auto place = place_after(*before, siblings);
    for (std::size_t i = 0; !place && i < siblings.size(); ++i) {
      const Assignment position{"position", fmt::format("{}", i + 1)};
      if (!steps.run([&](const Dossier& now) {
            return set_fields(now, siblings[i]->code, std::span(&position, 1), options);
          }))
        return steps.problems;
    }
    if (!place) place = place_after(*steps.now.find(id), siblings_of(steps.now, *steps.now.find(id)));
    fields.push_back({"position", fmt::format("{}", *place)});
  }
  const std::string code = next_code(dossier, Kind::milestone);
  fields.push_back({"code", code});
  if (!steps.run([&](const Dossier& now) { return add_record(now, Kind::milestone, fields, options); }))
    return steps.problems;
  if (!is_group && !steps.run([&](const Dossier& now) { return add_link(now, before->code, code, {}, options); }))
    return steps.problems;
  return diff(dossier, steps.now);
}

}  // namespace accord
