#pragma once
// One record being edited: what each of its fields says, what was entered, what is wrong with that. Made from the
// record's own description, so that a new field needs nothing here. Knows no toolkit.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.hpp"

namespace accord {

// Fields that are shown together under a heading; `first_sight` = without being asked for.
struct FieldGroup {
  std::string heading;
  std::vector<const Field*> fields;
  bool first_sight = true;
};

class RecordForm {
 public:
  // std::logic_error where the dossier has no such record.
  RecordForm(Dossier dossier, Kind kind, RecordId id);

  Kind kind() const { return kind_; }
  RecordId id() const { return id_; }
  const std::string& code() const { return record().code; }
  const std::string& title() const { return title_; }

  // All fields of the kind that a person may edit, in groups.
  static std::vector<FieldGroup> groups(Kind kind);
  // What may be chosen for a field: codes with their titles, "HOME · Directorate-General …"; empty where anything may
  // be entered or there is too much to choose from.
  std::vector<std::string> suggestions(const Field& field) const;

  // As a person sees it: what was entered, else the record's. Choices by their label, flags "yes" or "".
  std::string text(std::string_view field) const;
  // `text` as a person types or chooses it: also a label of a choice or one of suggestions().
  void enter(std::string_view field, std::string_view text);
  // Forgets what was entered.
  void revert(std::string_view field);

  // How the text is understood, where that is not plain from reading it: "any day from 2027-03-01 to 2027-05-31".
  std::string understood(std::string_view field) const;
  // Of everything that was entered, each with its field in `place`.
  Diagnostics errors() const;
  Diagnostics errors(std::string_view field) const;
  // Something would be changed.
  bool changed() const;
  // Makes the record say what was entered. Only where errors() is empty.
  EditCommand to_command() const;

 private:
  const Record& record() const;
  const Field& described(std::string_view field) const;
  std::string plain(const Field& field, std::string_view text) const;
  Result<std::string> canonical(const Field& field) const;

  Dossier dossier_;
  Kind kind_;
  RecordId id_;
  std::string title_;
  std::map<std::string, std::string, std::less<>> entered_;
};

}  // namespace accord
