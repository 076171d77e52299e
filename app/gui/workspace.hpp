#pragma once
// The open dossier as the window and its pages share it: one snapshot, one selection, one undo. Everything that takes
// time (reading, writing, scheduling) happens on a thread of its own; what comes back is told here, on the window's
// thread. Knows no toolkit: `Post` brings a function to the window's thread.
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/breakage.hpp"
#include "app/session/session.hpp"
#include "app/session/worker.hpp"
#include "core/base/signal.hpp"

namespace accord::gui {

using Journal = std::vector<std::shared_ptr<const JournalEntry>>;  // oldest first

// A scenario that is laid over the plan, in thought.
struct WhatIf {
  Id<Scenario> scenario;
  std::string title;
  OutlookPtr plan;  // as it is
};

// What is shown: values that belong to one another. Cheap to copy.
struct Snapshot {
  Dossier dossier;
  OutlookPtr outlook;                        // null where the plan cannot be scheduled
  std::shared_ptr<const Standing> standing;  // null with it
  Diagnostics problems;                      // why it cannot
  std::shared_ptr<const Journal> journal = std::make_shared<Journal>();
  std::string undo, redo;    // what would be taken back or made again; "" = nothing
  std::optional<Day> as_of;  // the past day whose state is shown; absent = now
  std::optional<WhatIf> what_if;  // absent = the plan as it is
  bool read_only = false;    // the file may not be written

  bool editable() const { return !as_of && !what_if && !read_only; }
  // The plan without any scenario; null where it cannot be scheduled.
  const OutlookPtr& plan() const { return what_if ? what_if->plan : outlook; }
};

struct Selection {
  Kind kind = Kind::dossier;
  RecordId id;  // 0 = nothing
  explicit operator bool() const { return static_cast<bool>(id); }
  bool operator==(const Selection&) const = default;
};

// Where something is to be read from or written to.
struct PathQuestion {
  std::string title;
  std::string name;   // that is proposed
  std::string kinds;  // as file dialogs take them: "Web page (*.html)|*.html"
  bool to_write = false;
};

class Workspace {
 public:
  using Post = std::function<void(std::function<void()>)>;
  template <class T>
  using Then = std::function<void(const Result<T>&)>;  // told on the window's thread

  Workspace(World world, Post post);
  ~Workspace();

  const World& world() const { return world_; }
  bool is_open() const { return !path_.empty(); }
  const std::filesystem::path& path() const { return path_; }  // "" while nothing is open
  const Snapshot& snapshot() const { return snapshot_; }
  bool busy() const { return waiting_ > 0; }  // something has been asked for and not come back
  bool quiet() const { return waiting_ == 0 && computing_ == 0; }  // nor is anything computed

  // The file that is open stays open where the other one cannot be. Codes: the Store's.
  void open(const std::filesystem::path& path, Then<Done> then);
  // Makes a new file of `first`, which runs on the worker, and opens it. Replaces a file that exists.
  void create(const std::filesystem::path& path, std::function<Result<Dossier>()> first, Then<Done> then);
  void close();
  // A complete copy, history included; replaces a file that exists.
  void backup(const std::filesystem::path& destination, Then<Done> then);
  // Runs `work` on the worker, with the open file; it changes nothing there.
  void consult(std::function<Outcome(DossierSession&)> work, Then<Done> then);

  // Runs the command, shows what follows from it, then tells. Where `then` is empty, what stands against it goes to
  // refused. Where the snapshot is not editable() nothing happens but edit.read_only.
  void edit(EditCommand command, Then<EditDone> then = {});
  // Why the next edit is made; the journal keeps it with that one, and reason_used says when it has.
  void give_reason(std::string reason) { reason_ = std::move(reason); }
  void undo(Then<EditDone> then = {});
  void redo(Then<EditDone> then = {});
  // Takes back one entry of the journal, whichever it is.
  void revert(std::int64_t entry, Then<EditDone> then = {});

