#include "db/exchange/tracker_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

constexpr std::string_view notes = "notes";  // may be made of several columns

constexpr std::string_view left_out = "left_out";  // a column that is not read

constexpr std::array<std::string_view, 11> extra_columns{"status", "min",        "max",              "distribution",  "predecessors", "start",
                                                        "finish", "plan_start", "plan_status_date", "plan_calendar", left_out};

std::vector<std::string> known_names() {
  std::vector<std::string> known(extra_columns.begin(), extra_columns.end());
  for (const Field& field : type_of(Kind::milestone).fields) known.emplace_back(field.name);
  return known;
}

struct Synonym {
  std::string_view theirs, ours;
};
// As trackers that were kept in a spreadsheet call them.
constexpr Synonym synonyms[] = {
    {"milestone", "title"},      {"task", "title"},       {"task_name", "title"}, {"activity", "title"},
    {"step", "title"},           {"name", "title"},       {"responsible", "owner"}, {"lead", "owner"},
    {"assigned_to", "owner"},    {"due_date", "deadline"}, {"due", "deadline"},    {"target_date", "deadline"},
    {"comment", "notes"},        {"comments", "notes"},   {"remarks", "notes"},   {"%_complete", "percent"},
    {"progress", "percent"},      {"start_date", "start"},     {"begin", "start"},
    {"end_date", "finish"},      {"end", "finish"},       {"date", "expected"},   {"planned_date", "expected"},
    {"expected_date", "expected"}, {"finished", "actual_finish"}, {"completed_on", "actual_finish"},
    {"completion_date", "actual_finish"}, {"started", "actual_start"}, {"action", "title"}, {"what", "title"},
    {"description", "notes"},    {"note", "notes"},       {"who", "owner"},       {"responsibility", "owner"},
    {"next_steps", "next_step"},
    {"workstream", "track"},     {"strand", "track"},     {"predecessor", "predecessors"}, {"depends_on", "predecessors"}};

TrackerColumn column_called(const std::string& header, const std::string& name) {
  TrackerColumn column{header, nullptr, {}};
  std::string folded = lower(trim(name));
  std::replace_if(folded.begin(), folded.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  const RecordType& type = type_of(Kind::milestone);
  if (std::find(extra_columns.begin(), extra_columns.end(), folded) != extra_columns.end()) column.extra = folded;
  else column.field = type.field(folded);
  if (column.is_known()) return column;
  for (const Field& field : type.fields)
    if (same_ignoring_case(field.label, trim(name))) column.field = &field;
  for (const auto& [theirs, ours] : synonyms)
    if (!column.is_known() && theirs == folded) return column_called(header, std::string(ours));
  return column;
}

std::string meant(std::string_view word, const std::vector<std::string>& candidates, std::string_view otherwise = {}) {
  const auto near = nearest(lower(word), candidates);
  return near ? say("did you mean {}?", *near) : std::string(otherwise);
}

// A name given with --map must be a column of the table, and what it stands for one of ours.
void check_map(const CsvRow& cells, const ImportOptions& options, TrackerHeader& header) {
  std::vector<std::string> theirs;
  for (const CsvCell& cell : cells) theirs.push_back(cell.text);
  for (const auto& [their_name, our_name] : options.names) {
    const auto is_theirs = [&](const std::string& name) { return same_ignoring_case(name, their_name); };
    if (std::none_of(theirs.begin(), theirs.end(), is_theirs)) {
      const auto near = nearest(their_name, theirs);
      header.problems.push_back({.code = "import.map",
                                 .message = say("The table has no column \"{}\".", their_name),
                                 .expected = say("one of its own column names in --map \"THEIRS=ours\""),
                                 .advice = near ? say("did you mean \"{}\"?", *near) : "",
                                 .place = {.file = options.file, .line = 1, .column = 1, .record = {}, .field = {}}});
    }
    if (!column_called(their_name, our_name).is_known())
      header.problems.push_back({.code = "import.map",
                                 .message = say("A milestone has no field \"{}\".", our_name),
                                 .expected = say("a field such as title, owner or duration in --map \"THEIRS=ours\""),
                                 .advice = meant(our_name, known_names()),
                                 .place = {.file = options.file, .line = 1, .column = 1, .record = {}, .field = {}}});
  }
}

}  // namespace

std::vector<TableColumn> tracker_columns(const std::vector<CsvRow>& table, const ImportOptions& options) {
  std::vector<TableColumn> out;
  if (table.empty()) return out;
  const TrackerHeader header = read_tracker_header(table.front(), options);
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    if (header.columns[i].header.empty()) continue;
    TableColumn column{header.columns[i].header, {}, std::string(header.columns[i].name())};
    for (std::size_t row = 1; row < table.size() && column.example.empty(); ++row)
      if (i < table[row].size()) column.example = table[row][i].text;
    out.push_back(std::move(column));
  }
  return out;
}

bool TrackerHeader::has(std::string_view name) const {
  return std::any_of(columns.begin(), columns.end(), [&](const TrackerColumn& c) { return c.name() == name; });
}

TrackerHeader read_tracker_header(const CsvRow& cells, const ImportOptions& options) {
  TrackerHeader header;
  const std::vector<std::string> known = known_names();
  const auto place = [&](const CsvCell& cell) {
    return Place{.file = options.file, .line = cell.line, .column = cell.column, .record = {}, .field = {}};
  };
  for (const CsvCell& cell : cells) {
    std::string name = cell.text;
    for (const auto& [theirs, ours] : options.names)
      if (same_ignoring_case(theirs, cell.text)) name = ours;
    TrackerColumn column = column_called(cell.text, name);
    if (!column.is_known() && !cell.text.empty()) {
      const auto near = nearest(lower(name), known);
      header.remarks.push_back(
          {.code = "import.column_unknown",
           .message = say("The column \"{}\" is not one that Accord knows; its cells are kept as notes.", cell.text),
           .advice = near ? say("if it means {}, import with --map \"{}={}\"", *near, cell.text, *near) : "",
           .place = place(cell),
           .severity = Severity::note});
    }
    const auto same = std::find_if(header.columns.begin(), header.columns.end(), [&](const TrackerColumn& c) {
      return column.is_known() && c.name() == column.name() && column.name() != notes && column.name() != left_out;
    });
    if (same != header.columns.end())
      header.problems.push_back(
          {.code = "import.column_twice",
           .message = say("The columns \"{}\" and \"{}\" mean the same.", same->header, cell.text),
           .advice = say("rename or remove one of them"),
           .place = place(cell)});
    header.columns.push_back(std::move(column));
  }
  check_map(cells, options, header);
  if (!header.has("code") && !header.has("title"))
    header.problems.push_back(
        {.code = "import.no_columns",
         .message = say("The first row names neither a code nor a title, so this is not a tracker table."),
         .expected = say("column names such as code, title, duration, predecessors"),
         .found = fmt::format("\"{}\"", cells.front().text),
         .advice = say("put the column names into the first row, or use --map"),
         .place = place(cells.front())});
  return header;
}

}  // namespace accord
