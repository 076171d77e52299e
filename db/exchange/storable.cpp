#include "db/exchange/storable.hpp"

namespace accord {
namespace {

void check_record(const RecordType& type, const Record& record, Diagnostics& errors) {
  const std::shared_ptr<Record> fresh = type.make();
  for (const Field& field : type.fields) {
    const Outcome outcome = field.write(*fresh, field.read(record));
    if (outcome) continue;
    for (Diagnostic d : outcome.errors()) {
      d.place.record = record.code;
      d.place.field = field.name;
      errors.push_back(std::move(d));
    }
  }
}

}  // namespace

Diagnostics storage_errors(const Dossier& dossier, const std::string& file, const ValidateOptions& options) {
  Diagnostics errors;
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind)) check_record(type, *record, errors);
  for (Diagnostic& d : validate(dossier, options))
    if (d.severity == Severity::error) errors.push_back(std::move(d));
  for (Diagnostic& d : errors) d.place.file = file;
  return errors;
}

}  // namespace accord
