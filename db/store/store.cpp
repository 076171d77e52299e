#include "db/store/store.hpp"

#include <date/date.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/edit/renumber.hpp"
#include "db/store/attachments.hpp"
#include "db/store/committing.hpp"
#include "db/store/copying.hpp"
#include "db/store/files.hpp"
#include "db/store/hash.hpp"
#include "db/store/journal_rows.hpp"
#include "db/store/replaying.hpp"
#include "db/store/rows.hpp"
#include "db/store/schema.hpp"

namespace accord {
namespace {

// Reads under one lock, so that what is read belongs together.
template <class F>
auto reading(Store::Impl& file, F&& f) -> decltype(f()) {
  return guarded(file.path, [&]() -> decltype(f()) {
    const SQLite::Transaction transaction(file.connection.db());
    if (const Outcome ours = still_ours(file); !ours) return ours.errors();
    return f();
  });
}

// For answers that have no room for a judgement: a file that cannot be asked is breakage.
template <class F>
auto asking(Store::Impl& file, F&& f) -> decltype(f()) {
  try {
    return f();
  } catch (const SQLite::Exception& error) {
    const Diagnostic d = judged(error, file.path);
    throw StorageError(d.code == "store.locked" ? "storage.busy" : "storage.io", fmt::format("{}: {}", file.path.string(), d.message));
  }
}

class NoWaiting {
 public:
  explicit NoWaiting(Store::Impl& file) : file_(file) { file_.connection.db().setBusyTimeout(0); }
  ~NoWaiting() { file_.connection.db().setBusyTimeout(file_.busy_ms); }
  NoWaiting(const NoWaiting&) = delete;
  NoWaiting& operator=(const NoWaiting&) = delete;

