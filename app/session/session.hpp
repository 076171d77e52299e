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
#include "core/forecast/reference_class.hpp"
#include "core/model/findings_memo.hpp"
#include "db/store/store.hpp"

namespace accord {

// Who works, when, and what is known of comparable agreements.
struct World {
  std::string author;
  Clock clock;
  ReferenceClass comparable = ReferenceClass{};  // what the program knows; the dossier's own cases come on top
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
  Action action = Action::edit;
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

  // Command → checks → one transaction → signal. Codes: the command's, the Store's on commit, validate()'s and
  // schedule()'s where the edit brings an error with it, and, where somebody else has changed the same fields since they
  // were read, apply_changes()'s edit.stale with both versions. Where somebody else changed other fields, the edit is
  // made and judged again on top of theirs. An edit that gives a scenario changes which cannot be made fails with
  // with_scenario()'s codes. On failure nothing is changed.
  Result<EditDone> run(const EditCommand& command);
  // Takes back the newest edit that is not yet undone, by whomever; makes the newest undone one again. Which one that
  // is, the journal says at the moment of writing. Codes: undo.nothing, redo.nothing, undo.conflict, and those of run().
  Result<EditDone> undo();
  Result<EditDone> redo();
  // Takes back one entry of the journal, whichever it is. Codes: undo.nothing, undo.creation, undo.conflict.
  Result<EditDone> revert(std::int64_t number);

  // Checks the dossier as it is, so that the first edit need not.
  void prepare_edits() const;

  // Loads what others wrote; true when there was something.
  Result<bool> refresh();

  // What follows from the dossier as it is; computed once per revision, day and status date.
  Result<OutlookPtr> outlook(std::optional<Day> status_date = {});
  // The same for another snapshot, such as the one before an edit; not kept.
  Result<OutlookPtr> outlook_of(const Dossier& dossier, std::optional<Day> status_date = {}) const;

  // What the file said at the end of a local day: as_of.before_file names the day on which it begins and what to do
  // instead.
  Result<Dossier> as_of(Day day);
  // The checks of an edit on that dossier.
  ValidateOptions validate_options(const Dossier& dossier) const;

  // Told after every change of dossier().
  Signal<const ChangeSet&> changed;

 private:
  DossierSession(Store store, Dossier dossier, World world);
  // What is to be written on the dossier as it is now; asked again when somebody else was faster.
  struct Step {
    ChangeSet changes;
    std::string summary = {};  // empty = made of the changes
    std::int64_t of = 0;       // undo, redo: the entry that is meant
  };
  Result<EditDone> commit(Action action, const std::string& why, const std::function<Result<Step>()>& next);
  Result<EditDone> take_back(Action action);
  Result<Step> step_back(Action action);
  Result<Step> step_back(Action action, const std::vector<JournalEntry>& entries,
                         std::optional<std::int64_t> number) const;
  Result<std::vector<JournalEntry>> entries_for(Action action);
  // What follows from the edited dossier; refuses it where the edit brings an error with it. Null where the dossier could
  // not be computed before either.
  Result<OutlookPtr> judged(const Dossier& after, Action action);
  void keep(const OutlookPtr& outlook);

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
  std::shared_ptr<FindingsMemo> memo_ = std::make_shared<FindingsMemo>();
};

// One line for the journal: the single change in words, or how many there are.
std::string summary_of(const ChangeSet& changes, const Dossier& before, const Dossier& after);

}  // namespace accord
