#pragma once
// The tables of a dossier's file, made from the descriptions of the records: one table per kind, one column per field.
//
//   meta      one row: revision, number of entries, hash of the newest, next free id
//   record    every record's id, kind and code; codes are unique without regard to case
//   KIND      the other fields; NULL is absent, flags are 0 and 1, days ISO text, references ids
//   KIND_FIELD  the members of a list of references, in order
//   attachment  files that evidence holds, each once, under its SHA-256; never changed, never removed
//   journal   the entries; triggers refuse to change, remove or skip one
#include <string>
#include <vector>

#include "core/model/field.hpp"
#include "db/store/connection.hpp"

namespace accord {

// Number of the file's format, kept in user_version. It rises with every change of a description; see migrations.hpp.
inline constexpr int file_format = 3;

std::string sql_name(std::string_view name);  // "name" as an SQL identifier

// Where a field lives: its column in the kind's table, a table of its own (lists of references), or `record` (the code).
bool has_column(const Field& field);
bool is_list(const Field& field);
std::string list_table(const RecordType& type, const Field& field);

struct SchemaObject {
  std::string type;   // table, index, trigger
  std::string name;
  std::string table;  // that it belongs to
  std::string sql;    // as SQLite keeps it
  bool operator==(const SchemaObject&) const = default;
};

// Statements that make an empty dossier's tables, in order.
std::vector<std::string> schema_statements();
// What the file has, by type and name; SQLite's own objects left out.
std::vector<SchemaObject> schema_of(StoreConnection& connection);
// What a file of this format has.
const std::vector<SchemaObject>& fresh_schema();

}  // namespace accord
