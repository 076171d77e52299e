#pragma once
// A milestone that follows another one.
#include <string>

#include "core/edit/change.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"

namespace accord {

// Adds a stage of that title right after `before` among its siblings, waiting for its end; inside `before` and waiting for
// nothing where that is a group. Siblings without a place of their own get one, in the order they are in. Codes: those of
// add_record(); record.unknown where `before` is gone.
Result<ChangeSet> add_milestone_after(const Dossier& dossier, Id<Milestone> before, const std::string& title,
                                      const ValidateOptions& options);

}  // namespace accord
