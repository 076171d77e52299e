#include "app/session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"

namespace accord {
namespace {

constexpr int attempts = 3;  // with others writing at the same time

bool is_stale(const Diagnostics& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const Diagnostic& d) { return d.code == "commit.stale"; });
}

// What a change expects to find: additions expect nothing that somebody else could have touched.
ChangeSet without_additions(ChangeSet changes) {
  std::erase_if(changes, [](const RecordChange& change) { return change.change == ChangeKind::add; });
  return changes;
}

const JournalEntry* entry_of(const std::vector<JournalEntry>& entries, std::int64_t number) {
  const auto at =
      std::find_if(entries.begin(), entries.end(), [&](const JournalEntry& entry) { return entry.number == number; });
  return at == entries.end() ? nullptr : &*at;
}

}  // namespace

DossierSession::DossierSession(Store store, Dossier dossier, World world)
    : store_(std::move(store)), dossier_(std::move(dossier)), world_(std::move(world)) {}

Result<DossierSession> DossierSession::open(const std::filesystem::path& path, World world,
                                            const OpenOptions& options) {
  auto store = Store::open(path, options);
  if (!store) return store.errors();
  auto dossier = store.value().load();
  if (!dossier) return dossier.errors();
  return DossierSession(std::move(store).value(), std::move(dossier).value(), std::move(world));
}

Result<DossierSession> DossierSession::create(const std::filesystem::path& path, const Dossier& first, World world,
                                              const CreateOptions& options) {
  auto store = Store::create(path, first, {world.author, world.clock.now()}, options);
  if (!store) return store.errors();
  auto dossier = store.value().load();
  if (!dossier) return dossier.errors();
  return DossierSession(std::move(store).value(), std::move(dossier).value(), std::move(world));
}

Result<EditDone> DossierSession::run(const EditCommand& command) { return commit(command, 0); }

Result<EditDone> DossierSession::commit(const EditCommand& command, std::int64_t of) {
  auto changes = command.changes(dossier_, validate_options(dossier_));
  if (!changes) return changes.errors();
  const ChangeSet expected = without_additions(*changes);
  EditDone done;
  for (int attempt = 1;; ++attempt) {
    done.before = done.after = dossier_;
    done.changes = *changes;
    done.revision = dossier_.revision();
    if (changes->empty()) return done;
    auto after = accord::apply_changes(dossier_, *changes);
    if (!after) return after.errors();
    done.summary = command.summary.empty() ? summary_of(*changes, dossier_, *after) : command.summary;

    const auto revision = store_.commit(*changes, dossier_.revision(), {world_.author, world_.clock.now()},
                                        {command.action, done.summary, command.why, of});
    if (revision) {
      DossierBuilder builder(std::move(after).value());
      builder.set_revision(*revision);
      done.after = dossier_ = std::move(builder).build();
      done.revision = *revision;
      changed(done.changes);
      return done;
    }
    if (!is_stale(revision.errors()) || attempt == attempts) return revision.errors();

    const auto loaded = refresh();
    if (!loaded) return loaded.errors();
    done.others_wrote = true;
    if (const auto fits = accord::apply_changes(dossier_, expected); !fits) return fits.errors();
    changes = command.changes(dossier_, validate_options(dossier_));
    if (!changes) return changes.errors();
  }
}

Result<EditDone> DossierSession::undo() { return take_back(Action::undo); }
Result<EditDone> DossierSession::redo() { return take_back(Action::redo); }

Result<EditDone> DossierSession::take_back(Action action) {
  const auto loaded = refresh();
  if (!loaded) return loaded.errors();
  const auto entries = store_.journal();
  if (!entries) return entries.errors();
  return take_back(action, *entries, action == Action::undo ? next_undo(*entries) : next_redo(*entries));
}

Result<EditDone> DossierSession::revert(std::int64_t number) {
  const auto loaded = refresh();
  if (!loaded) return loaded.errors();
  const auto entries = store_.journal();
  if (!entries) return entries.errors();
  return take_back(Action::undo, *entries, number);
}

Result<EditDone> DossierSession::take_back(Action action, const std::vector<JournalEntry>& entries,
                                           std::optional<std::int64_t> number) {
  const JournalEntry* entry = number ? entry_of(entries, *number) : nullptr;
  if (!entry)
    return action == Action::undo
               ? Diagnostic{.code = "undo.nothing",
                            .message = "There is nothing to undo.",
                            .advice = "the creation of a dossier cannot be undone"}
               : Diagnostic{
                     .code = "redo.nothing",
                     .message = "There is nothing to do again: nothing was undone, or something was changed since."};
  EditCommand command;
  command.action = action;
  command.summary = fmt::format("{}: {}", action == Action::undo ? "Undone" : "Done again", entry->summary);
  command.changes = [&entries, entry, action](const Dossier& now,
                                                         const ValidateOptions&) -> Result<ChangeSet> {
    if (action == Action::undo) return undo_changes(now, entries, entry->number);
    return entry->changes;
  };
  return commit(command, entry->number);
}

Result<bool> DossierSession::refresh() {
  if (!store_.changed()) return false;
  auto loaded = store_.load();
  if (!loaded) return loaded.errors();
  const ChangeSet changes = diff(dossier_, *loaded);
  dossier_ = std::move(loaded).value();
  changed(changes);
  return true;
}

Result<OutlookPtr> DossierSession::outlook(std::optional<Day> status_date) {
  const Day today = world_.clock.today();
  const bool fresh =
      kept_ && kept_->revision == dossier_.revision() && kept_->today == today && kept_->status_date == status_date;
  if (fresh) return kept_->outlook;
  auto outlook = outlook_of(dossier_, status_date);
  if (outlook) kept_ = Kept{dossier_.revision(), today, status_date, *outlook};
  return outlook;
}

Result<OutlookPtr> DossierSession::outlook_of(const Dossier& dossier, std::optional<Day> status_date) const {
  ScheduleOptions options;
  options.today = world_.clock.today();
  options.status_date = status_date;
  options.reference = world_.reference;
  return compute_outlook(dossier, options);
}

Result<Dossier> DossierSession::as_of(Day day) {
  const std::int64_t end = world_.clock.end_of(day);
  const std::int64_t began = store_.began();
  if (end < began)
    return Diagnostic{
        .code = "as_of.before_file",
        .message = fmt::format("This file begins on {}; it cannot say what was written down on {}.",
                               to_iso(world_.clock.local_day(began)), to_iso(day)),
        .advice = fmt::format("for what is known now about the time up to then, use --status-date {}", to_iso(day))};
  return store_.as_of(end);
}

ValidateOptions DossierSession::validate_options(const Dossier& dossier) const {
  return {.status_date = status_date_of(dossier, world_.clock.today())};
}

std::string summary_of(const ChangeSet& changes, const Dossier& before, const Dossier& after) {
  if (changes.empty()) return "Nothing changed";
  const std::string first = in_words(changes.front(), before, after);
  return changes.size() == 1
             ? first
             : fmt::format("{} (and {})", first, counted(static_cast<long long>(changes.size()) - 1, "further record"));
}

}  // namespace accord
