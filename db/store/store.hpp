#pragma once
// A dossier's file, NAME.accord. Everything above sees only this: load, commit, journal, changed.
//
// Judgements on a file or an edit are returned as diagnostics; breakage (a full disk) throws StorageError. Either way the
// file is as it was. A Store belongs to one thread at a time; any number of Stores, in any number of programs, may have the
// same file open. Codes on opening:
//   store.missing     there is no such file                     store.not_a_file   the path is a folder or a device
//   store.unreadable  the file may not be read                  store.empty        it holds no bytes
//   store.foreign     it was not made by Accord                 store.newer        it was made by a newer Accord
//   store.corrupt     it is damaged                             store.schema       its tables are not as Accord makes them
//   store.locked      another program is writing to it          store.read_only    it may not be written
//   store.half_written  a program stopped while writing to it, and it was opened for reading only
//   store.exists      a file to be made exists already          store.moved        the open file was moved or replaced
//   store.migration   it is older and could not be brought to this version's format
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/edit/journal.hpp"
#include "db/store/storage_error.hpp"

namespace accord {

// Who makes an entry and when: seconds since 1970-01-01 UTC. The journal's time never runs backwards: an entry gets the
// time of the one before it where its own would be earlier.
struct Stamp {
  std::string author;  // not empty
  std::int64_t time = 0;
};

// What the journal says about a commit beside its changes.
struct Edit {
  Action action = Action::edit;
  std::string summary;  // not empty
  std::string why = {};
  std::int64_t of = 0;  // undo, redo: the entry that is taken back or made again
  // Asked by commit_rebased when others changed the file meanwhile: the findings that forbid the joint result (new_findings
  // of validate). Each edit alone may be right and both together wrong, such as two links that close a circle.
  std::function<Diagnostics(const Dossier& before, const Dossier& after)> forbids = {};
};

// read_write: for writing where the file and its folder allow it, else for reading; Store::read_only() tells which.
enum class Access { read_write, read_only };

struct OpenOptions {
  Access access = Access::read_write;
  int busy_ms = 5000;  // how long to wait for another program's write before store.locked
  std::function<std::int64_t()> now = {};  // the moment of a migration's entry; absent: that of the entry before it
};

struct CreateOptions {
  std::string summary = "Dossier created";
  bool overwrite = false;  // else an existing file is store.exists
  class Store* files_from = nullptr;  // where the files lie that the first dossier's evidence holds; may be null
};

enum class CheckDepth { quick, full };

// What a commit made: the snapshot as the file now says it, with its revision.
struct Committed {
  Dossier dossier;
  std::int64_t revision = 0;
  bool rebased = false;  // others had changed the file meanwhile; `dossier` has their changes too
};

class Store {
 public:
  // Makes a new file of `first`, whole or not at all, with one journal entry (create) that brings everything in. Also the
  // way to export an edition: create(path, public_edition(dossier), …) has a journal of its own and nothing of the old one.
  static Result<Store> create(const std::filesystem::path& path, const Dossier& first, const Stamp& stamp, const CreateOptions& options = {});
  // Opens a file; an older format is migrated first, after a copy NAME.accord.vN-backup beside it.
  static Result<Store> open(const std::filesystem::path& path, const OpenOptions& options = {});
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // The dossier as the file says it now. store.corrupt, naming each row that cannot be understood.
  Result<Dossier> load();

  // Writes rows, revision and journal entry together, or nothing. `changes` as diff() gives them, made on the dossier of
  // `base_revision`. Gives the new revision. Codes:
  //   commit.stale     the file has moved on since base_revision (use commit_rebased, or load and do the edit again)
  //   commit.refused   a rule of the file forbids it (a code used twice, a reference to nothing, a missing field), each named
  //   commit.nothing   no changes       commit.text   author, summary or reason are empty or not text
  //   store.read_only, store.locked, store.moved
  Result<std::int64_t> commit(const ChangeSet& changes, std::int64_t base_revision, const Stamp& stamp, const Edit& edit);
  // The same for an edit made on `base`, on top of what others committed since. Records that it adds get fresh ids where
  // others took them. Where others changed the same fields: apply()'s edit.* findings with both versions; nothing is written.
  Result<Committed> commit_rebased(const Dossier& base, const ChangeSet& changes, const Stamp& stamp, const Edit& edit);

  // The entries after number `since`, oldest first.
  Result<std::vector<JournalEntry>> journal(std::int64_t since = 0);
  // The newest `count` entries, oldest first; what undo needs.
  Result<std::vector<JournalEntry>> journal_tail(std::int64_t count);
  std::int64_t began();      // time of the first entry, seconds since 1970-01-01 UTC
  std::int64_t last_edit();  // time of the newest

  // True when the file's revision differs from the one that this Store last loaded or wrote, or the file was replaced.
  // Cheap: meant to be asked every second or two. False while another program is in the middle of writing.
  bool changed();
  std::int64_t revision();   // as the file says now
  std::string head_hash();   // of the newest entry, 64 hexadecimal digits

  // What the file said at a moment (every entry with a time up to and including it), or after entry `revision`.
  // as_of.before_file (it begins later; names the moment) and as_of.no_such_revision.
  Result<Dossier> as_of(std::int64_t utc_seconds);
  Result<Dossier> at_revision(std::int64_t revision);

  // Puts a file into the dossier, for evidence to name it by the hash that is given back; one that is there already is
  // kept once. Codes: attachment.size (more than `limit` bytes), store.read_only, store.locked, store.moved.
  Result<std::string> keep_file(std::string_view bytes, std::int64_t limit);
  // The bytes of a kept file: attachment.missing, attachment.damaged.
  Result<std::string> kept_file(std::string_view hash);

  // A complete copy with its journal, consistent even while others write. store.exists unless `overwrite`.
  Outcome backup(const std::filesystem::path& destination, bool overwrite = false);

  // Everything that is wrong with the file; empty when nothing is. Codes: check.database, check.reference,
  // check.schema, check.row, check.attachment, check.chain, check.sequence, check.head, check.replay, check.undo,
  // check.next_id. quick: structure, rows, head of the journal. full: also indexes, every entry's hash, replaying the
  // journal, and that each undo does the opposite of what it names, and that every attached file is there and as it
  // was.
  Diagnostics check(CheckDepth depth = CheckDepth::full);

  const std::filesystem::path& path() const;
  bool read_only() const;

  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace accord
