#pragma once
// What validate() found about the last few snapshots: a chain of edits then looks at each snapshot once, not at every step
// of the way. One thread.
#include <vector>

#include "core/model/validate.hpp"

namespace accord {

class FindingsMemo {
 public:
  // As validate(dossier, options), remembered for dossiers of equal records. All calls bring a `class_known` that
  // says the same of equal dossiers.
  const Diagnostics& of(const Dossier& dossier, const ValidateOptions& options);

 private:
  struct Known {
    Dossier dossier;
    std::optional<Day> status_date;
    Diagnostics findings;
  };
  std::vector<Known> known_;  // the newest last
};

// From the memo where the options have one, else from validate().
Diagnostics findings_of(const Dossier& dossier, const ValidateOptions& options);

}  // namespace accord
