#pragma once
// An edit as a value: which fields of which records change from what to what. The journal is a list of these.
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

// Canonical texts, as core/model/field.hpp defines them; "" = absent.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
  bool operator==(const FieldChange&) const = default;
};

enum class ChangeKind { add, update, remove };

// add: all `before` are empty; remove: all `after` are. Fields in the order of the record's description.
struct RecordChange {
  ChangeKind change = ChangeKind::update;
  Kind kind = Kind::milestone;
  RecordId id;
  std::vector<FieldChange> fields;
  bool operator==(const RecordChange&) const = default;
};

using ChangeSet = std::vector<RecordChange>;

// What turns `before` into `after`, in the order of Kind and id; empty when they are equal. Shared records cost nothing.
ChangeSet diff(const Dossier& before, const Dossier& after);

// The change that takes it back: inverse(inverse(c)) == c, and apply_changes(apply_changes(d, c), inverse(c)) == d.
ChangeSet inverse(const ChangeSet& changes);

// A new snapshot with the changes made; pure. Refuses, and names every problem, where the dossier is not as a change says
// it was before (edit.stale: two people changed the same field; `expected` and `found` are the two versions), where a
// record to add exists or one to change is gone (edit.exists, edit.gone), or where a text does not fit its field.
Result<Dossier> apply_changes(const Dossier& dossier, const ChangeSet& changes);

// The changed record as it is in `after` (or was in `before` when removed), described in a sentence for a person:
// "VFA.10 Signature: expected changed from nothing to spring 2027". `dossier` resolves references.
std::string in_words(const RecordChange& change, const Dossier& before, const Dossier& after);

}  // namespace accord
