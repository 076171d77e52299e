#include "app/forms/outline.hpp"

#include <algorithm>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/findings_memo.hpp"

namespace accord {
namespace {

// In order, without `but`.
std::vector<const Milestone*> members_of(const Dossier& dossier, Id<Milestone> parent, Id<Track> track,
                                         Id<Milestone> but = {}) {
  std::vector<const Milestone*> out;
  for (const Milestone* m : in_outline_order(dossier))
    if (m->parent == parent && (parent || m->track == track) && Id<Milestone>(m->id) != but) out.push_back(m);
  return out;
}

// Whether `one` is `other` or lies somewhere inside it. A circle of groups, which validate() tells of, ends the search.
bool lies_inside(const Dossier& dossier, Id<Milestone> one, Id<Milestone> other) {
  for (std::size_t steps = 0; one && steps <= dossier.all<Milestone>().size(); ++steps) {
    if (one == other) return true;
    const Milestone* m = dossier.find(one);
    one = m ? m->parent : Id<Milestone>();
  }
  return false;
}

// Between its neighbours; nothing where there is no room between them.
std::optional<double> position_between(const Milestone* before, const Milestone* after) {
  if ((before && !before->position) || (after && !after->position)) return std::nullopt;
  if (!before && !after) return 1;
  if (!before) return *after->position - 1;
  if (!after) return *before->position + 1;
  const double middle = (*before->position + *after->position) / 2;
  if (middle <= *before->position || middle >= *after->position) return std::nullopt;
  return middle;
}

class Moving {
 public:
  Moving(const Dossier& dossier, const Milestone& moved, const OutlinePlace& place)
      : dossier_(dossier), moved_(moved), place_(place), builder_(dossier) {}

  Dossier moved() && {
    auto siblings = members_of(dossier_, place_.parent, place_.track, Id<Milestone>(moved_.id));
    const auto next = std::ranges::find(siblings, RecordId(place_.before), &Milestone::id);
    const auto at = siblings.insert(next, &moved_);
    const Milestone* before = at == siblings.begin() ? nullptr : *(at - 1);
    const Milestone* after = at + 1 == siblings.end() ? nullptr : *(at + 1);
    auto position = position_between(before, after);
    for (std::size_t i = 0; i < siblings.size(); ++i) {
      const double whole = static_cast<double>(i + 1);
      if (siblings[i] == &moved_) position = position.value_or(whole);
      else if (!position_between(before, after) && siblings[i]->position != whole)
        change(*siblings[i], [&](Milestone& m) { m.position = whole; });
    }
    change(moved_, [&](Milestone& m) {
      m.parent = place_.parent;
      m.track = place_.track;
      m.position = position;
    });
    for (const Milestone& m : dossier_.all<Milestone>())
      if (m.track == moved_.track && place_.track != moved_.track && m.parent &&
          lies_inside(dossier_, m.parent, Id<Milestone>(moved_.id)))
        change(m, [&](Milestone& member) { member.track = place_.track; });
    return std::move(builder_).build();
  }

 private:
  template <class Edit>
  void change(const Milestone& milestone, Edit edit) {
    auto copy = std::make_shared<Milestone>(milestone);
    edit(*copy);
    builder_.put(Kind::milestone, std::move(copy));
  }

  const Dossier& dossier_;
  const Milestone& moved_;
  OutlinePlace place_;
  DossierBuilder builder_;
};

}  // namespace

std::optional<OutlinePlace> place_towards(const Dossier& dossier, Id<Milestone> milestone, OutlineMove move) {
  const Milestone* m = dossier.find(milestone);
  if (!m) return std::nullopt;
  const auto siblings = members_of(dossier, m->parent, m->track);
  const auto at = std::ranges::find(siblings, m->id, &Milestone::id);
  if (at == siblings.end()) return std::nullopt;
  const auto id_of = [&](auto where) { return where == siblings.end() ? Id<Milestone>() : Id<Milestone>((*where)->id); };
  switch (move) {
    case OutlineMove::up:
      if (at == siblings.begin()) return std::nullopt;
      return OutlinePlace{m->track, m->parent, id_of(at - 1)};
    case OutlineMove::down:
      if (at + 1 == siblings.end()) return std::nullopt;
      return OutlinePlace{m->track, m->parent, id_of(at + 2)};
    case OutlineMove::in: {
      if (at == siblings.begin() || (*(at - 1))->kind != MilestoneKind::group) return std::nullopt;
      return OutlinePlace{(*(at - 1))->track, id_of(at - 1), {}};
    }
    case OutlineMove::out: {
      const Milestone* group = dossier.find(m->parent);
      if (!group) return std::nullopt;
      const auto around = members_of(dossier, group->parent, group->track);
      const auto after = std::ranges::find(around, group->id, &Milestone::id) + 1;
      return OutlinePlace{group->track, group->parent, after == around.end() ? Id<Milestone>() : Id<Milestone>((*after)->id)};
    }
  }
  return std::nullopt;
}

Result<ChangeSet> move_in_outline(const Dossier& dossier, Id<Milestone> milestone, const OutlinePlace& place,
                                  const ValidateOptions& options) {
  const Milestone* moved = dossier.find(milestone);
  if (!moved || (place.parent && !dossier.find(place.parent)) || (place.track && !dossier.find(place.track)))
    return Diagnostic{.code = "record.unknown", .message = say("What was to be moved, or the place for it, is not there any more.")};
  if (place.parent && dossier.find(place.parent)->kind != MilestoneKind::group)
    return Diagnostic{.code = "outline.inside", .message = say("{} is no group, so nothing can belong to it.", dossier.code_of(Kind::milestone, place.parent))};
  if (lies_inside(dossier, place.parent, milestone))
    return Diagnostic{.code = "outline.inside", .message = say("A group cannot belong to itself or to one of its members.")};
  if (place.before == milestone) return ChangeSet{};
  const Dossier after = Moving(dossier, *moved, place).moved();
  Diagnostics problems = new_findings(findings_of(dossier, options), findings_of(after, options));
  std::erase_if(problems, [](const Diagnostic& d) { return d.severity != Severity::error; });
  if (!problems.empty()) return problems;
  return diff(dossier, after);
}

}  // namespace accord
