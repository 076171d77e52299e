#include "core/edit/journal.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/spoken.hpp"
#include "core/edit/compose.hpp"

namespace accord {
namespace {

constexpr std::array<std::string_view, 6> action_names{"create", "edit", "import", "undo", "redo", "migrate"};

// For each edit or import whether it counts at the end of the journal, in the order in which that was last decided.
struct Standing {
  std::map<std::int64_t, bool> applies;
  std::vector<std::int64_t> undone;  // may be redone, last first
};

Standing standing_of(std::span<const JournalEntry> entries) {
  Standing s;
  for (const JournalEntry& e : entries) switch (e.action) {
      case Action::edit:
      case Action::import:
        s.applies[e.number] = true;
        s.undone.clear();
        break;
      case Action::undo:
        s.applies[e.of] = false;
        s.undone.push_back(e.of);
        break;
      case Action::redo:
        s.applies[e.of] = true;
        if (!s.undone.empty() && s.undone.back() == e.of) s.undone.pop_back();
        break;
      case Action::create:
      case Action::migrate:
        break;
    }
  return s;
}

using Touched = std::tuple<Kind, RecordId, std::string>;

// Every field that the changes write; a record added or removed also counts as a whole (field "").
std::set<Touched> touched_by(const ChangeSet& changes) {
  std::set<Touched> out;
  for (const RecordChange& c : changes) {
    out.insert({c.kind, c.id, ""});
    for (const FieldChange& f : c.fields) out.insert({c.kind, c.id, f.field});
  }
  return out;
}

bool adds_or_removes(const ChangeSet& changes, const Touched& whole) {
  return std::any_of(changes.begin(), changes.end(), [&](const RecordChange& c) {
    return c.change != ChangeKind::update && Touched{c.kind, c.id, ""} == whole;
  });
}

// A later entry stands in the way when it wrote a field that the undo would write, or a record that the undo would take away.
bool conflicts(const ChangeSet& mine, const ChangeSet& later) {
  const std::set<Touched> ours = touched_by(mine);
  for (const Touched& t : touched_by(later)) {
    if (ours.count(t) == 0) continue;
    if (!std::get<2>(t).empty() || adds_or_removes(mine, t) || adds_or_removes(later, t)) return true;
  }
  return false;
}

}  // namespace

std::string_view action_name(Action action) { return action_names[static_cast<std::size_t>(action)]; }

std::optional<Action> action_from(std::string_view name) {
  const auto at = std::find(action_names.begin(), action_names.end(), name);
  if (at == action_names.end()) return std::nullopt;
  return static_cast<Action>(at - action_names.begin());
}

Result<Dossier> replay(std::span<const JournalEntry> entries) {
  DossierBuilder nothing{Dossier{}};
  nothing.erase(Kind::dossier, RecordId{1});
  return replay_on(std::move(nothing).build(), entries);
}

Result<Dossier> replay_on(const Dossier& before, std::span<const JournalEntry> entries) {
  Composition all;
  for (const JournalEntry& entry : entries) {
    const Outcome follows = all.add(entry.changes);
    if (follows) continue;
    Diagnostics problems{{.code = "journal.replay", .message = say("Journal entry {} does not follow from the entries before it.", entry.number)}};
    problems.insert(problems.end(), follows.errors().begin(), follows.errors().end());
    return problems;
  }
  auto after = apply_changes(before, all.result());
  if (!after || entries.empty()) return after;
  DossierBuilder builder(std::move(after).value());
  builder.set_revision(entries.back().number);
  return std::move(builder).build();
}

std::optional<std::int64_t> next_undo(std::span<const JournalEntry> entries) {
  const Standing s = standing_of(entries);
  for (auto it = s.applies.rbegin(); it != s.applies.rend(); ++it)
    if (it->second) return it->first;
  return std::nullopt;
}

std::optional<std::int64_t> next_redo(std::span<const JournalEntry> entries) {
  const Standing s = standing_of(entries);
  if (s.undone.empty()) return std::nullopt;
  return s.undone.back();
}

Result<ChangeSet> undo_changes(const Dossier& now, std::span<const JournalEntry> entries, std::int64_t number) {
  const auto at = std::find_if(entries.begin(), entries.end(), [&](const JournalEntry& e) { return e.number == number; });
  if (at == entries.end()) return Diagnostic{.code = "undo.nothing", .message = say("There is no journal entry {}.", number)};
  if (at->action != Action::edit && at->action != Action::import)
    return Diagnostic{.code = "undo.creation", .message = say("The creation of the dossier cannot be undone."), .advice = say("to start afresh, make a new dossier")};
  const Standing standing = standing_of(entries);
  if (!standing.applies.at(number)) return Diagnostic{.code = "undo.nothing", .message = say("Change {} has already been undone.", number)};

  Diagnostics problems;
  for (auto later = at + 1; later != entries.end(); ++later) {
    const auto counts = standing.applies.find(later->number);
    if (counts == standing.applies.end() || !counts->second || !conflicts(at->changes, later->changes)) continue;
    problems.push_back({.code = "undo.conflict", .message = say("Change {} cannot be undone: change {} by {} touched the same after it ({}).", number, later->number, later->author, later->summary),
                        .advice = say("undo change {} first, or set the value by hand", later->number)});
  }
  if (!problems.empty()) return problems;
  ChangeSet back = inverse(at->changes);
  if (auto fits = apply_changes(now, back); !fits) return fits.errors();
  return back;
}

}  // namespace accord
