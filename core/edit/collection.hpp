#pragma once
// Collection forms: a table of what one party owes, filled in by people without Accord, and the way back with a report
// on every cell: accepted, already so, refused with the reason, or in conflict with a newer change.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/edit/commands.hpp"
#include "core/edit/journal.hpp"

namespace accord {

// What a form was made from; each of its rows carries it as "PARTY@REVISION-HASH", so that a form finds its way back.
struct FormStamp {
  std::string party;
  std::int64_t revision = 0;
  std::string hash;  // the beginning of the journal's hash at that revision, 12 digits

  std::string text() const;
  // form.stamp
  static Result<FormStamp> parse(std::string_view text);
};

// The columns that people fill in, in the order of the form. A cell that may not be filled in for a kind holds "–".
struct FormColumn {
  std::string_view name;     // as in the table's first row
  std::string_view meaning;  // a sentence for the one who fills it in
};
std::span<const FormColumn> form_columns();

struct FormTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};
// Open milestones, benchmarks, measures and promises that the party owes alone, with others, or as a next step.
// Restricted records and fields do not leave the house in a form.
FormTable collection_form(const Dossier& dossier, Id<Party> party, const FormStamp& stamp);

struct PartyToAsk {
  Id<Party> party;
  std::size_t rows = 0;  // of its form
};
// The parties that owe something that a form would ask about.
std::vector<PartyToAsk> parties_to_ask(const Dossier& dossier);

// A filled-in table: its first row are the columns, whatever their order.
struct FormCell {
  std::string text;
  int line = 0, column = 0;
};
using FormRows = std::vector<std::vector<FormCell>>;

struct CollectInput {
  const Dossier& now;
  const Dossier& then;                  // as the form saw it
  std::span<const JournalEntry> since;  // the entries written since
  ValidateOptions options = {};
};

enum class CellOutcome { accepted, already_so, refused, conflicting };
struct CollectedCell {
  CellOutcome outcome = CellOutcome::accepted;
  std::string code, field, value;
  std::string sentence;
  int line = 0, column = 0;
};
struct Collected {
  ChangeSet changes;                 // all that was accepted
  std::vector<CollectedCell> cells;  // those that say something new, in the order of the table
  int untouched = 0;                 // rows in which nothing was filled in or changed
};

// The stamp that all rows of a form share. form.columns (a column is missing), form.stamp (none, or several).
Result<FormStamp> stamp_of(const FormRows& rows, const std::string& file);

// A cell that says what the form said changes nothing, an emptied one neither; "-" takes a value away. Where the file
// has moved on since and says something else, the file stays as it is and the cell is in conflict.
Collected merge_form(const FormRows& rows, const CollectInput& input);

// As programs read it; say() makes it people's.
std::string_view outcome_word(CellOutcome outcome);

}  // namespace accord
