#pragma once
// What is still written down about the milestones at which something has just been recorded, and may be so no longer.
#include <string>
#include <vector>

#include "app/session/outlook.hpp"

namespace accord {

struct LooseEnd {
  std::vector<std::string> codes;  // of the question, or of the milestones that share the next step
  std::string field;               // the one to be set: "answer", "next_step"
  std::string sentence;            // The question Q.1 is still open: "Has a third round been held?"
};

// Next steps and open questions of the unfinished milestones of the entries that the edit has added, steps first. Empty
// for any other edit, and for entries that are mere context.
std::vector<LooseEnd> loose_ends(const Dossier& before, const Outlook& after);

}  // namespace accord
