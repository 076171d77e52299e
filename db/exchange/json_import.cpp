#include "db/exchange/import.hpp"
#include "db/exchange/json.hpp"
#include "core/base/spoken.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/storable.hpp"

namespace accord {

Result<Imported> import_json(std::string_view bytes, const ImportOptions& options) {
  const auto text = as_utf8(bytes, options.file);
  if (!text) return text.errors();
  auto dossier = dossier_from_json(*text, options.file);
  if (!dossier) return dossier.errors();
  if (Diagnostics errors = storage_errors(*dossier, options.file); !errors.empty()) return errors;
  Imported imported;
  imported.dossier = std::move(dossier).value();
  imported.start_reason = say("as the file says");
  return imported;
}

}  // namespace accord
