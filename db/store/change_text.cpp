#include "db/store/change_text.hpp"

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "core/base/spoken.hpp"

namespace accord {
namespace {

using nlohmann::json;

constexpr const char* names[] = {"add", "update", "remove"};  // in the order of ChangeKind

json field_json(ChangeKind kind, const FieldChange& field) {
  switch (kind) {
    case ChangeKind::add: return {field.field, field.after};
    case ChangeKind::remove: return {field.field, field.before};
    case ChangeKind::update: break;
  }
  return {field.field, field.before, field.after};
}

FieldChange parse_field(ChangeKind kind, json& value) {
  if (value.size() != (kind == ChangeKind::update ? 3u : 2u)) throw std::invalid_argument("a field needs its texts");
  FieldChange field;
  field.field = std::move(value[0].get_ref<std::string&>());
  std::string& first = kind == ChangeKind::add ? field.after : field.before;
  first = std::move(value[1].get_ref<std::string&>());
  if (kind == ChangeKind::update) field.after = std::move(value[2].get_ref<std::string&>());
  return field;
}

RecordChange parse_change(json& value) {
  RecordChange change;
  for (int i = 0; i < 3; ++i) {
    const auto named = value.find(names[i]);
    if (named == value.end()) continue;
    const RecordType* type = find_type(named->get_ref<const std::string&>());
    if (!type) throw std::invalid_argument("there is no such kind of record");
    change.change = static_cast<ChangeKind>(i);
    change.kind = type->kind;
    change.id.number = value.at("id").get<std::int64_t>();
    for (json& field : value.at("fields")) {
      change.fields.push_back(parse_field(change.change, field));
      if (!type->field(change.fields.back().field)) throw std::invalid_argument("there is no such field");
    }
    if (!change.id) break;
    return change;
  }
  throw std::invalid_argument("a change needs its kind and number");
}

}  // namespace

std::string change_text(const ChangeSet& changes) {
  json list = json::array();
  for (const RecordChange& change : changes) {
    json fields = json::array();
    for (const FieldChange& field : change.fields) fields.push_back(field_json(change.change, field));
    list.push_back({{names[static_cast<std::size_t>(change.change)], type_of(change.kind).name}, {"id", change.id.number}, {"fields", std::move(fields)}});
  }
  try {
    return list.dump();
  } catch (const json::exception& e) {
    throw std::logic_error(std::string("a change cannot be written: ") + e.what());
  }
}

Result<ChangeSet> parse_changes(std::string_view text) {
  try {
    json list = json::parse(text);
    if (!list.is_array()) throw std::invalid_argument("a list is expected");
    ChangeSet changes;
    for (json& value : list) changes.push_back(parse_change(value));
    return changes;
  } catch (const json::exception& e) {
    return Diagnostic{.code = "journal.text", .message = say("A journal entry's changes cannot be read."), .found = e.what()};
  } catch (const std::invalid_argument& e) {
    return Diagnostic{.code = "journal.text", .message = say("A journal entry's changes cannot be read."), .found = e.what()};
  }
}

}  // namespace accord
