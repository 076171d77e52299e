#include "core/schedule/way.hpp"

#include <map>
#include <set>

namespace accord {
namespace {

class Way {
 public:
  explicit Way(const Dossier& dossier) {
    for (const Milestone& milestone : dossier.all<Milestone>()) {
      const Id<Milestone> id(milestone.id);
      if (!milestone.parent) continue;
      parent_[id] = milestone.parent;
      members_[milestone.parent].push_back(id);
    }
    for (const Link& link : dossier.all<Link>()) predecessors_[link.successor].push_back(link.predecessor);
  }

  std::set<Id<Milestone>> to(Id<Milestone> goal) {
    std::vector<Id<Milestone>> open{goal};
    while (!open.empty()) {
      const Id<Milestone> at = open.back();
      open.pop_back();
      if (!seen_.insert(at).second) continue;
      for (const Id<Milestone> member : members_[at]) open.push_back(member);
      std::set<Id<Milestone>> around;  // guards against a circle of parents
      for (Id<Milestone> holder = at; holder && around.insert(holder).second; holder = parent_[holder])
        for (const Id<Milestone> before : predecessors_[holder]) open.push_back(before);
    }
    return seen_;
  }

 private:
  std::map<Id<Milestone>, Id<Milestone>> parent_;
  std::map<Id<Milestone>, std::vector<Id<Milestone>>> members_, predecessors_;
  std::set<Id<Milestone>> seen_;
};

}  // namespace

std::vector<Id<Milestone>> on_the_way_to(const Dossier& dossier, Id<Milestone> milestone) {
  const std::set<Id<Milestone>> seen = Way(dossier).to(milestone);
  std::vector<Id<Milestone>> way;
  for (const Milestone* candidate : in_outline_order(dossier)) {
    const bool leaf = candidate->kind != MilestoneKind::group && candidate->state == MilestoneState::active;
    if (leaf && seen.count(Id<Milestone>(candidate->id))) way.push_back(Id<Milestone>(candidate->id));
  }
  return way;
}

}  // namespace accord
