#pragma once
// Several edits that make one.
#include <functional>

#include "core/edit/change.hpp"

namespace accord {

// Does one thing after the other to a dossier; the first that cannot be done ends it.
class Steps {
 public:
  explicit Steps(Dossier dossier) : now(std::move(dossier)) {}
  // False where it, or one before it, could not be done.
  bool run(const std::function<Result<ChangeSet>(const Dossier&)>& step) {
    if (!problems.empty()) return false;
    const auto changes = step(now);
    auto after = changes ? apply_changes(now, *changes) : Result<Dossier>(changes.errors());
    if (after) now = std::move(after).value();
    else problems = after.errors();
    return problems.empty();
  }
  Dossier now;
  Diagnostics problems;
};

}  // namespace accord
