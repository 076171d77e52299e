#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/language.hpp"
#include "core/model/records.hpp"
#include "db/exchange/json.hpp"
#include "db/exchange/json_baseline.hpp"
#include "db/exchange/json_tree.hpp"

namespace accord {
namespace {

using Type = JsonNode::Type;

// One record of the file: where it stands, and what it becomes.
struct Row {
  const RecordType* type;
  const JsonNode* node;
  std::string pointer;  // "/milestones/3"
  std::shared_ptr<Record> record;
  bool exists = false;  // in the dossier that the file is laid on
};

class Reader {
 public:
  Reader(const std::string& file, const Dossier* base) : file_(file), base_(base) {}

  Result<Dossier> read(const JsonNode& root);

 private:
  void check_schema(const JsonNode& root);
  void collect(const JsonNode& root);
  void add_row(const RecordType& type, const JsonNode& node, std::string pointer);
  void give_codes();
  std::string code_for(const Row& row, int& counter) const;
  void fill(Row& row, const Dossier& codes);
  void fill_field(Row& row, const Field& field, const JsonNode& node, const Dossier& codes);
  void require(const Row& row);
  std::optional<std::string> text_of(const Row& row, const Field& field, const JsonNode& node);
  void restrict(Row& row, const JsonNode& node);
  void problem(Diagnostic d, const JsonNode& node, std::string_view pointer, const Row* row = nullptr, std::string_view field = {});
  void wrong_type(const Row& row, const Field& field, const JsonNode& node, std::string_view expected);

  const std::string& file_;
  const Dossier* base_;  // what the file is laid on; null = nothing
  std::vector<Row> rows_;
  std::map<std::string, const Row*, LessIgnoringCase> by_code_;
  Diagnostics problems_;
};

void Reader::problem(Diagnostic d, const JsonNode& node, std::string_view pointer, const Row* row, std::string_view field) {
  if (!pointer.empty()) d.message = say("{} (at {})", d.message, pointer);
  d.place.file = file_;
  d.place.line = node.line;
  if (row) d.place.record = row->record->code;
  d.place.field = field;
  problems_.push_back(std::move(d));
}

void Reader::wrong_type(const Row& row, const Field& field, const JsonNode& node, std::string_view expected) {
  problem({.code = "json.type", .message = say("\"{}\" has the wrong type.", field.name), .expected = std::string(expected), .found = say(json_type_name(node.type))},
          node, row.pointer + "/" + std::string(field.name), &row, field.name);
}

void Reader::check_schema(const JsonNode& root) {
  const JsonNode* schema = root.find("schema");
  if (schema && schema->type == Type::string && schema->text == dossier_schema) return;
  const bool newer = schema && schema->text.starts_with("accord.dossier/");
  problem({.code = "json.schema", .message = say("This file does not say that it is a dossier of this format."), .expected = fmt::format("\"schema\": \"{}\"", dossier_schema),
           .found = schema ? fmt::format("\"{}\"", schema->text) : say("no key \"schema\""),
           .advice = newer ? say("open it with a newer version of Accord") : say("only what `accord export` writes as JSON can be read again")},
          schema ? *schema : root, schema ? "/schema" : "");
}

void Reader::add_row(const RecordType& type, const JsonNode& node, std::string pointer) {
  if (node.type != Type::object) {
    problem({.code = "json.type", .message = say("Each {} is an object.", lower(say(type.label))), .expected = say("an object"), .found = say(json_type_name(node.type))}, node, pointer);
    return;
  }
  rows_.push_back({&type, &node, std::move(pointer), type.make()});
  if (base_ && type.kind == Kind::dossier) {
    rows_.back().record = type.copy(base_->info());
    rows_.back().exists = true;
  }
}

void Reader::collect(const JsonNode& root) {
  std::vector<std::string> names{"schema", "dossier"};
  for (const RecordType& type : record_types())
    if (type.kind != Kind::dossier) names.emplace_back(type.plural);
  for (const JsonNode& member : root.items) {
    if (member.key == "schema") continue;
    const std::string pointer = "/" + member.key;
    const auto type = std::find_if(record_types().begin(), record_types().end(), [&](const RecordType& t) { return member.key == (t.kind == Kind::dossier ? t.name : t.plural); });
    if (type == record_types().end()) {
      const auto near = nearest(member.key, names);
      problem({.code = "json.key_unknown", .message = say("A dossier has no part \"{}\".", member.key), .expected = say("the name of a kind of record in the plural, such as \"milestones\""),
               .found = fmt::format("\"{}\"", member.key), .advice = near ? say("did you mean \"{}\"?", *near) : ""}, member, pointer);
    } else if (type->kind == Kind::dossier) {
      add_row(*type, member, pointer);
    } else if (member.type == Type::array) {
      for (std::size_t i = 0; i < member.items.size(); ++i) add_row(*type, member.items[i], fmt::format("{}/{}", pointer, i));
    } else if (member.type != Type::null) {
      problem({.code = "json.type", .message = say("\"{}\" is a list of records.", member.key), .expected = say("a list"), .found = say(json_type_name(member.type))}, member, pointer);
    }
  }
  // The order of kinds, whatever the file's: ids then do not depend on it.
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.type->kind < b.type->kind; });
  if (!base_ && (rows_.empty() || rows_.front().type->kind != Kind::dossier))
    if (!has_errors(problems_)) problem({.code = "json.required", .message = say("The file has no \"dossier\"."), .expected = say("an object \"dossier\" with at least a title")}, root, "");
}

