#include "app/session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/scenario.hpp"

namespace accord {
namespace {

// With others writing at the same time: in each round somebody succeeds, so that this many allow for as many at once. The
// pauses grow and sum up to less than three seconds.
constexpr int attempts = 24;
constexpr std::chrono::milliseconds longest_pause{200};

std::chrono::milliseconds pause_after(int attempt) {
  return std::min(std::chrono::milliseconds(5 * attempt * attempt), longest_pause);
}

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

Dossier numbered(Dossier dossier, std::int64_t revision) {
  DossierBuilder builder(std::move(dossier));
  builder.set_revision(revision);
  return std::move(builder).build();
}

bool speaks_anew(const RecordChange& change) {
  return change.kind == Kind::scenario && change.change != ChangeKind::remove &&
         std::ranges::any_of(change.fields, [](const FieldChange& field) { return field.field == "overrides"; });
}

// What an edit makes scenarios change in thought must be something that can be changed.
Diagnostics idle_scenarios(const ChangeSet& changes, const Dossier& after, const ValidateOptions& options) {
  Diagnostics out;
  for (const RecordChange& change : changes) {
    if (!speaks_anew(change)) continue;
    const Scenario& scenario = *after.find(Id<Scenario>(change.id));
    for (Diagnostic& problem : Diagnostics(with_scenario(after, scenario, options).errors())) {
      problem.place = {.record = scenario.code, .field = "overrides"};
      out.push_back(std::move(problem));
    }
  }
  return out;
}

bool takes_back(Action action) { return action == Action::undo || action == Action::redo; }

// Facts that were right when they were written stay right when the clock has been put back since.
bool is_about_the_clock(const Diagnostic& d) { return d.code.ends_with(".future"); }

// Until an edit, what undo and redo did to earlier ones is open.
bool holds_an_edit(const std::vector<JournalEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [](const JournalEntry& entry) {
    return entry.action == Action::edit || entry.action == Action::import;
  });
}

Diagnostic nothing_to(Action action) {
  if (action == Action::undo)
    return {.code = "undo.nothing",
            .message = say("There is nothing to undo."),
            .advice = say("the creation of a dossier cannot be undone")};
  return {.code = "redo.nothing",
          .message = say("There is nothing to do again: nothing was undone, or something was changed since.")};
}

}  // namespace

DossierSession::DossierSession(Store store, Dossier dossier, World world)
    : store_(std::move(store)), dossier_(std::move(dossier)), world_(std::move(world)) {}