 private:
  Store::Impl& file_;
};

// The right to write may be taken away while the file is open: what the system still lets through is not written either.
Outcome may_still_write(const Store::Impl& file) {
  if (file.read_only) return on_file(file.path, "store.read_only", say("The file is open for reading only; nothing was written."), say("ask for the right to write there, or save a copy elsewhere"));
  std::error_code unknown;
  if (std::filesystem::exists(file.path, unknown) && !may_write(file.path))
    return on_file(file.path, "store.read_only", say("The file or its folder may not be written any more; nothing was written."), say("ask for the right to write there, or save a copy elsewhere"));
  return Done{};
}

std::string moment_text(std::int64_t utc_seconds) {
  return date::format("%F %H:%M UTC", date::sys_seconds{std::chrono::seconds{utc_seconds}});
}

Diagnostic stale(std::int64_t base, std::int64_t now) {
  return {.code = "commit.stale", .message = say("Somebody else has changed the dossier meanwhile; nothing was written."), .expected = say("revision {}", base), .found = say("revision {}", now), .advice = say("look at the dossier as it is now, then make the change again")};
}

Dossier at(Dossier dossier, std::int64_t revision) {
  DossierBuilder builder(std::move(dossier));
  builder.set_revision(revision);
  return std::move(builder).build();
}

// What stands in the way is said of `destination`: nobody knows the passing name.
Outcome fill_new_file(const TemporaryFile& file, const std::filesystem::path& destination, const Dossier& first, const Stamp& stamp, const CreateOptions& options) {
  return guarded(destination, [&]() -> Outcome {
    StoreConnection connection(file.path(), OpenFor::writing, 0);
    connection.use();
    SQLite::Transaction transaction(connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    connection.run(fmt::format("PRAGMA application_id = {}", application_id).c_str());
    connection.run(fmt::format("PRAGMA user_version = {}", file_format).c_str());
    for (const std::string& statement : schema_statements()) connection.run(statement.c_str());
    connection.run(fmt::format("INSERT INTO \"meta\" VALUES (1, 0, 0, '{}', {})", no_hash, first.next_id().number).c_str());
    const Edit edit{.action = Action::create, .summary = options.summary};
    const auto written = write_edit(connection, canonical(diff(empty_dossier(), first)), stamp, edit);
    if (!written) return written.errors();
    return finish(connection, transaction);
  });
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::create(const std::filesystem::path& path, const Dossier& first, const Stamp& stamp, const CreateOptions& options) {
  if (const Outcome words = check_words(stamp, {.action = Action::create, .summary = options.summary}); !words) return words.errors();
  if (const Outcome may = may_make(path, options.overwrite); !may) return may.errors();
  {
    TemporaryFile file(path);
    if (const Outcome filled = fill_new_file(file, path, first, stamp, options); !filled) return filled.errors();
    if (options.files_from)
      if (const Outcome copied = copy_attachments(*options.files_from->impl_, file.path(), first); !copied)
        return copied.errors();
    if (const Outcome kept = file.keep(options.overwrite); !kept) return kept.errors();
  }
  return open(path);
}

Result<Store> Store::open(const std::filesystem::path& path, const OpenOptions& options) {
  auto file = open_file(path, options, migrations());
  if (!file) return file.errors();
  return Store(std::move(file).value());
}

Result<Dossier> Store::load() {
  auto dossier = reading(*impl_, [&] { return load_rows(impl_->connection); });
  if (dossier) impl_->seen = dossier->revision();
  return dossier;
}

Result<std::int64_t> Store::commit(const ChangeSet& changes, std::int64_t base_revision, const Stamp& stamp, const Edit& edit) {
  if (const Outcome may = may_still_write(*impl_); !may) return may.errors();
  if (const Outcome words = check_words(stamp, edit); !words) return words.errors();
  const ChangeSet clean = canonical(changes);
  if (clean.empty()) return Diagnostic{.code = "commit.nothing", .message = say("Nothing would change.")};
  StoreConnection& connection = impl_->connection;
  return guarded(impl_->path, [&]() -> Result<std::int64_t> {
    SQLite::Transaction transaction(connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    if (const Outcome ours = still_ours(*impl_); !ours) return ours.errors();
    if (const Meta meta = read_meta(connection); meta.revision != base_revision) return stale(base_revision, meta.revision);
    const auto revision = write_edit(connection, clean, stamp, edit);
    if (!revision) return revision;
    if (const Outcome done = finish(connection, transaction); !done) return done.errors();
    impl_->seen = *revision;
    return revision;
  });
}

Result<Committed> Store::commit_rebased(const Dossier& base, const ChangeSet& changes, const Stamp& stamp, const Edit& edit) {
  Dossier under = base;
  ChangeSet mine = canonical(changes);
  for (;;) {
    const bool rebased = under.revision() != base.revision();
    const auto after = apply_changes(under, mine);
    if (!after) return after.errors();
    if (rebased && edit.forbids)
      if (Diagnostics findings = edit.forbids(under, *after); has_errors(findings)) return findings;
    const auto revision = commit(mine, under.revision(), stamp, edit);
    if (revision) return Committed{at(*after, *revision), *revision, rebased};
    if (revision.errors().front().code != "commit.stale") return revision.errors();
    auto now = load();
    if (!now) return now.errors();
    mine = renumbered(mine, under.next_id(), std::max<std::int64_t>(0, now->next_id().number - under.next_id().number));
    under = std::move(now).value();
  }
}

Result<std::vector<JournalEntry>> Store::journal(std::int64_t since) {
  return reading(*impl_, [&] { return read_entries(impl_->connection, since + 1, read_meta(impl_->connection).entries); });
}

Result<std::vector<JournalEntry>> Store::journal_tail(std::int64_t count) {
  return reading(*impl_, [&] {
    const std::int64_t last = read_meta(impl_->connection).entries;
    return read_entries(impl_->connection, last - count + 1, last);
  });
}

std::int64_t Store::began() {
  return asking(*impl_, [&] { return time_of(impl_->connection, 1); });
}

std::int64_t Store::last_edit() {
  return asking(*impl_, [&] { return time_of(impl_->connection, read_meta(impl_->connection).entries); });
}

bool Store::changed() {
  if (impl_->connection.moved()) return true;
  const NoWaiting at_once(*impl_);
  try {
    return read_meta(impl_->connection).revision != impl_->seen;
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xff) == SQLITE_BUSY) return false;
    throw StorageError("storage.io", fmt::format("{}: {}", impl_->path.string(), judged(error, impl_->path).message));
  }
}

std::int64_t Store::revision() {
  return asking(*impl_, [&] { return read_meta(impl_->connection).revision; });
}

std::string Store::head_hash() {
  return asking(*impl_, [&] { return read_meta(impl_->connection).head; });
}

Result<Dossier> Store::as_of(std::int64_t utc_seconds) {
  return reading(*impl_, [&]() -> Result<Dossier> {
    const std::int64_t number = entry_at(impl_->connection, utc_seconds);
    if (number > 0) return state_after(impl_->connection, number);
    const std::string begins = moment_text(time_of(impl_->connection, 1));
    return on_file(impl_->path, "as_of.before_file", say("This file begins on {}; it cannot show what it said before that.", begins), say("use --status-date to see what is known now about an earlier time"));
  });
}

Result<Dossier> Store::at_revision(std::int64_t revision) {
  return reading(*impl_, [&]() -> Result<Dossier> {
    const std::int64_t last = read_meta(impl_->connection).entries;
    if (revision >= 1 && revision <= last) return state_after(impl_->connection, revision);
    Diagnostic d = on_file(impl_->path, "as_of.no_such_revision", say("The file has no such revision."));
    d.expected = say("a number from 1 to {}", last);
    d.found = std::to_string(revision);
    return d;
  });
}

Result<std::string> Store::keep_file(std::string_view bytes, std::int64_t limit) {
  if (static_cast<std::int64_t>(bytes.size()) > limit) return too_large(static_cast<std::int64_t>(bytes.size()), limit);
  if (const Outcome may = may_still_write(*impl_); !may) return may.errors();
  return guarded(impl_->path, [&]() -> Result<std::string> {
    SQLite::Transaction transaction(impl_->connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    if (const Outcome ours = still_ours(*impl_); !ours) return ours.errors();
    const std::string hash = write_attachment(impl_->connection, bytes);
    if (const Outcome done = finish(impl_->connection, transaction); !done) return done.errors();
    return hash;
  });
}

Result<std::string> Store::kept_file(std::string_view hash) {
  return reading(*impl_, [&] { return read_attachment(impl_->connection, hash, impl_->path); });
}

Outcome Store::backup(const std::filesystem::path& destination, bool overwrite) {
  std::error_code ignored;
  if (std::filesystem::equivalent(impl_->path, destination, ignored)) return on_file(destination, "store.exists", say("This is the open file itself."), say("choose another name"));
  return copy_database(impl_->connection, destination, overwrite);
}

const std::filesystem::path& Store::path() const { return impl_->path; }
bool Store::read_only() const { return impl_->read_only; }

}  // namespace accord
