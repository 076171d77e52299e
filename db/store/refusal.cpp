#include "db/store/refusal.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

// What stands after the last ": " in SQLite's message, such as "milestone.title".
std::string_view object_of(std::string_view message) {
  const std::size_t colon = message.rfind(": ");
  return colon == message.npos ? std::string_view{} : message.substr(colon + 2);
}

std::string code_of(StoreConnection& connection, std::int64_t id) {
  SQLite::Statement row(connection.db(), "SELECT \"code\" FROM \"record\" WHERE \"id\" = ?");
  row.bind(1, id);
  return row.executeStep() ? row.getColumn(0).getString() : fmt::format("#{}", id);
}

Diagnostics dangling(StoreConnection& connection) {
  Diagnostics problems;
  SQLite::Statement rows(connection.db(), "SELECT \"table\", rowid, parent, (SELECT \"from\" FROM pragma_foreign_key_list(c.\"table\") WHERE id = c.fkid LIMIT 1) FROM pragma_foreign_key_check() c LIMIT 20");
  while (rows.executeStep()) {
    const RecordType* holder = find_type(rows.getColumn(0).getString());
    const RecordType* wanted = find_type(rows.getColumn(2).getString());
    Diagnostic d{.code = "commit.refused", .message = wanted ? say("A reference would point to a {} that is not there.", lower(say(wanted->label))) : say("A reference would point to a record that is not there."), .advice = say("remove the reference first, or keep the record")};
    if (holder) {
      d.place.record = code_of(connection, rows.getColumn(1).getInt64());
      d.place.field = rows.getColumn(3).getString();
    }
    problems.push_back(std::move(d));
  }
  if (problems.empty()) problems.push_back({.code = "commit.refused", .message = say("A reference would point to a record that is not there."), .advice = say("remove the reference first, or keep the record")});
  return problems;
}

}  // namespace

bool is_refusal(const SQLite::Exception& error) {
  switch (error.getExtendedErrorCode()) {
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_NOTNULL:
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_FOREIGNKEY: return true;
    default: return false;
  }
}

Diagnostics refused(StoreConnection& connection, const SQLite::Exception& error, const RecordChange* at) {
  if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY) return dangling(connection);
  const std::string_view object = object_of(error.what());
  const std::size_t dot = object.find('.');
  const std::string field(dot == object.npos ? std::string_view{} : object.substr(dot + 1));
  Diagnostic d{.code = "commit.refused", .message = {}};
  d.place.field = field;
  if (at) {
    d.place.record = fmt::format("{} {}", type_of(at->kind).name, at->id.number);
    for (const FieldChange& f : at->fields) {
      if (f.field == "code") d.place.record = f.after;
      if (f.field == field) d.found = f.after;
    }
  }
  switch (error.getExtendedErrorCode()) {
    case SQLITE_CONSTRAINT_UNIQUE:
      d.message = say("This code is in use already.");
      d.expected = say("a code that no other record has, capitals or not");
      break;
    case SQLITE_CONSTRAINT_NOTNULL: d.message = say("A field that every record of its kind needs is missing."); break;
    default: d.message = say("A value is outside of what the file allows."); break;
  }
  return {d};
}

}  // namespace accord