// "E.1", "E.2" …; a link's is made of its ends.
std::string Reader::code_for(const Row& row, int& counter) const {
  const auto text = [&](std::string_view key, std::string_view otherwise) {
    const JsonNode* node = row.node->find(key);
    return node && node->type == Type::string ? node->text : std::string(otherwise);
  };
  if (row.type->kind == Kind::dossier) return "DOSSIER";
  if (row.type->kind == Kind::link) return fmt::format("{}>{}:{}", text("predecessor", "?"), text("successor", "?"), text("type", "FS"));
  std::string code;
  do code = fmt::format("{}.{}", row.type->prefix, ++counter);
  while (by_code_.count(code) > 0 || (base_ && base_->find_code(code)));
  return code;
}

void Reader::give_codes() {
  const auto claim = [&](Row& row, const JsonNode& at) {
    const auto [first, fresh] = by_code_.emplace(row.record->code, &row);
    if (!fresh)
      problem({.code = "code.duplicate", .message = say("The code {} stands for two records.", row.record->code), .expected = say("a code of its own for every record, whatever its kind"),
               .found = say("it is the code of {} already", first->second->pointer)}, at, row.pointer, &row, "code");
  };
  std::vector<Row*> without;
  for (Row& row : rows_) {
    const JsonNode* code = row.node->find("code");
    if (!code || code->type == Type::null) {
      without.push_back(&row);
    } else if (code->type != Type::string) {
      problem({.code = "json.type", .message = say("A code is text."), .expected = say("text"), .found = say(json_type_name(code->type))}, *code, row.pointer + "/code", &row, "code");
    } else {
      row.record->code = trim(code->text);
      if (row.type->kind != Kind::link)
        if (const Outcome ok = check_code(row.record->code); !ok) problem(ok.errors().front(), *code, row.pointer + "/code", &row, "code");
      claim(row, *code);
    }
  }
  std::map<Kind, int> counters;
  for (Row* row : without) {
    row->record->code = code_for(*row, counters[row->type->kind]);
    claim(*row, *row->node);
  }
  if (!base_) return;
  for (Row& row : rows_) {
    const auto known = row.exists ? std::nullopt : base_->find_code(row.record->code);
    if (!known) continue;
    row.exists = known->kind == row.type->kind;
    if (row.exists) row.record = row.type->copy(*known->record);
    else problem({.code = "code.kind", .message = say("{} is the code of another kind of record already: {}.", row.record->code, lower(say(type_of(known->kind).label))), .expected = say("a code of its own for every record, whatever its kind")},
                 *row.node, row.pointer, &row, "code");
  }
}

// The text that a person would have entered for the value; nothing when it has the wrong type.
std::optional<std::string> Reader::text_of(const Row& row, const Field& field, const JsonNode& node) {
  const bool one = node.type == Type::string || node.type == Type::number;
  switch (field.type) {
    case FieldType::boolean:
      if (node.type == Type::boolean) return node.text == "true" ? "yes" : "";
      wrong_type(row, field, node, say("true or false"));
      return std::nullopt;
    case FieldType::integer:
    case FieldType::number:
      if (node.type == Type::number) return node.text;
      wrong_type(row, field, node, say("a number"));
      return std::nullopt;
    case FieldType::references: {
      if (one) return node.text;
      const bool list = node.type == Type::array && std::all_of(node.items.begin(), node.items.end(), [](const JsonNode& n) { return n.type == Type::string; });
      if (!list) break;
      std::vector<std::string> codes;
      for (const JsonNode& item : node.items) codes.push_back(item.text);
      return join(codes, ";");
    }
    default:
      if (one) return node.text;
      wrong_type(row, field, node, say("text"));
      return std::nullopt;
  }
  wrong_type(row, field, node, say("a list of codes"));
  return std::nullopt;
}

void Reader::restrict(Row& row, const JsonNode& node) {
  Restrictions restrictions;
  const auto add = [&](const JsonNode& name, const std::string& pointer) {
    if (name.type == Type::boolean || name.text == "*") {
      restrictions.set_record(name.text != "false");
      return;
    }
    const Field* field = row.type->field(name.text);
    if (name.type == Type::string && field) {
      restrictions.set_field(std::string(field->name), true);
      return;
    }
    std::vector<std::string> names;
    for (const Field& f : row.type->fields) names.emplace_back(f.name);
    const auto near = nearest(name.text, names);
    problem({.code = "json.key_unknown", .message = say("This {} has no field \"{}\" that could be restricted.", lower(say(row.type->label)), name.text), .expected = say("\"*\" or the names of fields"),
             .found = fmt::format("\"{}\"", name.text), .advice = near ? say("did you mean \"{}\"?", *near) : ""}, name, pointer, &row, "restricted");
  };
  const std::string pointer = row.pointer + "/restricted";
  if (node.type == Type::array)
    for (std::size_t i = 0; i < node.items.size(); ++i) add(node.items[i], fmt::format("{}/{}", pointer, i));
  else add(node, pointer);
  row.record->restricted = restrictions;
}

