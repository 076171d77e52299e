#include "app/gui/workspace.hpp"

#include <algorithm>

#include "app/session/forecast_views.hpp"
#include "app/session/history.hpp"
#include "app/session/reporting.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/journal.hpp"
#include "db/store/files.hpp"

namespace accord::gui {

// What belongs together when something else is to be shown.
struct Workspace::Picture {
  Snapshot snapshot;
  std::filesystem::path path;
  std::optional<Day> status_date;
};

// Touched by the worker's jobs only.
struct Workspace::Desk {
  std::optional<DossierSession> session;
  Journal journal;
  std::vector<JournalEntry> outline;  // the journal without its changes, for undo and redo
  std::optional<Day> status_date, as_of;
  Id<Scenario> scenario;  // none = the plan as it is

  Outcome catch_up();
  Result<Picture> picture();
  Result<Picture> picture_without_news();  // the journal as far as it is known
  void lay_scenario_over(Snapshot& shown);
};

namespace {

// Above so many records the journal, which began with all of them, is read after the plan can be seen.
constexpr std::size_t many_records = 5000;

std::size_t records_in(const Dossier& dossier) {
  std::size_t count = 0;
  for (const RecordType& type : record_types()) count += dossier.count(type.kind);
  return count;
}

std::string summary_of_entry(const Journal& journal, std::optional<std::int64_t> number) {
  if (!number) return {};
  const auto at =
      std::find_if(journal.begin(), journal.end(), [&](const auto& entry) { return entry->number == *number; });
  return at == journal.end() ? std::string() : (*at)->summary;
}

Diagnostic only_to_look_at() {
  return {.code = "edit.read_only",
          .message = say("What is shown can only be looked at; nothing was changed."),
          .advice = say("return to the plan as it is now, or save a copy of the file under another name")};
}

}  // namespace

// The journal's newest entries, so that it is read once.
Outcome Workspace::Desk::catch_up() {
  auto newer = session->store().journal(journal.empty() ? 0 : journal.back()->number);
  if (!newer) return newer.errors();
  for (JournalEntry& entry : newer.value()) {
    outline.push_back(without_changes(entry));
    journal.push_back(std::make_shared<const JournalEntry>(std::move(entry)));
  }
  return Done{};
}

Result<Workspace::Picture> Workspace::Desk::picture() {
  if (const auto done = catch_up(); !done) return done.errors();
  return picture_without_news();
}

Result<Workspace::Picture> Workspace::Desk::picture_without_news() {
  Picture out;
  out.path = session->store().path();
  out.status_date = status_date;
  Snapshot& shown = out.snapshot;
  shown.dossier = session->dossier();
  shown.journal = std::make_shared<Journal>(journal);
  shown.read_only = session->store().read_only();
  shown.as_of = as_of;
  shown.undo = summary_of_entry(journal, next_undo(outline));
  shown.redo = summary_of_entry(journal, next_redo(outline));
  if (as_of) {
    auto past = session->as_of(*as_of);
    if (!past) return past.errors();
    shown.dossier = std::move(past).value();
  }
  auto outlook = as_of ? compute_outlook(shown.dossier, {.today = std::min(*as_of, session->world().clock.today()),
                                                         .status_date = status_date,
                                                         .reference = session->world().comparable.lookup_for(shown.dossier, std::min(*as_of, session->world().clock.today()), status_date)})
                       : session->outlook(status_date);
  if (outlook) {
    shown.outlook = *outlook;
    lay_scenario_over(shown);
  } else {
    shown.problems = outlook.errors();
  }
  if (shown.outlook)
    shown.standing = std::make_shared<const Standing>(standing_since(*told(*shown.outlook, spoken()), nullptr, spoken()));
  return out;
}

void Workspace::Desk::lay_scenario_over(Snapshot& shown) {
  const Scenario* chosen = shown.dossier.find(scenario);
  if (!chosen) return;
  shown.what_if = WhatIf{scenario, chosen->title, shown.outlook};
  shown.outlook.reset();
  const auto changed = as_scenario(shown.dossier, scenario, shown.what_if->plan->options);
  const auto outlook = changed ? compute_outlook(*changed, shown.what_if->plan->options) : Result<OutlookPtr>(changed.errors());
  if (!outlook) {
    shown.problems = outlook.errors();
    return;
  }
  shown.dossier = *changed;
  shown.outlook = *outlook;
}

Workspace::Workspace(World world, Post post)
    : world_(std::move(world)), post_(std::move(post)), desk_(std::make_shared<Desk>()) {}

Workspace::~Workspace() { alive_.reset(); }

void Workspace::back(std::function<void()> function) {
  post_([weak = std::weak_ptr(alive_), function = std::move(function)] {
    if (weak.lock()) function();
  });
}

void Workspace::count(int change) {
  const bool was = busy();
  waiting_ += change;
  if (busy() != was) working(busy());
}

template <class T>
void Workspace::ask(std::function<Result<T>(Desk&)> work, Then<T> then) {
  count(1);
  worker_.post([this, work = std::move(work), then = std::move(then), weak = std::weak_ptr(alive_)] {
    const auto attempt = [&]() -> Result<T> {
      try {
        return work(*desk_);
      } catch (const std::exception& problem) {
        return breakage(problem);
      }
    };
    auto result = std::make_shared<Result<T>>(attempt());
    back([this, result, then] {
      count(-1);
      then(*result);
    });
  });
}

void Workspace::take(Picture picture) {
  path_ = std::move(picture.path);
  status_date_ = picture.status_date;
  snapshot_ = std::move(picture.snapshot);
  ++serial_;
  const bool gone = selection_ && !snapshot_.dossier.find(selection_.kind, selection_.id);
  if (gone) selection_ = {};
  shown();
  if (gone) selected_another();
}

void Workspace::open(const std::filesystem::path& path, Then<Done> then) {
  ask<Picture>(
      [path, world = world_](Desk& desk) -> Result<Picture> {
        auto session = DossierSession::open(path, world);
        if (!session) return session.errors();
        Desk other;
        other.session.emplace(std::move(session).value());
        const bool is_large = records_in(other.session->dossier()) > many_records;
        auto picture = is_large ? other.picture_without_news() : other.picture();
        if (picture) desk = std::move(other);
        return picture;
      },
      [this, then = std::move(then)](const Result<Picture>& picture) {
        if (!picture) return then(picture.errors());
        selection_ = {};
        gone_ = barred_ = false;
        take(*picture);
        opened();
        selected_another();
        then(Done{});
        prepare();
      });
}

// What the first edit and the journal need, while the person still looks at what has been opened.
void Workspace::prepare() {
  worker_.post_for_later([this, path = path_] {
    try {
      if (!desk_->session || desk_->session->store().path() != path) return;
      if (desk_->journal.empty()) {
        const auto whole = std::make_shared<Result<Picture>>(desk_->picture());
        back([this, whole] {
          if (!*whole) refused(whole->errors());
          else if ((*whole)->path == path_) take(**whole);
        });
      }
      desk_->session->prepare_edits();
    } catch (const std::exception& problem) {
      back([this, said = breakage(problem)] { refused({said}); });
    }
  });
}

void Workspace::create(const std::filesystem::path& path, std::function<Result<Dossier>()> first, Then<Done> then) {
  ask<Done>(
      [path, first = std::move(first), world = world_](Desk& desk) -> Outcome {
        if (desk.session && std::filesystem::exists(path) &&
            std::filesystem::equivalent(desk.session->store().path(), path))
          return Diagnostic{.code = "store.open",
                            .message = say("This file is open here; it was left as it is."),
                            .advice = say("choose another name")};
        const auto dossier = first();
        if (!dossier) return dossier.errors();
        const auto made = DossierSession::create(path, *dossier, world, {.overwrite = true});
        if (!made) return made.errors();
        return Done{};
      },
      [this, path, then = std::move(then)](const Outcome& made) {
        if (made) open(path, then);
        else then(made);
      });
}

void Workspace::close() {
  ask<Done>(
      [](Desk& desk) -> Outcome {
        desk = Desk{};
        return Done{};
      },
      [this](const Outcome&) {
        selection_ = {};
        take(Picture{});
        opened();
        selected_another();
      });
}

void Workspace::backup(const std::filesystem::path& destination, Then<Done> then) {
  ask<Done>([destination](Desk& desk) { return desk.session->store().backup(destination, true); }, std::move(then));
}

void Workspace::consult(std::function<Outcome(DossierSession&)> work, Then<Done> then) {
  ask<Done>([work = std::move(work)](Desk& desk) { return work(desk.session.value()); }, std::move(then));
}

void Workspace::run(std::function<Result<EditDone>(DossierSession&)> action, Then<EditDone> then) {
  if (!then)
    then = [this](const Result<EditDone>& done) {
      if (!done) refused(done.errors());
    };
  if (!is_open() || !snapshot_.editable()) return then(only_to_look_at());
  struct Answer {
    EditDone done;
    Picture picture;
  };
  ask<Answer>(
      [action = std::move(action)](Desk& desk) -> Result<Answer> {
        auto done = action(*desk.session);
        if (!done) return done.errors();
        auto picture = desk.picture();
        if (!picture) return picture.errors();
        return Answer{std::move(done).value(), std::move(picture).value()};
      },
      [this, then = std::move(then)](const Result<Answer>& answer) {
        if (!answer) {
          refresh();  // the file may be what stands against it
          return then(answer.errors());
        }
        take(answer->picture);
        if (!answer->done.changes.empty()) edited(answer->done);
        then(answer->done);
      });
}

void Workspace::edit(EditCommand command, Then<EditDone> then) {
  if (command.why.empty() && !reason_.empty()) {
    command.why = reason_;
    then = [this, given = reason_, inner = std::move(then)](const Result<EditDone>& done) {
      if (done && !done->changes.empty() && reason_ == given) {
        reason_.clear();
        reason_used();
      }
      if (inner) inner(done);
      else if (!done) refused(done.errors());
    };
  }
  run([command = std::move(command)](DossierSession& session) { return session.run(command); }, std::move(then));
}
void Workspace::undo(Then<EditDone> then) {
  run([](DossierSession& session) { return session.undo(); }, std::move(then));
}
void Workspace::redo(Then<EditDone> then) {
  run([](DossierSession& session) { return session.redo(); }, std::move(then));
}
void Workspace::revert(std::int64_t entry, Then<EditDone> then) {
  run([entry](DossierSession& session) { return session.revert(entry); }, std::move(then));
}

void Workspace::set_status_date(std::optional<Day> day) {
  if (!is_open()) return;
  ask<Picture>(
      [day](Desk& desk) {
        desk.status_date = day;
        return desk.picture();
      },
      [this](const Result<Picture>& picture) {
        if (picture) take(*picture);
      });
}

void Workspace::look_back(std::optional<Day> day, Then<Done> then) {
  if (!then) then = [](const Outcome&) {};
  ask<Picture>(
      [day](Desk& desk) {
        const auto was = std::exchange(desk.as_of, day);
        auto picture = desk.picture();
        if (!picture) desk.as_of = was;
        return picture;
      },
      [this, then = std::move(then)](const Result<Picture>& picture) {
        if (!picture) return then(picture.errors());
        take(*picture);
        then(Done{});
      });
}

void Workspace::show_scenario(Id<Scenario> scenario, Then<Done> then) {
  if (!is_open()) return;
  ask<Picture>(
      [scenario](Desk& desk) -> Result<Picture> {
        const auto was = std::exchange(desk.scenario, scenario);
        auto picture = desk.picture();
        if (picture && picture->snapshot.what_if && !picture->snapshot.outlook) picture = Diagnostics(picture->snapshot.problems);
        if (!picture) desk.scenario = was;
        return picture;
      },
      [this, then = std::move(then)](const Result<Picture>& picture) {
        if (picture) take(*picture);
        if (then) then(picture ? Outcome(Done{}) : Outcome(picture.errors()));
      });
}

void Workspace::refresh() {
  if (!is_open() || refreshing_ || busy()) return;
  refreshing_ = true;
  worker_.post([this, path = path_] {
    std::shared_ptr<Picture> news;
    std::error_code unknown;
    const bool gone = !std::filesystem::exists(path, unknown);
    const bool barred = !gone && desk_->session && !desk_->session->store().read_only() && !may_write(path);
    try {
      const auto newer = desk_->session ? desk_->session->refresh() : Result<bool>(false);
      if (newer && *newer)
        if (auto picture = desk_->picture()) news = std::make_shared<Picture>(std::move(picture).value());
    } catch (const std::exception&) {
      // A share that cannot be reached for a moment: asked again in a second, and an edit says so.
    }
    back([this, news, gone, barred, path] {
      refreshing_ = false;
      if (path == path_ && (gone != gone_ || barred != barred_)) {
        gone_ = gone;
        barred_ = barred;
        shown();
      }
      if (!news || news->path != path_) return;
      take(std::move(*news));
      others_wrote();
    });
  });
}

void Workspace::select(Selection selection) {
  if (selection == selection_) return;
  selection_ = selection;
  selected_another();
}

}  // namespace accord::gui
