#pragma once
// What the first row of a tracker table says. Internal to db/exchange.
#include <string>
#include <string_view>
#include <vector>

#include "core/model/field.hpp"
#include "db/exchange/csv.hpp"
#include "db/exchange/import.hpp"

namespace accord {

// What a column of the table means.
struct TrackerColumn {
  std::string header;
  const Field* field = nullptr;  // a milestone's field
  std::string extra;             // another known column, such as min or plan_start; empty otherwise

  std::string_view name() const { return field ? field->name : std::string_view(extra); }
  bool is_known() const { return field || !extra.empty(); }
};

struct TrackerHeader {
  std::vector<TrackerColumn> columns;
  Diagnostics problems;  // import.column_twice, import.no_columns, import.map
  Diagnostics remarks;   // import.column_unknown

  bool has(std::string_view name) const;
};

// Column names count without regard to case, with spaces or hyphens for underscores, and by a field's label too.
TrackerHeader read_tracker_header(const CsvRow& cells, const ImportOptions& options);

}  // namespace accord
