#include <stdexcept>

#include <fmt/format.h>

#include "db/store/column_text.hpp"
#include "db/store/rows.hpp"
#include "db/store/schema.hpp"

namespace accord {
namespace {

std::size_t place_of(const RecordType& type, std::string_view name) {
  for (std::size_t i = 0; i < type.fields.size(); ++i)
    if (type.fields[i].name == name) return i;
  throw std::logic_error(fmt::format("a change names {}.{}, which is no field", type.name, name));
}

// What the journal holds must read back as itself, else replaying would not give the tables.
void require_canonical(const Field& field, Record& scratch, const std::string& text) {
  if (!field.write(scratch, text) || field.read(scratch) != text)
    throw std::logic_error(fmt::format("\"{}\" is not the canonical text of {}", text, field.name));
}

[[noreturn]] void misfit(const RecordChange& change, std::string_view what) {
  throw std::logic_error(fmt::format("a change of {} {} does not fit the file: {}", type_of(change.kind).name, change.id.number, what));
}

void require_same_before(const RecordType& type, const RecordChange& change, const std::vector<std::string>& texts) {
  for (const FieldChange& f : change.fields)
    if (texts[place_of(type, f.field)] != f.before) misfit(change, f.field);
}

bool changes_code(const RecordChange& change) {
  for (const FieldChange& f : change.fields)
    if (f.field == "code") return true;
  return false;
}

}  // namespace

SQLite::Statement& RowWriter::prepared(const std::string& sql) {
  const auto at = statements_.find(sql);
  if (at == statements_.end()) return statements_.emplace(sql, SQLite::Statement(connection_.db(), sql)).first->second;
  at->second.reset();
  return at->second;
}

void RowWriter::write(const ChangeSet& changes) {
  std::vector<Texts> before(changes.size());
  // Codes that go are freed first, so that two records can swap theirs; references between records wait for the commit.
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const RecordChange& change = changes[i];
    const RecordType& type = type_of(change.kind);
    at_ = &change;
    if (change.change == ChangeKind::add) continue;
    before[i] = row_of(type, change.id);
    if (before[i].empty()) misfit(change, "it is not there");
    require_same_before(type, change, before[i]);
    if (change.change == ChangeKind::remove) remove(type, change.id);
    if (change.change == ChangeKind::remove || changes_code(change)) {
      SQLite::Statement& forget = prepared("DELETE FROM \"record\" WHERE \"id\" = ?");
      forget.bind(1, change.id.number);
      forget.exec();
    }
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const RecordChange& change = changes[i];
    const RecordType& type = type_of(change.kind);
    at_ = &change;
    if (change.change == ChangeKind::remove) continue;
    const auto scratch = type.make();
    Texts texts = std::move(before[i]);
    if (change.change == ChangeKind::add)
      for (const Field& field : type.fields) texts.push_back(field.read(*scratch));
    for (const FieldChange& f : change.fields) {
      const std::size_t place = place_of(type, f.field);
      require_canonical(type.fields[place], *scratch, f.after);
      texts[place] = f.after;
    }
    if (change.change == ChangeKind::add) insert(type, change.id, texts);
    else update(type, change, texts);
  }
}

RowWriter::Texts RowWriter::row_of(const RecordType& type, RecordId id) {
  std::string sql = "SELECT r.\"code\"";
  for (const Field& field : type.fields)
    if (has_column(field)) sql += ", t." + sql_name(field.name);
  SQLite::Statement& row = prepared(sql + fmt::format(" FROM {} t JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE t.\"id\" = ?", sql_name(type.name)));
  row.bind(1, id.number);
  Texts texts;
  if (!row.executeStep()) return texts;
  int next_column = 1;
  for (const Field& field : type.fields) {
    if (has_column(field)) texts.push_back(column_text(row.getColumn(next_column++), field));
    else if (!is_list(field)) texts.push_back(row.getColumn(0).getString());
    else {
      SQLite::Statement& members = prepared(fmt::format("SELECT \"target\" FROM {} WHERE \"id\" = ? ORDER BY \"position\"", sql_name(list_table(type, field))));
      members.bind(1, id.number);
      std::string& text = texts.emplace_back();
      while (members.executeStep()) text += (text.empty() ? "" : ";") + std::to_string(members.getColumn(0).getInt64());
    }
  }
  row.reset();
  return texts;
}

void RowWriter::remove(const RecordType& type, RecordId id) {
  for (const Field& field : type.fields)
    if (is_list(field)) fill_list(type, field, id, "");
  SQLite::Statement& gone = prepared(fmt::format("DELETE FROM {} WHERE \"id\" = ?", sql_name(type.name)));
  gone.bind(1, id.number);
  gone.exec();
}

void RowWriter::name(const RecordType& type, RecordId id, const std::string& code) {
  SQLite::Statement& row = prepared("INSERT INTO \"record\" (\"id\", \"kind\", \"code\") VALUES (?, ?, ?)");
  row.bind(1, id.number);
  row.bind(2, std::string(type.name));
  row.bind(3, code);
  row.exec();
}

void RowWriter::insert(const RecordType& type, RecordId id, const Texts& texts) {
  std::string columns = "\"id\"", places = "?";
  for (const Field& field : type.fields) {
    if (!has_column(field)) continue;
    columns += ", " + sql_name(field.name);
    places += ", ?";
  }
  SQLite::Statement& row = prepared(fmt::format("INSERT INTO {} ({}) VALUES ({})", sql_name(type.name), columns, places));
  row.bind(1, id.number);
  int index = 2;
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const Field& field = type.fields[i];
    if (has_column(field)) bind_text(row, index++, field, texts[i]);
    else if (!is_list(field)) name(type, id, texts[i]);
  }
  row.exec();
  for (std::size_t i = 0; i < type.fields.size(); ++i)
    if (is_list(type.fields[i]) && !texts[i].empty()) fill_list(type, type.fields[i], id, texts[i]);
}

void RowWriter::update(const RecordType& type, const RecordChange& change, const Texts& texts) {
  std::string assignments;
  std::vector<std::size_t> columns;
  for (const FieldChange& f : change.fields) {
    const std::size_t place = place_of(type, f.field);
    const Field& field = type.fields[place];
    if (has_column(field)) {
      assignments += (columns.empty() ? "" : ", ") + sql_name(field.name) + " = ?";
      columns.push_back(place);
    } else if (is_list(field)) {
      fill_list(type, field, change.id, texts[place]);
    } else {
      name(type, change.id, texts[place]);
    }
  }
  if (columns.empty()) return;
  SQLite::Statement& row = prepared(fmt::format("UPDATE {} SET {} WHERE \"id\" = ?", sql_name(type.name), assignments));
  int index = 1;
  for (const std::size_t place : columns) bind_text(row, index++, type.fields[place], texts[place]);
  row.bind(index, change.id.number);
  row.exec();
}

void RowWriter::fill_list(const RecordType& type, const Field& field, RecordId id, const std::string& text) {
  SQLite::Statement& clear = prepared(fmt::format("DELETE FROM {} WHERE \"id\" = ?", sql_name(list_table(type, field))));
  clear.bind(1, id.number);
  clear.exec();
  SQLite::Statement& member = prepared(fmt::format("INSERT INTO {} (\"id\", \"position\", \"target\") VALUES (?, ?, ?)", sql_name(list_table(type, field))));
  int position = 0;
  for (const std::string& target : split(text, ';')) {
    member.reset();
    member.bind(1, id.number);
    member.bind(2, ++position);
    member.bind(3, static_cast<std::int64_t>(parse_integer(target).value()));
    member.exec();
  }
}

}  // namespace accord
