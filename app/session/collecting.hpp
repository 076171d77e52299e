#pragma once
// Collection forms on their way out of an open dossier and back into it.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.hpp"
#include "core/edit/collection.hpp"

namespace accord {

// The names that a form can have end in .xlsx or .csv.
bool is_form_name(std::string_view path);

struct OutgoingForm {
  std::string party;     // what it is called
  std::string bytes;     // a workbook or a table of comma-separated values, by the name's ending
  std::size_t rows = 0;  // what the party is asked about; 0 = it owes nothing that is open
};
// Codes: form.party where the party is gone.
Result<OutgoingForm> form_for(DossierSession& session, Id<Party> party, std::string_view path);
// That there is nothing to ask.
std::string nothing_to_ask(std::string_view party);

// A form that came back, with the dossier as it saw it and what was written since.
struct ReturnedForm {
  std::string file;  // its path
  FormRows rows;
  FormStamp stamp;
  Dossier then;
  std::vector<JournalEntry> since;
};
// Codes: read_source()'s, read_form()'s, stamp_of()'s; form.foreign where it was made from another dossier.
Result<ReturnedForm> read_returned(DossierSession& session, const std::string& path);

// What became of each cell, and what the plan doubts of the facts that the form brings.
struct FormReport {
  Collected collected;
  std::vector<std::string> doubts;
};
// What would become of it; changes nothing.
FormReport check_form(const DossierSession& session, const ReturnedForm& form);
std::vector<std::string> form_doubts(const DossierSession& session, const Dossier& before, const Collected& collected);

// Takes over what is accepted, as one step to take back; `collected` then says what became of each cell.
EditCommand take_over(std::shared_ptr<const ReturnedForm> form, std::shared_ptr<Collected> collected);

std::size_t count(const Collected& collected, CellOutcome outcome);
// How many cells were accepted, already so, refused and in conflict.
std::string in_words(const Collected& collected, std::string_view party);

}  // namespace accord
