#include <nlohmann/json.hpp>

#include "core/base/text.hpp"
#include "core/model/records.hpp"
#include "db/exchange/json.hpp"
#include "db/exchange/json_baseline.hpp"
#include "db/exchange/json_record.hpp"

namespace accord {
namespace {

using nlohmann::ordered_json;

ordered_json codes_of(const Field& field, const std::string& canonical, const Dossier& dossier) {
  ordered_json codes = ordered_json::array();
  for (const std::string& id : split(canonical, ';'))
    if (const auto n = parse_integer(id)) codes.push_back(dossier.code_of(field.target, RecordId{*n}));
  return codes;
}

ordered_json number_value(const std::string& canonical) {
  if (const auto whole = parse_integer(canonical)) return *whole;
  return *parse_number(canonical);
}

ordered_json restrictions_value(const Record& record) {
  const Restrictions& r = record.restricted;
  if (r.hides_record() && r.fields().empty()) return "*";
  ordered_json names = ordered_json::array();
  if (r.hides_record()) names.push_back("*");
  for (const std::string& name : r.fields()) names.push_back(name);
  return names;
}

ordered_json value_of(Kind kind, const Field& field, const Record& record, const Dossier& dossier) {
  if (field.type == FieldType::restrictions) return restrictions_value(record);
  const std::string canonical = field.read(record);
  switch (field.type) {
    case FieldType::boolean: return !canonical.empty();
    case FieldType::references: return codes_of(field, canonical, dossier);
    default: break;
  }
  if (canonical.empty()) return nullptr;
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number: return number_value(canonical);
    case FieldType::reference: return codes_of(field, canonical, dossier)[0];
    default: return holds_baseline_dates(kind, field) ? baseline_dates_with_codes(canonical, dossier) : canonical;
  }
}

}  // namespace

ordered_json record_to_json(Kind kind, const Record& record, const Dossier& dossier) {
  ordered_json object = ordered_json::object();
  for (const Field& field : type_of(kind).fields) object[std::string(field.name)] = value_of(kind, field, record, dossier);
  return object;
}

std::string dossier_to_json(const Dossier& dossier) {
  ordered_json root = ordered_json::object();
  root["schema"] = dossier_schema;
  for (const RecordType& type : record_types()) {
    if (type.kind == Kind::dossier) {
      root["dossier"] = record_to_json(type.kind, dossier.info(), dossier);
      continue;
    }
    ordered_json rows = ordered_json::array();
    for (const Record* record : dossier.records(type.kind)) rows.push_back(record_to_json(type.kind, *record, dossier));
    root[std::string(type.plural)] = std::move(rows);
  }
  return root.dump(1) + "\n";
}

}  // namespace accord
