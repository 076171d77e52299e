#include "db/store/schema.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/edit/journal.hpp"

namespace accord {
namespace {

std::string literal(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

// A named check, so that a refusal can say which field it was.
std::string check(const RecordType& type, const Field& field, const std::string& condition) {
  return fmt::format(" CONSTRAINT {} CHECK ({})", sql_name(fmt::format("{}.{}", type.name, field.name)), condition);
}

std::string choice_list(const Field& field) {
  std::vector<std::string> codes;
  for (const Choice& choice : field.choices)
    if (!choice.code.empty()) codes.push_back(literal(choice.code));
  return join(codes, ", ");
}

constexpr std::string_view reference_end = "DEFERRABLE INITIALLY DEFERRED";

std::string column(const RecordType& type, const Field& field) {
  const std::string name = sql_name(field.name);
  const std::string needed = field.required ? " NOT NULL" : "";
  switch (field.type) {
    case FieldType::integer: return fmt::format("{} INTEGER{}{}", name, needed, check(type, field, fmt::format("{} BETWEEN -1000000000 AND 1000000000", name)));
    case FieldType::number: return fmt::format("{} REAL{}{}", name, needed, check(type, field, fmt::format("abs({}) <= 1.7976931348623157e308", name)));
    case FieldType::boolean: return fmt::format("{} INTEGER NOT NULL DEFAULT 0{}", name, check(type, field, fmt::format("{} IN (0, 1)", name)));
    case FieldType::day:
      return fmt::format("{} TEXT{}{}", name, needed, check(type, field, fmt::format("{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' AND date({0}, '+0 days') = {0} AND {0} BETWEEN {1} AND {2}", name, literal(to_iso(first_day)), literal(to_iso(last_day)))));
    case FieldType::choice: return fmt::format("{} TEXT{}{}", name, needed, check(type, field, fmt::format("{} IN ({})", name, choice_list(field))));
    case FieldType::reference: return fmt::format("{} INTEGER{} REFERENCES {} (\"id\") {}", name, needed, sql_name(type_of(field.target).name), reference_end);
    default: return fmt::format("{} TEXT{}{}", name, needed, check(type, field, fmt::format("{} <> ''", name)));
  }
}

void add_kind(const RecordType& type, std::vector<std::string>& out) {
  const std::string table = sql_name(type.name);
  std::string sql = fmt::format("CREATE TABLE {} (\n  \"id\" INTEGER PRIMARY KEY{},\n  \"record_kind\" TEXT NOT NULL GENERATED ALWAYS AS ({}) VIRTUAL", table,
                                type.kind == Kind::dossier ? " CHECK (\"id\" = 1)" : "", literal(type.name));
  for (const Field& field : type.fields)
    if (has_column(field)) sql += ",\n  " + column(type, field);
  out.push_back(sql + fmt::format(",\n  FOREIGN KEY (\"id\", \"record_kind\") REFERENCES \"record\" (\"id\", \"kind\") {}\n) STRICT", reference_end));
  for (const Field& field : type.fields) {
    if (field.type == FieldType::reference)
      out.push_back(fmt::format("CREATE INDEX {} ON {} ({})", sql_name(fmt::format("{}.{}", type.name, field.name)), table, sql_name(field.name)));
    if (!is_list(field)) continue;
    const std::string list = sql_name(list_table(type, field));
    out.push_back(fmt::format("CREATE TABLE {} (\n  \"id\" INTEGER NOT NULL REFERENCES {} (\"id\") {},\n  \"position\" INTEGER NOT NULL CHECK (\"position\" >= 1),\n  \"target\" INTEGER NOT NULL REFERENCES {} (\"id\") {},\n  PRIMARY KEY (\"id\", \"position\")\n) STRICT, WITHOUT ROWID",
                              list, table, reference_end, sql_name(type_of(field.target).name), reference_end));
    out.push_back(fmt::format("CREATE INDEX {} ON {} (\"target\")", sql_name(list_table(type, field) + ".target"), list));
  }
}

std::string kind_list() {
  std::vector<std::string> names;
  for (const RecordType& type : record_types()) names.push_back(literal(type.name));
  return join(names, ", ");
}

std::string action_list() {
  std::vector<std::string> names;
  for (const Action a : {Action::create, Action::edit, Action::import, Action::undo, Action::redo, Action::migrate}) names.push_back(literal(action_name(a)));
  return join(names, ", ");
}

// No more than that: it is looked at for every entry whenever the file is opened, and the chain is checked by computing it.
constexpr std::string_view hash_check = "length({}) = 64";

void add_common(std::vector<std::string>& out) {
  out.push_back(fmt::format("CREATE TABLE \"meta\" (\n  \"id\" INTEGER PRIMARY KEY CHECK (\"id\" = 1),\n  \"revision\" INTEGER NOT NULL CHECK (\"revision\" >= 0),\n  \"entries\" INTEGER NOT NULL CHECK (\"entries\" >= 0),\n  \"head\" TEXT NOT NULL CHECK ({}),\n  \"next_id\" INTEGER NOT NULL CHECK (\"next_id\" >= 2)\n) STRICT",
                            fmt::format(hash_check, "\"head\"")));
  out.push_back(fmt::format("CREATE TABLE \"record\" (\n  \"id\" INTEGER PRIMARY KEY CHECK (\"id\" >= 1),\n  \"kind\" TEXT NOT NULL CHECK (\"kind\" IN ({})),\n  \"code\" TEXT NOT NULL COLLATE NOCASE UNIQUE CONSTRAINT \"record.code\" CHECK (CASE \"kind\" WHEN 'link' THEN \"code\" GLOB '?*>?*:[FS][FS]' ELSE length(\"code\") BETWEEN 1 AND 32 AND \"code\" NOT GLOB '*[^A-Za-z0-9._-]*' END),\n  UNIQUE (\"id\", \"kind\")\n) STRICT",
                            kind_list()));
  out.push_back(fmt::format("CREATE TABLE \"journal\" (\n  \"number\" INTEGER PRIMARY KEY CHECK (\"number\" >= 1),\n  \"time\" INTEGER NOT NULL,\n  \"author\" TEXT NOT NULL CHECK (\"author\" <> ''),\n  \"action\" TEXT NOT NULL CHECK (\"action\" IN ({})),\n  \"summary\" TEXT NOT NULL CHECK (\"summary\" <> ''),\n  \"why\" TEXT NOT NULL,\n  \"of\" INTEGER CHECK (\"of\" BETWEEN 1 AND \"number\" - 1),\n  \"format\" INTEGER NOT NULL CHECK (\"format\" >= 1),\n  \"changes\" TEXT NOT NULL,\n  \"hash\" TEXT NOT NULL CHECK ({}),\n  CHECK ((\"action\" IN ('undo', 'redo')) = (\"of\" IS NOT NULL)),\n  CHECK ((\"action\" = 'create') = (\"number\" = 1))\n) STRICT",
                            action_list(), fmt::format(hash_check, "\"hash\"")));
  out.push_back(
      fmt::format("CREATE TABLE \"attachment\" (\n  \"hash\" TEXT NOT NULL PRIMARY KEY CHECK ({}),\n  \"size\" INTEGER "
                  "NOT NULL CHECK (\"size\" = length(\"bytes\")),\n  \"bytes\" BLOB NOT NULL\n) STRICT",
                  fmt::format(hash_check, "\"hash\"")));
}

// `when` is a condition on NEW and OLD, or empty.
std::string refusal(std::string_view name, std::string_view event, std::string_view when, std::string_view words) {
  return fmt::format("CREATE TRIGGER {} BEFORE {}{} BEGIN SELECT RAISE(ABORT, {}); END", sql_name(name), event, when.empty() ? "" : fmt::format(" WHEN {}", when), literal(words));
}

void add_triggers(std::vector<std::string>& out) {
  out.push_back(refusal("journal.no_update", "UPDATE ON \"journal\"", "", "the journal is never changed"));
  out.push_back(refusal("journal.no_delete", "DELETE ON \"journal\"", "", "the journal is never shortened"));
  out.push_back(refusal("attachment.no_update", "UPDATE ON \"attachment\"", "", "an attached file is never changed"));
  out.push_back(refusal("attachment.no_delete", "DELETE ON \"attachment\"", "", "an attached file is never removed"));
  out.push_back(refusal("journal.sequence", "INSERT ON \"journal\"", "NEW.\"number\" IS NOT (SELECT \"entries\" + 1 FROM \"meta\")", "journal entries follow one another"));
  out.push_back(refusal("journal.time", "INSERT ON \"journal\"", "NEW.\"time\" < (SELECT \"time\" FROM \"journal\" WHERE \"number\" = NEW.\"number\" - 1)", "the journal's time never runs backwards"));
  out.push_back(refusal("meta.single", "INSERT ON \"meta\"", "EXISTS (SELECT 1 FROM \"meta\")", "there is one row of meta"));
  out.push_back(refusal("meta.no_delete", "DELETE ON \"meta\"", "", "there is one row of meta"));
  out.push_back(refusal("meta.rising", "UPDATE ON \"meta\"", "NEW.\"revision\" < OLD.\"revision\" OR NEW.\"entries\" < OLD.\"entries\" OR NEW.\"next_id\" < OLD.\"next_id\"", "revisions and ids never fall"));
  out.push_back(refusal("record.given", "INSERT ON \"record\"", "NEW.\"id\" >= (SELECT \"next_id\" FROM \"meta\")", "an id is given out before it is used"));
  out.push_back(refusal("record.keeps_id", "UPDATE OF \"id\", \"kind\" ON \"record\"", "", "a record keeps its id and kind"));
}

}  // namespace

std::string sql_name(std::string_view name) { return fmt::format("\"{}\"", name); }

bool is_list(const Field& field) { return field.type == FieldType::references; }
bool has_column(const Field& field) { return field.name != "code" && !is_list(field); }
std::string list_table(const RecordType& type, const Field& field) { return fmt::format("{}_{}", type.name, field.name); }

std::vector<std::string> schema_statements() {
  std::vector<std::string> out;
  add_common(out);
  for (const RecordType& type : record_types()) add_kind(type, out);
  add_triggers(out);
  return out;
}

std::vector<SchemaObject> schema_of(StoreConnection& connection) {
  std::vector<SchemaObject> out;
  SQLite::Statement rows(connection.db(), "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name");
  while (rows.executeStep()) out.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(), rows.getColumn(3).getString()});
  return out;
}

const std::vector<SchemaObject>& fresh_schema() {
  static const std::vector<SchemaObject> schema = [] {
    StoreConnection memory(":memory:", OpenFor::making, 0);
    memory.use();
    for (const std::string& statement : schema_statements()) memory.run(statement.c_str());
    return schema_of(memory);
  }();
  return schema;
}

}  // namespace accord
