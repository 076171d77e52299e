#include "db/exchange/tracker_rows.hpp"

namespace accord {

TrackerRow* TrackerRows::find(const std::string& code) {
  if (const auto at = by_code.find(code); at != by_code.end()) return &rows[at->second];
  if (const auto at = outside.find(code); at != outside.end()) return &at->second;
  const Milestone* there = options.into ? options.into->find_code_as<Milestone>(code) : nullptr;
  if (!there) return nullptr;
  TrackerRow& row = outside[code];
  row.milestone = plan.make<Milestone>(there->code);
  row.milestone->title = there->title;
  row.milestone->kind = there->kind;
  row.milestone->track = plan.track(options.into->code_of(Kind::track, there->track));
  out.given[row.milestone->id];
  return &row;
}

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
