#include "db/exchange/tracker_rows.hpp"

namespace accord {

const std::string* TrackerRows::cell(const TrackerRow& row, std::string_view column) const {
  for (std::size_t i = 0; i < columns.size() && i < row.cells->size(); ++i)
    if (columns[i].name() == column && !(*row.cells)[i].text.empty()) return &(*row.cells)[i].text;
  return nullptr;
}

Place TrackerRows::place_of(const TrackerRow& row, std::string_view column) const {
  for (std::size_t i = 0; i < columns.size() && i < row.cells->size(); ++i)
    if (columns[i].name() == column) return place_of((*row.cells)[i]);
  return place_of(row.cells->front());
}

Place TrackerRows::place_of(const CsvCell& c) const { return {.file = options.file, .line = c.line, .column = c.column, .record = {}, .field = {}}; }

void TrackerRows::report(TrackerRow& row, const Place& place, Diagnostics found) {
  row.bad = true;
  for (Diagnostic& d : found) {
    d.place = place;
    d.place.record = row.milestone ? row.milestone->code : "";
    problems.push_back(std::move(d));
  }
}

// Codes, fields and links are read one after the other; judging the whole is the fourth part of the work.
void TrackerRows::count_row() {
  constexpr std::size_t every = 1000, parts = 4;
  if (++counted % every == 0 && options.progress) options.progress(counted, parts * rows.size());
}

}  // namespace accord