  // What is known about the time up to that day; absent = the dossier's own status date.
  void set_status_date(std::optional<Day> day);
  std::optional<Day> status_date() const { return status_date_; }
  // What the file said at the end of that day, to be looked at only; absent = now.
  void look_back(std::optional<Day> day, Then<Done> then = {});
  // The plan as that scenario would have it, to be looked at only; none = as it is. Codes: as_scenario()'s, schedule()'s.
  void show_scenario(Id<Scenario> scenario, Then<Done> then = {});
  // Shows what others wrote, if anything, and whether the file is still there and may be written. Cheap; meant to be asked every second.
  void refresh();
  // The file cannot be found where it was opened; told by `shown`.
  bool is_gone() const { return gone_; }
  // The right to write it was taken away since it was opened; told by `shown`.
  bool is_barred() const { return barred_; }

  // Runs `work` beside the window on the snapshot as it is now, after what somebody waits for; `then` is told unless the snapshot has moved on by
  // then, or the Connection is gone.
  template <class T>
  [[nodiscard]] Connection compute(std::function<T(const Snapshot&)> work, std::function<void(T)> then);

  const Selection& selection() const { return selection_; }
  void select(Selection selection);
  template <class T>
  void select(Id<T> id) {
    select({KindOf<T>::value, id});
  }
  // The selected record; null where there is none or it is gone.
  template <class T>
  const T* selected() const {
    return selection_.kind == KindOf<T>::value ? snapshot_.dossier.find(Id<T>(selection_.id)) : nullptr;
  }

  // Asks the person for a path; "" = they changed their mind. Set by the window.
  std::function<std::filesystem::path(const PathQuestion&)> choose_path;

  // Somebody wants to edit what is selected: whoever can takes the keyboard.
  void ask_to_edit() { editing_asked(); }

  Signal<> opened;                     // another file is open, or none any more
  Signal<> shown;                      // snapshot() is another one
  Signal<> selected_another;           // selection() is another one
  Signal<const EditDone&> edited;      // an edit of ours was saved; snapshot() has it already
  Signal<const Diagnostics&> refused;  // an edit that nobody waits for could not be made; nothing was changed
  Signal<> others_wrote;               // somebody else has changed the file; snapshot() has it already
  Signal<> editing_asked;
  Signal<> reason_used;
  Signal<bool> working;  // busy() has changed

 private:
  struct Desk;  // what lives on the worker
  struct Picture;
  template <class T>
  void ask(std::function<Result<T>(Desk&)> work, Then<T> then);
  void run(std::function<Result<EditDone>(DossierSession&)> action, Then<EditDone> then);
  void take(Picture picture);
  void prepare();
  void back(std::function<void()> function);  // from the worker to the window's thread
  void count(int change);

  World world_;
  Post post_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::filesystem::path path_;
  Snapshot snapshot_;
  std::uint64_t serial_ = 0;  // of the snapshot
  Selection selection_;
  std::string reason_;
  std::optional<Day> status_date_;
  int waiting_ = 0, computing_ = 0;
  bool refreshing_ = false, gone_ = false, barred_ = false;
  std::shared_ptr<Desk> desk_;
  Worker worker_;  // last: it ends before what its jobs use
};

template <class T>
Connection Workspace::compute(std::function<T(const Snapshot&)> work, std::function<void(T)> then) {
  auto kept = std::make_shared<std::function<void(T)>>(std::move(then));
  ++computing_;
  worker_.post_for_later([this, snapshot = snapshot_, serial = serial_, work = std::move(work),
                          weak = std::weak_ptr(kept)] {
    if (weak.expired()) return back([this] { --computing_; });
    try {
      auto result = std::make_shared<T>(work(snapshot));
      back([this, serial, result, weak] {
        --computing_;
        const auto told = weak.lock();
        if (told && serial == serial_) (*told)(std::move(*result));
      });
    } catch (const std::exception& problem) {
      back([this, said = breakage(problem)] {
        --computing_;
        refused({said});
      });
    }
  });
  return Connection(std::move(kept));
}

}  // namespace accord::gui
