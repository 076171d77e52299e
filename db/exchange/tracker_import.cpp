#include "core/base/spoken.hpp"
#include "db/exchange/csv.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/tracker_rows.hpp"

namespace accord {

Result<Imported> import_tracker(std::string_view bytes, const ImportOptions& options) {
  const auto text = as_utf8(bytes, options.file);
  if (!text) return text.errors();
  const auto table = parse_csv(*text, options.file);
  if (!table) return table.errors();
  if (table->size() < 2) {
    Diagnostic d{.code = "import.empty", .message = say("The table has no rows."), .expected = say("a row of column names and at least one milestone")};
    d.place.file = options.file;
    return d;
  }
  TrackerRows rows(options);
  read_tracker_rows(*table, rows);
  if (rows.columns.empty()) return rows.problems;
  return settle_tracker(rows);
}

}  // namespace accord
