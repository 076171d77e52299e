#include "app/session/read_plan.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "db/exchange/source_text.hpp"

namespace accord {

Result<Imported> read_plan(const std::string& source, const ImportOptions& options) {
  const std::string name = lower(source);
  const bool table = name.ends_with(".csv"), project = name.ends_with(".xml"), json = name.ends_with(".json");
  if (!table && !project && !json)
    return Diagnostic{.code = "import.format",
                      .message = "This kind of file cannot be imported.",
                      .expected = "a table (.csv), a Microsoft Project plan (.xml) or a dossier (.json)",
                      .found = fmt::format("\"{}\"", source),
                      .advice = name.ends_with(".xlsx")  ? "save the sheet as CSV in UTF-8"
                                : name.ends_with(".mpp") ? "save the plan as XML in Microsoft Project"
                                                         : ""};
  const auto bytes = read_source(source);
  if (!bytes) return bytes.errors();
  if (table) return import_tracker(*bytes, options);
  if (project) return import_project_xml(*bytes, options);
  return import_json(*bytes, options);
}

}  // namespace accord
