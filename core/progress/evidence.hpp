#pragma once
// What is shown by evidence, and what only is said. A milestone that needs evidence does not count as reached without
// it.
#include <map>
#include <vector>

#include "core/base/spoken.hpp"
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

  // Said to be finished by the day, but it needs evidence and has none. A fuzzy date counts from its latest day on.
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
// "C(2025) 123, 9 April 2025, https://…, file decision.pdf (120 kB, 0f3a9c21d4e5), validated by …".
std::string evidence_in_words(const Dossier& dossier, const Evidence& evidence,
                              const Tongue& tongue = spoken());

}  // namespace accord
