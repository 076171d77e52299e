#pragma once
// Rows from a spreadsheet, made ready to be read as a tracker: those that a table of milestones gave out come back without
// what nobody has touched.
#include <functional>
#include <string>

#include "core/model/dossier.hpp"
#include "db/exchange/import.hpp"

namespace accord {

// What the table shows of a milestone in the column of that head; "" = nothing.
using ShownCell = std::function<std::string(const Milestone&, const std::string& head)>;

class PastedRows {
 public:
  // The first of `rows` holds the heads. `heads` are those of the table with what they mean. New milestones go on the track
  // whose row stands above theirs, else on `track` (may be null), unless a column names it.
  PastedRows(std::vector<CsvRow> rows, const Dossier& dossier, const Track* track, const ColumnNames& heads,
             const ShownCell& shown);
  // The heads and the rows that say something new: cells that hold what the table shows are empty, rows of tracks are gone.
  const std::vector<CsvRow>& rows() const { return rows_; }
  // What the heads of these rows mean, where they are the table's own.
  const ColumnNames& names() const { return names_; }

 private:
  std::vector<CsvRow> rows_;
  ColumnNames names_;
};

}  // namespace accord
