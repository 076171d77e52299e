#pragma once
// Moving a milestone, and what belongs to it, to another place in the outline.
#include <optional>

#include "core/edit/change.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"

namespace accord {

// Among the members of `parent`, or where that is none directly on `track`: before `before`, or where that is none last.
struct OutlinePlace {
  Id<Track> track;
  Id<Milestone> parent, before;
};

enum class OutlineMove {
  up,    // before the sibling above it
  down,  // after the sibling below it
  in,    // into the group right above it, last
  out    // out of its group, right after that
};

// Where a move leads; nothing where it cannot go farther that way.
std::optional<OutlinePlace> place_towards(const Dossier& dossier, Id<Milestone> milestone, OutlineMove move);

// Puts it there; its members go with it. Its new siblings keep their positions where it fits between them, else all get
// new ones. Codes: record.unknown, outline.inside (into itself or a member of its own, or into what is no group), and
// those of validate().
Result<ChangeSet> move_in_outline(const Dossier& dossier, Id<Milestone> milestone, const OutlinePlace& place,
                                  const ValidateOptions& options);

}  // namespace accord
