#include "app/forms/note_form.hpp"

#include "core/edit/commands.hpp"

namespace accord {

NoteForm::NoteForm(const Dossier& dossier, Day today, std::string_view text)
    : dossier_(dossier), understood_(understand_note(text, dossier, today)) {}

std::vector<std::pair<std::string, std::string>> NoteForm::understood() const {
  return ready() ? in_words(*understood_, dossier_) : std::vector<std::pair<std::string, std::string>>();
}

Diagnostics NoteForm::remarks() const { return ready() ? understood_->remarks : Diagnostics(); }

EditCommand NoteForm::to_command() const {
  EditCommand command;
  command.changes = [note = *understood_](const Dossier& dossier, const ValidateOptions& options) {
    return add_record(dossier, Kind::entry, assignments(note, dossier), options);
  };
  return command;
}

}  // namespace accord
