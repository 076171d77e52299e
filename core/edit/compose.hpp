#pragma once
// Many changes as one: what the state of a dossier at any past entry is computed from, without making every state between.
#include <map>

#include "core/edit/change.hpp"

namespace accord {

// Adds up changes that follow one another. Costs the changes, not the dossier.
class Composition {
 public:
  // The next changes. Refuses, and takes nothing, where they do not follow from those before: a field that was left as
  // something else, a record added twice or gone (codes compose.field, compose.exists, compose.gone; `expected` and
  // `found`). Each set changes a record at most once, as diff() gives them.
  Outcome add(const ChangeSet& changes);
  // One change set that does what all of them did in turn; in the order of Kind and id, fields in the order of the record's
  // description. What was changed and changed back is not in it.
  ChangeSet result() const;

 private:
  Outcome check(const RecordChange& change) const;
  void take(const RecordChange& change);

  struct State;
  static void check_whole(const RecordChange& change, const State& state, Diagnostics& problems);

  struct Texts {
    std::string before, after;
  };
  struct State {
    bool existed = false;  // before the first change
    bool exists = false;   // after the last
    std::map<std::size_t, Texts> fields;  // by place in the description
  };
  std::map<std::pair<Kind, RecordId>, State> states_;
};

}  // namespace accord
