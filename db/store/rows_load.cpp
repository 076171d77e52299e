#include <unordered_map>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "db/store/column_text.hpp"
#include "db/store/rows.hpp"
#include "db/store/schema.hpp"

namespace accord {
namespace {

using Lists = std::unordered_map<RecordId, std::string>;

Lists load_lists(StoreConnection& connection, const RecordType& type, const Field& field) {
  Lists lists;
  SQLite::Statement rows(connection.db(), fmt::format("SELECT \"id\", \"target\" FROM {} ORDER BY \"id\", \"position\"", sql_name(list_table(type, field))));
  while (rows.executeStep()) {
    std::string& text = lists[RecordId{rows.getColumn(0).getInt64()}];
    text += (text.empty() ? "" : ";") + std::to_string(rows.getColumn(1).getInt64());
  }
  return lists;
}

// Reads the records of one kind into the builder; problems are collected.
class KindLoader {
 public:
  KindLoader(StoreConnection& connection, const RecordType& type) : connection_(connection), type_(type) {
    const auto fresh = type.make();
    for (const Field& field : type.fields) {
      presets_.push_back(field.read(*fresh));
      if (is_list(field)) lists_.emplace(&field, load_lists(connection, type, field));
    }
  }

  void load(DossierBuilder& builder, Diagnostics& problems) {
    std::string sql = "SELECT t.\"id\", r.\"code\"";
    for (const Field& field : type_.fields)
      if (has_column(field)) sql += ", t." + sql_name(field.name);
    SQLite::Statement rows(connection_.db(), sql + fmt::format(" FROM {} t JOIN \"record\" r ON r.\"id\" = t.\"id\" AND r.\"kind\" = t.\"record_kind\" ORDER BY t.\"id\"", sql_name(type_.name)));
    while (rows.executeStep()) {
      ++count_;
      const auto record = type_.make();
      record->id = RecordId{rows.getColumn(0).getInt64()};
      if (fill(*record, rows, problems)) builder.put(type_.kind, record);
    }
  }

  std::int64_t count() const { return count_; }

 private:
  bool fill(Record& record, SQLite::Statement& row, Diagnostics& problems) {
    const std::size_t before = problems.size();
    int next_column = 2;
    for (std::size_t i = 0; i < type_.fields.size(); ++i) {
      const Field& field = type_.fields[i];
      std::string text;
      if (has_column(field)) text = column_text(row.getColumn(next_column++), field);
      else if (is_list(field)) text = list_of(field, record.id);
      else text = row.getColumn(1).getString();
      if (text == presets_[i]) continue;
      if (const Outcome written = field.write(record, text); !written) report(record.id, row.getColumn(1).getString(), field, written.errors().front(), problems);
    }
    return problems.size() == before;
  }

  std::string list_of(const Field& field, RecordId id) const {
    const Lists& lists = lists_.at(&field);
    const auto at = lists.find(id);
    return at == lists.end() ? std::string() : at->second;
  }

  void report(RecordId id, const std::string& code, const Field& field, const Diagnostic& why, Diagnostics& problems) const {
    Diagnostic d = on_file(connection_.db().getFilename(), "store.corrupt", say("The {} of {} {} in the file cannot be understood: {}", lower(say(field.label)), lower(say(type_.label)), code, why.message), say("open a backup; the damaged file was left as it is"));
    d.found = why.found;
    d.place.record = code.empty() ? fmt::format("#{}", id.number) : code;
    d.place.field = field.name;
    problems.push_back(std::move(d));
  }

  StoreConnection& connection_;
  const RecordType& type_;
  std::vector<std::string> presets_;
  std::unordered_map<const Field*, Lists> lists_;
  std::int64_t count_ = 0;
};

}  // namespace

Result<Dossier> load_rows(StoreConnection& connection) {
  DossierBuilder builder{Dossier{}};
  Diagnostics problems;
  std::int64_t found = 0;
  for (const RecordType& type : record_types()) {
    KindLoader loader(connection, type);
    loader.load(builder, problems);
    found += loader.count();
    if (type.kind == Kind::dossier && loader.count() != 1)
      problems.push_back(on_file(connection.db().getFilename(), "store.corrupt", say("The file has lost the dossier's own record."), say("open a backup; the damaged file was left as it is")));
  }
  const std::int64_t listed = connection.number("SELECT count(*) FROM \"record\"");
  if (listed != found)
    problems.push_back(on_file(connection.db().getFilename(), "store.corrupt", say_plural("The file lists {} record but holds {}.", "The file lists {} records but holds {}.", listed, found), say("open a backup; the damaged file was left as it is")));
  if (!problems.empty()) return problems;
  builder.set_revision(connection.number("SELECT \"revision\" FROM \"meta\""));
  builder.set_next_id(RecordId{connection.number("SELECT \"next_id\" FROM \"meta\"")});
  return std::move(builder).build();
}

}  // namespace accord
