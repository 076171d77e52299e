#include "db/store/committing.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "db/store/journal_rows.hpp"
#include "db/store/refusal.hpp"
#include "db/store/rows.hpp"

namespace accord {
namespace {

bool is_text(std::string_view text) { return !first_invalid_utf8(text) && text.find('\0') == text.npos; }

std::string canonical_text(const Field& field, Record& scratch, const std::string& text) {
  if (!field.write(scratch, text)) throw std::logic_error(fmt::format("{} cannot hold \"{}\"", field.name, text));
  return field.read(scratch);
}

// Ids are given out before they are used, so that none is ever used again.
void give_out_ids(StoreConnection& connection, const ChangeSet& changes) {
  std::int64_t next = read_meta(connection).next_id;
  for (const RecordChange& change : changes)
    if (change.change == ChangeKind::add) next = std::max(next, change.id.number + 1);
  SQLite::Statement update(connection.db(), "UPDATE \"meta\" SET \"next_id\" = ?");
  update.bind(1, next);
  update.exec();
}

}  // namespace

ChangeSet canonical(const ChangeSet& changes) {
  ChangeSet out;
  for (RecordChange change : changes) {
    const RecordType& type = type_of(change.kind);
    const auto scratch = type.make();
    for (FieldChange& f : change.fields) {
      const Field* field = type.field(f.field);
      if (!field) throw std::logic_error(fmt::format("a change names {}.{}, which is no field", type.name, f.field));
      if (change.change != ChangeKind::remove) f.after = canonical_text(*field, *scratch, f.after);
    }
    if (change.change == ChangeKind::update) {
      std::erase_if(change.fields, [](const FieldChange& f) { return f.before == f.after; });
      if (change.fields.empty()) continue;
    }
    out.push_back(std::move(change));
  }
  return out;
}

Outcome check_words(const Stamp& stamp, const Edit& edit) {
  if (trim(stamp.author).empty()) return Diagnostic{.code = "commit.text", .message = say("Nobody is named as the author of this change."), .advice = say("give a name with --as, or in the preferences")};
  if (trim(edit.summary).empty()) return Diagnostic{.code = "commit.text", .message = say("A change needs a summary.")};
  for (const std::string* text : {&stamp.author, &edit.summary, &edit.why})
    if (!is_text(*text)) return Diagnostic{.code = "commit.text", .message = say("The author, the summary or the reason is not valid UTF-8 text."), .advice = say("enter it again without special characters")};
  return Done{};
}

Result<std::int64_t> write_edit(StoreConnection& connection, const ChangeSet& changes, const Stamp& stamp, const Edit& edit) {
  RowWriter writer(connection);
  try {
    give_out_ids(connection, changes);
    writer.write(changes);
  } catch (const SQLite::Exception& error) {
    if (!is_refusal(error)) throw;
    return refused(connection, error, writer.at());
  }
  JournalEntry entry{.time = stamp.time, .author = std::string(trim(stamp.author)), .action = edit.action, .summary = std::string(trim(edit.summary)), .why = std::string(trim(edit.why)), .of = edit.of, .changes = changes, .hash = {}};
  return append_entry(connection, std::move(entry)).number;
}

Outcome finish(StoreConnection& connection, SQLite::Transaction& transaction) {
  try {
    transaction.commit();
    return Done{};
  } catch (const SQLite::Exception& error) {
    if (!is_refusal(error)) throw;
    return refused(connection, error, nullptr);
  }
}

}  // namespace accord
