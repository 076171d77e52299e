#pragma once
// Plans made elsewhere become dossiers. Nothing is rescheduled: dates that the file carries are kept as a baseline, and what
// Accord computes differently is listed with the reason.
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/model/dossier.hpp"
#include "core/schedule/schedule.hpp"
#include "db/exchange/csv.hpp"

namespace accord {

// Columns of a tracker: their name, ours. The later one for a column counts.
using ColumnNames = std::vector<std::pair<std::string, std::string>>;

struct ImportOptions {
  std::string file;                // for the places in messages
  Day today;                       // the clock
  std::optional<Day> start;        // the plan's start, whatever the file says
  std::vector<Day> holidays;       // closed days added to every calendar that the plan uses
  ColumnNames names;               // tracker; ours may be left_out
  bool skip_bad = false;           // tracker: leave out rows that cannot be taken instead of taking nothing
  std::function<void(std::size_t done, std::size_t total)> progress = {};  // tracker: told now and then; may be empty
  std::optional<Day> status_date = {};  // tracker: of the dossier that it goes into; facts after it are refused
  const Dossier* into = nullptr;        // tracker: that dossier; rows may wait for its milestones and join its groups
};

// Why a milestone's computed dates may differ from the file's, known from the file itself.
struct Peculiarity {
  Id<Milestone> milestone;
  std::string reason;  // "is scheduled by hand in the file"
};

// The fields that a table gives for a record, by the record's id in the imported dossier.
using GivenFields = std::map<RecordId, std::set<std::string, std::less<>>>;

struct Imported {
  Dossier dossier;              // valid; the file's own dates are its baseline IMPORTED, where it has any
  std::string start_reason;     // why the plan starts when it does: "as given", "as the file says", …
  Diagnostics remarks;          // warnings and notes: what was kept as notes, left out, or read in another way
  std::vector<Peculiarity> peculiarities;
  GivenFields given;            // tracker: for merge_into()
};

// The tracker table that staff keep in a spreadsheet (cli.md). Codes: import.*, csv.*, and those of the fields; each with
// line and column. Fails with every problem at once.
Result<Imported> import_tracker(std::string_view bytes, const ImportOptions& options);

// A column of a tracker table, as its first row names it.
struct TableColumn {
  std::string header;
  std::string example;  // the first cell that says something
  std::string meaning;  // our name for it, such as owner; "" = not known, it would go into the notes
};
// Those that have a name, in order.
std::vector<TableColumn> tracker_columns(const std::vector<CsvRow>& table, const ImportOptions& options);

// Microsoft Project's XML (MSPDI, any version). import.xml, import.not_project, import.xml_entities (a document type
// declaration: entities are never expanded), import.xml_depth, day.range …
Result<Imported> import_project_xml(std::string_view bytes, const ImportOptions& options);

// A dossier's JSON (json.hpp), which must also hold as a whole: json.*, import.encoding and those of validate().
Result<Imported> import_json(std::string_view bytes, const ImportOptions& options);

// The plan's closed days, one ISO date per line; blank lines and lines beginning with # do not count.
Result<std::vector<Day>> parse_holidays(std::string_view text, const std::string& file);

// One milestone whose computed dates are not those that the file carried.
struct DateDifference {
  Id<Milestone> milestone;
  std::optional<Day> stored_start, stored_finish;
  std::optional<Day> start, finish;
  std::string reason;  // a sentence
};

// Compares the baseline IMPORTED with a schedule, in outline order. A milestone that only follows a differing predecessor says so.
std::vector<DateDifference> compare_with_import(const Dossier& dossier, const Schedule& schedule, const std::vector<Peculiarity>& peculiarities);

// The records of `other` laid over `dossier`: a record of the same code and kind gets the fields that `given` names for it,
// or, where it names none, those that `other` fills in; all others are added with new ids. merge.kind where a code belongs
// to another kind. The dossier's own record stays.
Result<Dossier> merge_into(const Dossier& dossier, const Dossier& other, const GivenFields& given = {});

}  // namespace accord