Result<DossierSession> DossierSession::open(const std::filesystem::path& path, World world,
                                            const OpenOptions& options) {
  OpenOptions timed = options;
  if (!timed.now) timed.now = world.clock.now;
  auto store = Store::open(path, timed);
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

Result<EditDone> DossierSession::run(const EditCommand& command) {
  std::optional<ChangeSet> expected;
  return commit(command.action, command.why, [&]() -> Result<Step> {
    if (expected)
      if (const auto fits = accord::apply_changes(dossier_, *expected); !fits) return fits.errors();
    auto changes = command.changes(dossier_, validate_options(dossier_));
    if (!changes) return changes.errors();
    if (!expected) expected = without_additions(*changes);
    return Step{std::move(changes).value(), command.summary};
  });
}

Result<EditDone> DossierSession::commit(Action action, const std::string& why,
                                        const std::function<Result<Step>()>& next) {
  EditDone done;
  done.action = action;
  for (int attempt = 1;; ++attempt) {
    const auto step = next();
    if (!step) return step.errors();
    done.before = done.after = dossier_;
    done.changes = step->changes;
    done.revision = dossier_.revision();
    if (done.changes.empty()) return done;
    auto after = accord::apply_changes(dossier_, done.changes);
    if (!after) return after.errors();
    done.after = numbered(std::move(after).value(), dossier_.revision() + 1);
    const auto outlook = judged(done.after, action);
    if (!outlook) return outlook.errors();
    if (action == Action::edit)
      if (Diagnostics idle = idle_scenarios(done.changes, done.after, validate_options(done.after)); !idle.empty()) return idle;
    done.summary = step->summary.empty() ? summary_of(done.changes, dossier_, done.after) : step->summary;

    const auto revision = store_.commit(done.changes, dossier_.revision(), {world_.author, world_.clock.now()},
                                        {action, done.summary, why, step->of});
    if (revision) {
      if (*revision != done.after.revision()) throw std::logic_error("a commit gives the revision after its base");
      dossier_ = done.after;
      done.revision = *revision;
      keep(*outlook);
      changed(done.changes);
      return done;
    }
    if (!is_stale(revision.errors()) || attempt == attempts) return revision.errors();
    std::this_thread::sleep_for(pause_after(attempt));
    if (const auto loaded = refresh(); !loaded) return loaded.errors();
    done.others_wrote = true;
  }
}

void DossierSession::prepare_edits() const { (void)memo_->of(dossier_, validate_options(dossier_)); }

Result<OutlookPtr> DossierSession::judged(const Dossier& after, Action action) {
  const ValidateOptions options = validate_options(dossier_);
  const Diagnostics before = memo_->of(dossier_, options);
  Diagnostics problems;
  for (const Diagnostic& d : new_findings(before, memo_->of(after, options)))
    if (d.severity == Severity::error && !(takes_back(action) && is_about_the_clock(d))) problems.push_back(d);
  if (!problems.empty()) return problems;
  const auto status_date = kept_ ? kept_->status_date : std::nullopt;
  auto outlook = outlook_of(after, status_date);
  if (outlook) return outlook;
  // What could not be computed before may be mended in several steps.
  if (!this->outlook(status_date)) return OutlookPtr();
  return outlook;
}

void DossierSession::keep(const OutlookPtr& outlook) {
  if (outlook) kept_ = Kept{dossier_.revision(), outlook->options.today, outlook->options.status_date, outlook};
}

Result<EditDone> DossierSession::undo() { return take_back(Action::undo); }
Result<EditDone> DossierSession::redo() { return take_back(Action::redo); }

Result<EditDone> DossierSession::take_back(Action action) {
  if (const auto loaded = refresh(); !loaded) return loaded.errors();
  return commit(action, "", [&] { return step_back(action); });
}

Result<EditDone> DossierSession::revert(std::int64_t number) {
  if (const auto loaded = refresh(); !loaded) return loaded.errors();
  return commit(Action::undo, "", [&]() -> Result<Step> {
    const auto entries = store_.journal(std::max<std::int64_t>(number, 1) - 1);
    if (!entries) return entries.errors();
    return step_back(Action::undo, *entries, number);
  });
}

Result<DossierSession::Step> DossierSession::step_back(Action action) {
  const auto entries = entries_for(action);
  if (!entries) return entries.errors();
  return step_back(action, *entries, action == Action::undo ? next_undo(*entries) : next_redo(*entries));
}

Result<DossierSession::Step> DossierSession::step_back(Action action, const std::vector<JournalEntry>& entries,
                                                       std::optional<std::int64_t> number) const {
  const JournalEntry* entry = number ? entry_of(entries, *number) : nullptr;
  if (!entry) return nothing_to(action);
  Step step{{}, fmt::format("{}: {}", action == Action::undo ? "Undone" : "Done again", entry->summary), entry->number};
  if (action == Action::redo) {
    step.changes = entry->changes;
    return step;
  }
  auto changes = undo_changes(dossier_, entries, entry->number);
  if (!changes) return changes.errors();
  step.changes = std::move(changes).value();
  return step;
}

// The end of the journal, as far back as it takes to know what undo or redo mean; it ends with what dossier_ holds.
Result<std::vector<JournalEntry>> DossierSession::entries_for(Action action) {
  for (std::int64_t count = 64;; count *= 8) {
    auto entries = store_.journal_tail(count);
    if (!entries) return entries;
    if (entries->back().number != dossier_.revision())
      if (const auto loaded = refresh(); !loaded) return loaded.errors();
    if (entries->back().number != dossier_.revision()) continue;
    const std::int64_t first = entries->front().number;
    const auto number = action == Action::undo ? next_undo(*entries) : next_redo(*entries);
    const bool is_certain = action == Action::undo || holds_an_edit(*entries);
    if (first == 1 || (number && *number >= first && is_certain)) return entries;
  }
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
  if (outlook) keep(*outlook);
  return outlook;
}

Result<OutlookPtr> DossierSession::outlook_of(const Dossier& dossier, std::optional<Day> status_date) const {
  ScheduleOptions options;
  options.today = world_.clock.today();
  options.status_date = status_date;
  options.reference = world_.comparable.lookup_for(dossier, options.today, status_date);
  return compute_outlook(dossier, options);
}

Result<Dossier> DossierSession::as_of(Day day) {
  const std::int64_t end = world_.clock.end_of(day);
  const std::int64_t began = store_.began();
  if (end < began)
    return Diagnostic{
        .code = "as_of.before_file",
        .message = say("This file begins on {}; it cannot say what was written down on {}.",
                       to_iso(world_.clock.local_day(began)), to_iso(day)),
        .advice = say("for what is known now about the time up to then, use --status-date {}", to_iso(day))};
  return store_.as_of(end);
}

ValidateOptions DossierSession::validate_options(const Dossier& dossier) const {
  ValidateOptions options{.status_date = status_date_of(dossier, world_.clock.today()), .memo = memo_.get()};
  options.class_known = [comparable = world_.comparable, today = world_.clock.today()](const Dossier& asked,
                                                                                       const std::string& reference) {
    const auto curve = comparable.lookup_for(asked, today)(reference);
    return curve && !curve->empty();
  };
  return options;
}

std::string summary_of(const ChangeSet& changes, const Dossier& before, const Dossier& after) {
  if (changes.empty()) return "Nothing changed";
  const std::string first = in_words(changes.front(), before, after);
  return changes.size() == 1
             ? first
             : fmt::format("{} (and {})", first, counted(static_cast<long long>(changes.size()) - 1, "further record"));
}

}  // namespace accord
