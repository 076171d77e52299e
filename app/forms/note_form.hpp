#pragma once
// One line about what happened, shown as understood before it is saved. Knows no toolkit.
#include <string>
#include <utility>
#include <vector>

#include "app/session/session.hpp"
#include "core/edit/quick_note.hpp"

namespace accord {

class NoteForm {
 public:
  // `today` decides the years that were left out.
  NoteForm(const Dossier& dossier, Day today, std::string_view text);

  // What stands against saving it; nothing was typed yet is no error but not ready() either.
  const Diagnostics& errors() const { return understood_.errors(); }
  bool ready() const { return understood_.ok(); }
  // Label and value, in the order to be shown; empty where not ready().
  std::vector<std::pair<std::string, std::string>> understood() const;
  // What to look at before saving.
  Diagnostics remarks() const;
  // Only where ready().
  EditCommand to_command() const;

 private:
  Dossier dossier_;
  Result<QuickNote> understood_;
};

}  // namespace accord
