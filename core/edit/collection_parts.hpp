#pragma once
// What making a form and reading it back share. Internal to core/edit.
#include <map>
#include <optional>

#include "core/edit/collection.hpp"

namespace accord {

// The field that a column of the form stands for; null where the kind has none that may be filled in.
const Field* field_to_fill(Kind kind, std::string_view column);
// What a form asks the party about, in the order of its rows: nothing that is restricted, and nothing that is owed only by
// a field that is.
struct Asked {
  Kind kind;
  const Record* record;
};
std::vector<Asked> asked_of(const Dossier& dossier, Id<Party> party);
// What a form shows for reading only: the deadline or, for a milestone without one, the day of the next step; what is
// restricted of them stays at home.
std::string due_in_form(Kind kind, const Record& record);
// Evidence may be given for it.
bool form_takes_evidence(Kind kind);

// Where the columns of a filled-in form stand, without regard to case and order.
class FormHeader {
 public:
  explicit FormHeader(const std::vector<FormCell>& cells);
  std::optional<std::size_t> column(std::string_view name) const;
  // An empty cell where the row is too short or the column missing.
  const FormCell& cell(const std::vector<FormCell>& row, std::string_view name) const;
  // Nothing stands in any column.
  bool is_blank(const std::vector<FormCell>& row) const;

 private:
  std::map<std::string, std::size_t> places_;
};

}  // namespace accord
