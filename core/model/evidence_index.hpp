#pragma once
// What is shown by evidence, and what only is said. A milestone that needs evidence does not count as reached without
// it: this is the one place where that is decided, for the plan as for everything that speaks of it.
#include <map>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

// Built once for a dossier, which it must not outlive. Evidence counts when it holds something to look at: a link, an
// act's number or a file.
class EvidenceIndex {
 public:
  explicit EvidenceIndex(const Dossier& dossier);

  // In order of their ids; empty where there is none.
  const std::vector<const Evidence*>& of(Id<Milestone> id) const { return look_up(milestones_, id); }
  const std::vector<const Evidence*>& of(Id<Benchmark> id) const { return look_up(benchmarks_, id); }
  const std::vector<const Evidence*>& of(Id<Entry> id) const { return look_up(entries_, id); }

  // It needs evidence and has none, so that nothing which is said of its end counts.
  bool lacks_evidence(const Milestone& milestone) const;
  // Said to be finished by the day, but it needs evidence and has none. A fuzzy date counts from its middle day on, an
  // unknown one at once.
  bool awaits_evidence(const Milestone& milestone, Day day) const;
  // Finished by the day and, where that is demanded, shown.
  bool counts_as_reached(const Milestone& milestone, Day day) const;

 private:
  template <class Map, class Key>
  static const std::vector<const Evidence*>& look_up(const Map& map, Key key) {
    static const std::vector<const Evidence*> none;
    const auto at = map.find(key);
    return at == map.end() ? none : at->second;
  }
  std::map<Id<Milestone>, std::vector<const Evidence*>> milestones_;
  std::map<Id<Benchmark>, std::vector<const Evidence*>> benchmarks_;
  std::map<Id<Entry>, std::vector<const Evidence*>> entries_;
};

// Whether it holds a link, an act's number or a file.
bool shows_something(const Evidence& evidence);

}  // namespace accord
