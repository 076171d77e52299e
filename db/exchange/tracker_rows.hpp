#pragma once
// A tracker table read row by row, before it is judged as a whole. Internal to db/exchange.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/model/baseline_dates.hpp"
#include "db/exchange/plan_builder.hpp"
#include "db/exchange/tracker_columns.hpp"

namespace accord {

struct TrackerRow {
  const CsvRow* cells = nullptr;
  std::shared_ptr<Milestone> milestone;  // null where the row has no code of its own
  bool bad = false;
};

// A link that the row `to` asks for.
struct TrackerLink {
  TrackerRow* from;
  TrackerRow* to;
  Predecessor predecessor;
  Place place;
};

// Points into the table that it was read from, and into its own rows: neither may move.
struct TrackerRows {
  explicit TrackerRows(const ImportOptions& with) : options(with) {}
  TrackerRows(const TrackerRows&) = delete;
  TrackerRows& operator=(const TrackerRows&) = delete;

  const ImportOptions& options;
  PlanBuilder plan;
  std::vector<TrackerColumn> columns;
  std::vector<TrackerRow> rows;
  std::map<std::string, std::size_t, LessIgnoringCase> by_code;  // index into rows
  // Milestones of the dossier that the table goes into and that rows name; the table gives no field of theirs.
  std::map<std::string, TrackerRow, LessIgnoringCase> outside;
  std::vector<TrackerLink> links;
  std::vector<BaselineDates> stored;  // dates that somebody wrote down
  Diagnostics problems;
  Imported out;             // what is known of it already: remarks and given fields
  std::size_t counted = 0;  // rows, once for each reading

  // The row of that code, or the milestone of the dossier that it goes into; null where neither has it.
  TrackerRow* find(const std::string& code);
  // Null where the row has no such cell or nothing in it.
  const std::string* cell(const TrackerRow& row, std::string_view column) const;
  // Of the row's cell in that column, else of its first cell.
  Place place_of(const TrackerRow& row, std::string_view column) const;
  Place place_of(const CsvCell& cell) const;
  // Marks the row as bad.
  void report(TrackerRow& row, const Place& place, Diagnostics problems);
  void count_row();
};

// Reads every row after the first of `table`, which is not empty; what is wrong is in `problems`. The plan has no rows yet.
void read_tracker_rows(const std::vector<CsvRow>& table, TrackerRows& into);

// The dossier of the rows that can be taken, or every problem, ordered by place.
Result<Imported> settle_tracker(TrackerRows& rows);

}  // namespace accord