void Reader::fill_field(Row& row, const Field& field, const JsonNode& node, const Dossier& codes) {
  if (field.type == FieldType::restrictions && node.type != Type::null) return restrict(row, node);
  std::string entered;
  if (node.type != Type::null) {
    const auto text = text_of(row, field, node);
    if (!text) return;
    entered = *text;
  }
  const auto fail = [&](const Diagnostics& problems) {
    for (const Diagnostic& d : problems) problem(d, node, row.pointer + "/" + node.key, &row, field.name);
  };
  auto canonical = holds_baseline_dates(row.type->kind, field)                                             ? baseline_dates_with_ids(entered, codes)
                   : field.type == FieldType::reference || field.type == FieldType::references ? parse_entry(row.type->kind, field, entered, codes, row.record->code)
                                                                                               : Result<std::string>(entered);
  if (!canonical) return fail(canonical.errors());
  const std::string before = field.read(*row.record);
  if (const Outcome written = field.write(*row.record, *canonical); !written) fail(written.errors());
  const bool brings_translations = row.node->find("translations");
  if (field.prose && !brings_translations && field.read(*row.record) != before) forget_translations(*row.record, field.name);
}

void Reader::require(const Row& row) {
  for (const Field& field : row.type->fields) {
    const JsonNode* node = row.node->find(field.name);
    const bool given = node && node->type != Type::null;  // a wrong value has been reported already
    if (field.required && !given && field.read(*row.record).empty())
      problem({.code = "json.required", .message = say("This {} needs a value for \"{}\".", lower(say(row.type->label)), field.name), .expected = say(field.label)}, *row.node, row.pointer, &row, field.name);
  }
}

void Reader::fill(Row& row, const Dossier& codes) {
  for (const Field& field : row.type->fields)
    if (field.restricted_from_start && !row.exists) row.record->restricted.set_field(std::string(field.name), true);
  std::map<std::string_view, std::string> seen;  // fields by the key that gave them: an alias may not say it twice
  for (const JsonNode& member : row.node->items) {
    if (member.key == "code") continue;
    const Field* field = row.type->field(member.key);
    if (!field) {
      std::vector<std::string> names;
      for (const Field& f : row.type->fields) names.emplace_back(f.name);
      const auto near = nearest(member.key, names);
      problem({.code = "json.key_unknown", .message = say("This {} has no field \"{}\".", lower(say(row.type->label)), member.key), .found = fmt::format("\"{}\"", member.key),
               .advice = near ? say("did you mean \"{}\"?", *near) : ""}, member, row.pointer + "/" + member.key, &row, member.key);
      continue;
    }
    const auto [first, fresh] = seen.emplace(field->name, member.key);
    if (fresh) fill_field(row, *field, member, codes);
    else problem({.code = "json.duplicate_key", .message = say("\"{}\" and \"{}\" are the same field.", first->second, member.key), .expected = say("each field once")}, member, row.pointer + "/" + member.key, &row, field->name);
  }
  require(row);
}

Result<Dossier> Reader::read(const JsonNode& root) {
  if (root.type != Type::object)
    return Diagnostic{.code = "json.type", .message = say("A dossier is an object."), .expected = say("an object"), .found = say(json_type_name(root.type)), .place = {.file = file_, .line = root.line}};
  check_schema(root);
  if (has_errors(problems_)) return problems_;  // another kind of document: its keys would only confuse
  collect(root);
  give_codes();

  const Dossier start = base_ ? *base_ : Dossier();
  std::int64_t next = start.next_id().number;
  DossierBuilder skeleton(start);
  for (Row& row : rows_) {
    if (!row.exists) row.record->id = RecordId{row.type->kind == Kind::dossier ? 1 : next++};
    skeleton.put(row.type->kind, row.type->copy(*row.record));
  }
  const Dossier codes = std::move(skeleton).build();
  for (Row& row : rows_) fill(row, codes);
  if (has_errors(problems_)) return problems_;

  DossierBuilder builder(start);
  for (Row& row : rows_) builder.put(row.type->kind, std::move(row.record));
  return std::move(builder).build();
}

}  // namespace

Result<Dossier> dossier_from_json(std::string_view text, const std::string& file) {
  const auto root = parse_json(text, file);
  if (!root) return root.errors();
  return Reader(file, nullptr).read(*root);
}

Result<Dossier> merge_json(const Dossier& base, std::string_view text, const std::string& file) {
  const auto root = parse_json(text, file);
  if (!root) return root.errors();
  return Reader(file, &base).read(*root);
}

}  // namespace accord
