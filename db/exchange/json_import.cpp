#include "core/model/validate.hpp"
#include "db/exchange/import.hpp"
#include "db/exchange/json.hpp"
#include "db/exchange/source_text.hpp"

namespace accord {

Result<Imported> import_json(std::string_view bytes, const ImportOptions& options) {
  const auto text = as_utf8(bytes, options.file);
  if (!text) return text.errors();
  auto dossier = dossier_from_json(*text, options.file);
  if (!dossier) return dossier.errors();
  Diagnostics errors;
  for (Diagnostic d : validate(*dossier)) {
    if (d.severity != Severity::error) continue;
    d.place.file = options.file;
    errors.push_back(std::move(d));
  }
  if (!errors.empty()) return errors;
  Imported imported;
  imported.dossier = std::move(dossier).value();
  imported.start_reason = "as the file says";
  return imported;
}

}  // namespace accord
