#include "core/progress/announcements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "core/base/text.hpp"
#include "core/edit/language.hpp"
#include "core/edit/note_vocabulary.hpp"

namespace accord {
namespace {

bool is_event(EntryKind kind) { return kind == EntryKind::round || kind == EntryKind::visit || kind == EntryKind::meeting; }

bool announces(const std::string& word) {
  constexpr std::array<std::string_view, 14> words{"next",     "announced", "planned", "scheduled", "postponed",
                                                   "expected", "will",      "fixed",   "agreed",    "due",
                                                   "foreseen", "deferred",  "put",     "called"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What an entry speaks of: the round, visit or meeting in its title that stands nearest to the word that announces; of its
// own kind where it names none.
EntryKind subject_of(const Entry& entry) {
  std::vector<std::pair<int, EntryKind>> named;
  std::optional<int> announcing;
  int place = 0;
  for (std::string word : split(lower(own_text(entry, "title", entry.title)), ' ')) {
    while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == ';')) word.pop_back();
    if (const auto kind = kind_of_word(word); kind && is_event(*kind)) named.emplace_back(place, *kind);
    if (!announcing && announces(word)) announcing = place;
    ++place;
  }
  if (named.empty()) return entry.kind;
  if (!announcing) return named.front().second;
  return std::min_element(named.begin(), named.end(), [&](const auto& a, const auto& b) {
           const auto distance = [&](int at) { return std::pair(std::abs(at - *announcing), -at); };  // "meeting: next round"
           return distance(a.first) < distance(b.first);
         })->second;
}

struct Account {
  const Entry* entry;
  Day day;  // the first on which it can have been
  EntryKind subject;
};

std::vector<Account> accounts_until(const Dossier& dossier, Day as_of) {
  std::vector<Account> out;
  for (const Entry& entry : dossier.all<Entry>())
    if (!entry.chosen && entry.date && entry.date->earliest() && *entry.date->earliest() <= as_of)
      out.push_back({&entry, *entry.date->earliest(), subject_of(entry)});
  std::stable_sort(out.begin(), out.end(),
                   [](const Account& a, const Account& b) { return std::tuple(a.day, a.entry->id) < std::tuple(b.day, b.entry->id); });
  return out;
}

bool is_held(const Account& announcing, const Account& later) {
  return later.day > announcing.day && is_event(announcing.subject) && later.entry->kind == announcing.subject;
}

// A later word on what was announced, which is no such thing itself.
bool is_word_on(const Account& announcing, const Account& later) {
  if (later.subject != announcing.subject) return false;
  if (later.entry->next_announced) return true;
  return is_event(announcing.subject) && (later.entry->kind == EntryKind::context || is_event(later.entry->kind));
}

std::optional<int> slip(const FuzzyDate& announced, const FuzzyDate& held) {
  if (announced.latest() && held.earliest() && *held.earliest() > *announced.latest())
    return days_between(*announced.latest(), *held.earliest());
  if (announced.earliest() && held.latest() && *held.latest() < *announced.earliest())
    return -days_between(*held.latest(), *announced.earliest());
  return announced.is_unknown() || held.is_unknown() ? std::nullopt : std::optional<int>(0);
}

Announced judge(const Dossier& dossier, const std::vector<Account>& accounts, std::size_t i, Day as_of) {
  const Account& source = accounts[i];
  Announced out{.source = Id<Entry>(source.entry->id), .kind = source.subject, .for_when = *source.entry->next_announced,
                .held = {}, .replaced = {}, .slip_days = {}, .overdue_days = {}};
  for (std::size_t k = i + 1; k < accounts.size() && !out.held; ++k) {
    const Account& later = accounts[k];
    const bool held = is_held(source, later), word = is_word_on(source, later);
    if ((!held && !word) || !share_a_track(dossier, *source.entry, *later.entry)) continue;
    if (held) {
      out.held = Id<Entry>(later.entry->id);
      out.slip_days = slip(out.for_when, *later.entry->date);
    } else if (!out.replaced) {
      out.replaced = Id<Entry>(later.entry->id);
    }
  }
  if (out.awaited() && out.for_when.latest() && *out.for_when.latest() < as_of)
    out.overdue_days = days_between(*out.for_when.latest(), as_of);
  return out;
}

}  // namespace

bool is_on_track(const Dossier& dossier, const Entry& entry, Id<Track> track) {
  if (std::find(entry.tracks.begin(), entry.tracks.end(), track) != entry.tracks.end()) return true;
  return std::any_of(entry.milestones.begin(), entry.milestones.end(), [&](Id<Milestone> id) {
    const Milestone* m = dossier.find(id);
    return m && m->track == track;
  });
}

bool share_a_track(const Dossier& dossier, const Entry& a, const Entry& b) {
  const auto names_none = [](const Entry& e) { return e.tracks.empty() && e.milestones.empty(); };
  if (names_none(a) || names_none(b)) return true;
  const auto& tracks = dossier.all<Track>();
  return std::any_of(tracks.begin(), tracks.end(), [&](const Track& track) {
    return is_on_track(dossier, a, Id<Track>(track.id)) && is_on_track(dossier, b, Id<Track>(track.id));
  });
}

std::vector<Announced> announcements(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track) {
  const std::vector<Account> accounts = accounts_until(dossier, as_of);
  std::vector<Announced> out;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const Entry& entry = *accounts[i].entry;
    const bool wanted = !track || is_on_track(dossier, entry, *track);
    if (wanted && entry.next_announced && !entry.next_announced->is_unknown()) out.push_back(judge(dossier, accounts, i, as_of));
  }
  return out;
}

}  // namespace accord
