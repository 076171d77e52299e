#include "db/store/replaying.hpp"

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/edit/compose.hpp"
#include "db/store/hash.hpp"
#include "db/store/rows.hpp"

namespace accord {
namespace {

Diagnostics does_not_follow(const JournalRow& row, const Diagnostics& why, const std::filesystem::path& path) {
  Diagnostics problems{on_file(path, "journal.replay", say("Journal entry {} does not follow from the entries before it.", row.entry.number), say("the file was changed by something other than Accord; take a backup"))};
  problems.insert(problems.end(), why.begin(), why.end());
  return problems;
}

Result<Dossier> stamped(Result<Dossier> dossier, std::int64_t revision, std::int64_t next_id) {
  if (!dossier) return dossier;
  DossierBuilder builder(std::move(dossier).value());
  builder.set_revision(revision);
  builder.set_next_id(RecordId{next_id});
  return std::move(builder).build();
}

}  // namespace

Dossier empty_dossier() {
  DossierBuilder builder{Dossier{}};
  builder.erase(Kind::dossier, RecordId{1});
  return std::move(builder).build();
}

Result<ChangeSet> composed(StoreConnection& connection, std::int64_t first, std::int64_t last) {
  const std::filesystem::path path = connection.db().getFilename();
  Composition composition;
  Diagnostics problems;
  each_row(connection, first, last, [&](JournalRow& row) {
    const auto changes = changes_of(row, path);
    if (!changes) problems = changes.errors();
    else if (const Outcome fits = composition.add(*changes); !fits) problems = does_not_follow(row, fits.errors(), path);
    return problems.empty();
  });
  if (!problems.empty()) return problems;
  return composition.result();
}

Outcome sound_journal(StoreConnection& connection) {
  const std::filesystem::path path = connection.db().getFilename();
  const Meta meta = read_meta(connection);
  std::string previous = no_hash;
  std::int64_t count = 0;
  bool whole = true;
  each_row(connection, 1, INT64_MAX, [&](JournalRow& row) {
    whole = row.entry.number == ++count && row.entry.hash == chained_hash(previous, row);
    previous = row.entry.hash;
    return whole;
  });
  if (!whole || count != meta.entries || previous != meta.head)
    return on_file(path, "store.corrupt", say("The file's journal was changed by something other than Accord."), say("open a backup; the damaged file was left as it is"));
  if (const auto all = composed(connection, 1, meta.entries); !all) return all.errors();
  return Done{};
}

Result<Dossier> replayed(StoreConnection& connection, std::int64_t number) {
  const auto changes = composed(connection, 1, number);
  if (!changes) return changes.errors();
  return stamped(apply_changes(empty_dossier(), *changes), number, read_meta(connection).next_id);
}

Result<Dossier> state_after(StoreConnection& connection, std::int64_t number) {
  const Meta meta = read_meta(connection);
  // Going forward costs the entry that brought all records in, going back costs reading them from the tables. Measured, the
  // first is dearer by about one entry for each record.
  const std::int64_t records = connection.number("SELECT count(*) FROM \"record\"");
  if (number + records < meta.entries - number) return replayed(connection, number);
  const auto later = composed(connection, number + 1, meta.entries);
  if (!later) return later.errors();
  const auto now = load_rows(connection);
  if (!now) return now;
  return stamped(apply_changes(*now, inverse(*later)), number, meta.next_id);
}

}  // namespace accord
