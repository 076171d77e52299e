#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "db/store/attachments.hpp"
#include "db/store/hash.hpp"
#include "db/store/journal_rows.hpp"
#include "db/store/opening.hpp"
#include "db/store/replaying.hpp"
#include "db/store/rows.hpp"
#include "db/store/schema.hpp"

namespace accord {
namespace {

struct Findings {
  Diagnostics list;
};

// What differs in a sentence, where English is spoken; else the record alone.
std::string differing(const RecordChange& change, const Dossier& before, const Dossier& after) {
  if (spoken().code() == "en") return in_words(change, before, after);
  return (change.change == ChangeKind::remove ? before : after).code_of(change.kind, change.id);
}

// Looks at one open file and collects what is wrong with it.
class Checker {
 public:
  explicit Checker(Store::Impl& file) : file_(file), connection_(file.connection), meta_(read_meta(file.connection)) {}

  Diagnostics run(CheckDepth depth) {
    database(depth);
    // On damaged pages everything below would only repeat the damage in other words.
    if (!findings_.empty()) return std::move(findings_);
    schema();
    references();
    head();
    next_id();
    const auto tables = rows();
    if (depth == CheckDepth::full) {
      if (tables) attachments(*tables);
      chain();
      taking_back();
      if (tables) replay(*tables);
    }
    return std::move(findings_);
  }

 private:
  Diagnostic& add(std::string code, std::string message, std::string advice = {}) {
    findings_.push_back(on_file(file_.path, std::move(code), std::move(message), std::move(advice)));
    return findings_.back();
  }

  void database(CheckDepth depth) {
    SQLite::Statement lines(connection_.db(), depth == CheckDepth::full ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)");
    while (lines.executeStep())
      if (const std::string line = lines.getColumn(0).getString(); line != "ok") add("check.database", say("The file is damaged."), say("open a backup")).found = line;
  }

  void schema() {
    if (schema_of(connection_) != fresh_schema()) add("check.schema", say("The file's tables are not as Accord makes them; another program has changed them."), say("open a backup"));
  }

  void references() {
    SQLite::Statement lines(connection_.db(), "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check() LIMIT 20");
    while (lines.executeStep())
      add("check.reference", say("A {} refers to a {} that is not there.", lines.getColumn(0).getString(), lines.getColumn(2).getString()), say("open a backup")).place.record = "#" + lines.getColumn(1).getString();
  }

  void head() {
    SQLite::Statement newest(connection_.db(), "SELECT count(*), coalesce(max(\"number\"), 0) FROM \"journal\"");
    newest.executeStep();
    const std::int64_t count = newest.getColumn(0).getInt64(), last = newest.getColumn(1).getInt64();
    if (meta_.revision != meta_.entries || count != meta_.entries || last != meta_.entries) {
      Diagnostic& d = add("check.head", say("The journal does not have as many entries as the file says: the trail was cut or added to."), say("compare with a backup"));
      d.expected = say_plural("{} entry", "{} entries", meta_.entries);
      d.found = say("{}, the newest with number {}", count, last);
    }
  }

  void next_id() {
    const std::int64_t largest = connection_.number("SELECT coalesce(max(\"id\"), 0) FROM \"record\"");
    if (largest >= meta_.next_id) add("check.next_id", say("The file would give out a number a second time."), say("open a backup")).found = say("record {} exists, the next would be {}", largest, meta_.next_id);
  }

  std::optional<Dossier> rows() {
    auto dossier = load_rows(connection_);
    if (dossier) return std::move(dossier).value();
    for (Diagnostic d : dossier.errors()) {
      d.code = "check.row";
      findings_.push_back(std::move(d));
    }
    return std::nullopt;
  }

  void attachments(const Dossier& tables) {
    for (Diagnostic d : attachment_findings(connection_, tables, file_.path)) {
      d.code = "check.attachment";
      findings_.push_back(std::move(d));
    }
  }

  void chain() {
    std::string previous = no_hash;
    std::int64_t expected = 1, time = 0;
    each_row(connection_, 1, INT64_MAX, [&](JournalRow& row) {
      if (row.entry.number != expected) add("check.sequence", say("Journal entry {} is missing.", expected), say("compare with a backup")).found = say("entry {} instead", row.entry.number);
      if (row.entry.number > 1 && row.entry.time < time) add("check.sequence", say("Journal entry {} is dated before the one in front of it.", row.entry.number), say("compare with a backup"));
      if (const std::string hash = chained_hash(previous, row); hash != row.entry.hash) {
        Diagnostic& d = add("check.chain", say("Journal entry {} was changed after it was written, or one before it was taken out.", row.entry.number), say("compare with a backup"));
        d.expected = row.entry.hash.substr(0, 12);
        d.found = hash.substr(0, 12);
      }
      previous = row.entry.hash;
      expected = row.entry.number + 1;
      time = row.entry.time;
      return findings_.size() < 20;
    });
    if (findings_.size() < 20 && previous != meta_.head) {
      Diagnostic& d = add("check.head", say("The newest journal entry is not the one that the file names."), say("compare with a backup"));
      d.expected = meta_.head.substr(0, 12);
      d.found = previous.substr(0, 12);
    }
  }

  // An undo does the opposite of the entry that it names, a redo the same. What cannot be read, replay() says.
  void taking_back() {
    each_row(connection_, 1, INT64_MAX, [&](JournalRow& row) {
      const bool undo = row.entry.action == Action::undo;
      if (!undo && row.entry.action != Action::redo) return true;
      const auto did = changes_of(row, file_.path);
      const auto meant = read_entries(connection_, row.entry.of, row.entry.of);
      if (!did || !meant) return false;
      if (meant->size() != 1 || in_order(*did) != in_order(undo ? inverse(meant->front().changes) : meant->front().changes))
        add("check.undo", say(undo ? message("Journal entry {} says that it takes back entry {}, but it does something else.") : message("Journal entry {} says that it makes again entry {}, but it does something else."), row.entry.number, row.entry.of), say("compare with a backup"));
      return findings_.size() < 20;
    });
  }

  static ChangeSet in_order(ChangeSet changes) {
    std::sort(changes.begin(), changes.end(), [](const RecordChange& a, const RecordChange& b) { return std::pair(a.kind, a.id) < std::pair(b.kind, b.id); });
    return changes;
  }

  void replay(const Dossier& tables) {
    const auto again = replayed(connection_, meta_.entries);
    if (!again) {
      for (Diagnostic d : again.errors()) {
        d.code = "check.replay";
        findings_.push_back(std::move(d));
      }
      return;
    }
    for (const RecordChange& change : diff(*again, tables)) {
      if (findings_.size() >= 20) return;
      add("check.replay", say("The journal does not explain this record: {}.", differing(change, *again, tables)), say("the file was changed by something other than Accord; compare with a backup"));
    }
  }

  Store::Impl& file_;
  StoreConnection& connection_;
  Meta meta_;
  Diagnostics findings_;
};

}  // namespace

Diagnostics Store::check(CheckDepth depth) {
  const auto done = guarded_unseen(impl_->path, [&]() -> Result<Findings> {
    const SQLite::Transaction transaction(impl_->connection.db());
    if (const Outcome ours = still_ours(*impl_); !ours) return ours.errors();
    return Findings{Checker(*impl_).run(depth)};
  });
  return done ? done->list : done.errors();
}

}  // namespace accord
