#include "app/session/read_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/xlsx.hpp"

namespace accord {
namespace {

// Nothing for a file that is no table by its name.
Result<std::optional<std::vector<CsvRow>>> read_table(const std::string& source) {
  using Table = std::optional<std::vector<CsvRow>>;
  const std::string name = lower(source);
  const bool workbook = name.ends_with(".xlsx");
  if (!workbook && !name.ends_with(".csv")) return Table();
  const auto bytes = read_source(source);
  if (!bytes) return bytes.errors();
  const auto text = workbook ? Result<std::string_view>(std::string_view()) : as_utf8(*bytes, source);
  if (!text) return text.errors();
  auto rows = workbook ? parse_xlsx(*bytes, source) : parse_csv(*text, source);
  if (!rows) return rows.errors();
  return Table(std::move(rows).value());
}

}  // namespace

Result<Imported> read_plan(const std::string& source, const ImportOptions& options) {
  const std::string name = lower(source);
  const bool workbook = name.ends_with(".xlsx"), table = name.ends_with(".csv"), project = name.ends_with(".xml"),
             json = name.ends_with(".json");
  if (!workbook && !table && !project && !json)
    return Diagnostic{.code = "import.format",
                      .message = say("This kind of file cannot be imported."),
                      .expected = say("a table (.csv or .xlsx), a Microsoft Project plan (.xml) or a dossier (.json)"),
                      .found = fmt::format("\"{}\"", source),
                      .advice = name.ends_with(".xls")   ? say("save the workbook as .xlsx")
                                : name.ends_with(".mpp") ? say("save the plan as XML in Microsoft Project")
                                                         : ""};
  const auto bytes = read_source(source);
  if (!bytes) return bytes.errors();
  if (workbook) {
    const auto rows = parse_xlsx(*bytes, source);
    if (!rows) return rows.errors();
    return import_tracker(csv_from(*rows), options);
  }
  if (table) return import_tracker(*bytes, options);
  if (project) return import_project_xml(*bytes, options);
  return import_json(*bytes, options);
}

Result<ChangeSet> changes_of(const Imported& imported, const Dossier& into, const ValidateOptions& options) {
  const auto merged = merge_into(into, imported.dossier, imported.given);
  if (!merged) return merged.errors();
  Diagnostics problems = new_findings(validate(into, options), validate(*merged, options));
  std::erase_if(problems, [](const Diagnostic& d) { return d.severity != Severity::error; });
  if (!problems.empty()) return problems;
  return diff(into, *merged);
}

Result<std::optional<std::vector<TableColumn>>> read_columns(const std::string& source) {
  using Columns = std::optional<std::vector<TableColumn>>;
  const auto rows = read_table(source);
  if (!rows) return rows.errors();
  return *rows ? Columns(tracker_columns(**rows, {})) : Columns();
}

Result<std::optional<std::vector<ListedEvent>>> read_events(const std::string& source) {
  using Events = std::optional<std::vector<ListedEvent>>;
  const auto rows = read_table(source);
  if (!rows) return rows.errors();
  if (!*rows || !is_event_list(**rows)) return Events();
  auto events = parse_events(**rows, source);
  if (!events) return events.errors();
  return Events(std::move(events).value());
}

Result<bool> is_table_of_cases(const std::string& source) {
  const auto rows = read_table(source);
  if (!rows) return rows.errors();
  if (!*rows || (*rows)->empty()) return false;
  const auto has = [&](std::string_view column) {
    const auto& head = (*rows)->front();
    return std::any_of(head.begin(), head.end(), [&](const CsvCell& cell) { return lower(trim(cell.text)) == column; });
  };
  return has("partner") && has("kind") && (has("signed") || has("entry_into_force") || has("visa_free_in_force"));
}

}  // namespace accord
