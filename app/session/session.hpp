#pragma once
// An open dossier: runs edits on it, takes them back, keeps what was computed from it. Knows no screen. One thread.
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/clock.hpp"
#include "app/session/outlook.hpp"
#include "core/base/signal.hpp"
#include "core/model/validate.hpp"
#include "db/store/store.hpp"

namespace accord {

// Who works, when, and what is known of comparable agreements.
struct World {
  std::string author;
  Clock clock;
  ReferenceLookup reference = {};
};

// Something that a person does to a dossier. `changes` may be asked again, for a newer dossier, when somebody else
// wrote meanwhile. `summary` is the journal's line; empty = made of the changes.
struct EditCommand {
  std::function<Result<ChangeSet>(const Dossier&, const ValidateOptions&)> changes;
  std::string summary = {};
  std::string why = {};
  Action action = Action::edit;
};

// What an edit did.
struct EditDone {
  Dossier before, after;
  ChangeSet changes;          // empty: everything was so already, nothing was written
  std::int64_t revision = 0;  // after it
  std::string summary;
  bool others_wrote = false;  // the file had moved on; the edit was made on top of it
};

class DossierSession {
 public:
  // The Store's codes.
  static Result<DossierSession> open(const std::filesystem::path& path, World world, const OpenOptions& options = {});
  static Result<DossierSession> create(const std::filesystem::path& path, const Dossier& first, World world,
                                       const CreateOptions& options = {});

  const Dossier& dossier() const { return dossier_; }
  const World& world() const { return world_; }
  Store& store() { return store_; }

  // Command → checks → one transaction → signal. Codes: the command's, the Store's on commit, and, where somebody else
  // has changed the same fields since they were read, apply_changes()'s edit.stale with both versions. On failure
  // nothing is changed.
  Result<EditDone> run(const EditCommand& command);
  // Takes back the newest edit that is not yet undone, by whomever; makes the newest undone one again. Codes:
  // undo.nothing, redo.nothing, undo.conflict.
  Result<EditDone> undo();
  Result<EditDone> redo();
  // Takes back one entry of the journal, whichever it is. Codes: undo.nothing, undo.creation, undo.conflict.
  Result<EditDone> revert(std::int64_t number);

  // Loads what others wrote; true when there was something.
  Result<bool> refresh();

  // What follows from the dossier as it is; computed once per revision, day and status date.
  Result<OutlookPtr> outlook(std::optional<Day> status_date = {});
  // The same for another snapshot, such as the one before an edit; not kept.
  Result<OutlookPtr> outlook_of(const Dossier& dossier, std::optional<Day> status_date = {}) const;

  // What the file said at the end of a local day: as_of.before_file names the day on which it begins and what to do
  // instead.
  Result<Dossier> as_of(Day day);
  ValidateOptions validate_options(const Dossier& dossier) const;

  // Told after every change of dossier().
  Signal<const ChangeSet&> changed;

 private:
  DossierSession(Store store, Dossier dossier, World world);
  Result<EditDone> commit(const EditCommand& command, std::int64_t of);
  Result<EditDone> take_back(Action action);
  Result<EditDone> take_back(Action action, const std::vector<JournalEntry>& entries, std::optional<std::int64_t> number);

  struct Kept {
    std::int64_t revision;
    Day today;
    std::optional<Day> status_date;
    OutlookPtr outlook;
  };
  Store store_;
  Dossier dossier_;
  World world_;
  std::optional<Kept> kept_;
};

// One line for the journal: the single change in words, or how many there are.
std::string summary_of(const ChangeSet& changes, const Dossier& before, const Dossier& after);

}  // namespace accord
