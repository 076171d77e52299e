#include "core/report/changes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/edition.hpp"
#include "core/edit/language.hpp"
#include "core/report/change_sentence.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

using Key = std::pair<Kind, RecordId>;

constexpr std::size_t most_of_a_kind = 6;  // so many new records of a kind are named one by one

Day day_of_entry(const JournalEntry& entry, const LocalDay& local_day) {
  return local_day ? local_day(entry.time) : date::floor<date::days>(date::sys_seconds{std::chrono::seconds{entry.time}});
}

// What was ever marked restricted, by record.
std::map<Key, Restrictions> ever_restricted(std::span<const JournalEntry> entries) {
  std::map<Key, Restrictions> out;
  const auto mark = [&](Restrictions& marks, const std::string& text) {
    for (const std::string& part : split(text, ';')) {
      if (part == "*") marks.set_record(true);
      else if (!part.empty()) marks.set_field(part, true);
    }
  };
  for (const JournalEntry& entry : entries)
    for (const RecordChange& change : entry.changes)
      for (const FieldChange& field : change.fields)
        if (field.field == "restricted") {
          mark(out[{change.kind, change.id}], field.before);
          mark(out[{change.kind, change.id}], field.after);
        }
  return out;
}

// The entries that touched each record, in order.
std::map<Key, std::vector<const JournalEntry*>> touching(std::span<const JournalEntry> entries) {
  std::map<Key, std::vector<const JournalEntry*>> out;
  for (const JournalEntry& entry : entries)
    for (const RecordChange& change : entry.changes) {
      auto& list = out[{change.kind, change.id}];
      if (list.empty() || list.back() != &entry) list.push_back(&entry);
    }
  return out;
}

void add_reason(std::string& reasons, std::string_view given) {
  const std::string why = without_full_stop(std::string(given));
  const auto known = split(reasons, ';');
  if (why.empty() || std::any_of(known.begin(), known.end(), [&](const std::string& one) { return trim(one) == why; })) return;
  reasons += (reasons.empty() ? "" : "; ") + why;
}

void add_once(std::vector<std::string>& to, const std::string& name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

// Which of the fields that differ in the end the entry changed.
std::vector<std::string> fields_of(const JournalEntry& entry, const RecordChange& net) {
  std::vector<std::string> out;
  for (const RecordChange& change : entry.changes) {
    if (change.kind != net.kind || change.id != net.id) continue;
    for (const FieldChange& field : change.fields)
      if (std::any_of(net.fields.begin(), net.fields.end(), [&](const FieldChange& f) { return f.field == field.field; })) add_once(out, field.field);
  }
  return out;
}

// Each author once, in the order of their last entries. Who only did what was undone again has no share.
std::vector<ChangeShare> shares_of(const RecordChange& net, const std::vector<const JournalEntry*>& entries, const LocalDay& local_day) {
  std::vector<ChangeShare> out;
  for (const JournalEntry* entry : entries) {
    const auto fields = fields_of(*entry, net);
    if (net.change == ChangeKind::update && fields.empty()) continue;
    const auto at = std::find_if(out.begin(), out.end(), [&](const ChangeShare& share) { return share.author == entry->author; });
    ChangeShare share = at == out.end() ? ChangeShare{.author = entry->author, .day = {}, .fields = {}, .why = {}} : *at;
    if (at != out.end()) out.erase(at);
    share.day = day_of_entry(*entry, local_day);
    if (net.change == ChangeKind::update)
      for (const std::string& field : fields) add_once(share.fields, field);
    add_reason(share.why, entry->why);
    out.push_back(std::move(share));
  }
  return out;
}

// What happened comes first, then what is now planned, promised, asked, feared; the rest after that.
int rank(const RecordChange& change) {
  const bool fact = std::any_of(change.fields.begin(), change.fields.end(), [](const FieldChange& f) { return f.field == "actual_finish" || f.field == "actual_start"; });
  switch (change.kind) {
    case Kind::entry: return 0;
    case Kind::milestone: return fact && change.change == ChangeKind::update ? 1 : 2;
    case Kind::commitment: return 3;
    case Kind::question: return 4;
    case Kind::risk: return 5;
    default: return 6;
  }
}

// Collects the lines of one note.
std::string dossier_name(const Tongue& t) { return t("The dossier"); }

class NoteMaker {
 public:
  NoteMaker(const Dossier& before, const Dossier& after, std::span<const JournalEntry> within, const ChangeRange& range)
      : before_(before), after_(after), touching_(touching(within)), range_(range) {}

  void add(const ChangeSet& changes) {
    std::vector<const RecordChange*> order;
    for (const RecordChange& change : changes) order.push_back(&change);
    std::stable_sort(order.begin(), order.end(), [](const RecordChange* a, const RecordChange* b) { return rank(*a) < rank(*b); });
    std::map<std::tuple<RecordId, Kind, ChangeKind>, std::vector<const RecordChange*>> alike;
    for (const RecordChange* change : order) alike[{track(*change), change->kind, change->change}].push_back(change);
    std::set<const RecordChange*> done;
    for (const RecordChange* change : order) {
      if (!done.insert(change).second) continue;
      const auto& group = alike[{track(*change), change->kind, change->change}];
      if (change->change == ChangeKind::update || group.size() <= most_of_a_kind) {
        line(track(*change), *change, change_sentence(*change, before_, after_, range_.tongue));
        continue;
      }
      done.insert(group.begin(), group.end());
      line(track(*change), *group.back(), many(group));
    }
  }

  std::vector<ChangeGroup> groups() && {
    std::vector<ChangeGroup> out;
    for (const Track* track : tracks_in_order(after_)) take(out, track->id, track->code, title_of(Kind::track, *track));
    for (const Track* track : tracks_in_order(before_)) take(out, track->id, track->code, title_of(Kind::track, *track));
    take(out, RecordId{}, "", dossier_name(range_.tongue));
    return out;
  }

 private:
  RecordId track(const RecordChange& change) const {
    const Id<Track> id = track_of(change.change == ChangeKind::remove ? before_ : after_, change.kind, change.id);
    return after_.find(id) || before_.find(id) ? RecordId(id) : RecordId{};
  }

  std::string code_of(const RecordChange& change) const {
    const Record* record = (change.change == ChangeKind::remove ? before_ : after_).find(change.kind, change.id);
    return record ? record->code : "";
  }

  std::string many(const std::vector<const RecordChange*>& group) const {
    std::vector<std::string> codes;
    for (const RecordChange* change : group) codes.push_back(code_of(*change));
    const std::size_t all = codes.size();
    codes.resize(std::min(codes.size(), most_of_a_kind - 2));
    if (const Tongue& t = range_.tongue; t.code() != "en") {
      const std::string label = t(type_of(group.front()->kind).label), named = join(codes, ", ");
      const auto rest = all - codes.size();
      return group.front()->change == ChangeKind::add ? t("{} added, {} in all: {} and {} more.", label, all, named, rest)
                                                      : t("{} removed, {} in all: {} and {} more.", label, all, named, rest);
    }
    return fmt::format("{} {} {}: {} and {} more.", all, several_in_words(group.front()->kind, range_.tongue), group.front()->change == ChangeKind::add ? "added" : "removed", join(codes, ", "), all - codes.size());
  }

  void line(RecordId track, const RecordChange& change, std::string sentence) {
    if (sentence.empty()) return;
    ChangeLine out{.code = code_of(change), .sentence = std::move(sentence), .day = {}, .author = {}, .why = {}, .kind = change.kind, .shares = {}};
    if (const auto at = touching_.find({change.kind, change.id}); at != touching_.end() && !at->second.empty()) {
      out.day = day_of_entry(*at->second.back(), range_.local_day);
      if (range_.edition == Edition::restricted) out.shares = shares_of(change, at->second, range_.local_day);
      if (!out.shares.empty()) {
        out.day = out.shares.back().day;
        out.author = out.shares.back().author;
        out.why = out.shares.back().why;
      }
    }
    lines_[track].push_back(std::move(out));
  }

  void take(std::vector<ChangeGroup>& out, RecordId id, const std::string& code, const std::string& title) {
    const auto at = lines_.find(id);
    if (at == lines_.end()) return;
    out.push_back({code, title, std::move(at->second)});
    lines_.erase(at);
  }

  const Dossier& before_;
  const Dossier& after_;
  std::map<Key, std::vector<const JournalEntry*>> touching_;
  const ChangeRange& range_;
  std::map<RecordId, std::vector<ChangeLine>> lines_;
};

// The dossier with every mark that its records ever bore.
Dossier with_marks(const Dossier& dossier, const std::map<Key, Restrictions>& marks) {
  DossierBuilder builder(dossier);
  for (const auto& [key, ever] : marks) {
    const Record* record = dossier.find(key.first, key.second);
    if (!record) continue;
    const auto copy = type_of(key.first).copy(*record);
    if (ever.hides_record()) copy->restricted.set_record(true);
    for (const std::string& field : ever.fields()) copy->restricted.set_field(field, true);
    builder.put(key.first, copy);
  }
  return std::move(builder).build();
}

// A dossier as it is, and as its readers see it.
struct State {
  Dossier whole, shown;
};

std::string text_in(const Dossier& dossier, const RecordChange& change, const Field& field) {
  const Record* record = dossier.find(change.kind, change.id);
  return record ? field.read(*record) : "";
}

// What an edition shows of a change may be the work of its own gaps: a record that comes into its view is no new one, and a
// reference to what it withholds has not been cleared. Only what is so in the dossier itself is a change.
ChangeSet changes_in_truth(const ChangeSet& shown, const State& before, const State& after) {
  ChangeSet out;
  for (RecordChange change : shown) {
    if (change.change == ChangeKind::add && before.whole.find(change.kind, change.id)) continue;
    if (change.change == ChangeKind::remove && after.whole.find(change.kind, change.id)) continue;
    if (change.change == ChangeKind::update) {
      const RecordType& type = type_of(change.kind);
      std::erase_if(change.fields, [&](const FieldChange& f) {
        const Field* field = type.field(f.field);
        return !field || text_in(before.whole, change, *field) != f.before || text_in(after.whole, change, *field) != f.after;
      });
      if (change.fields.empty()) continue;
    }
    out.push_back(std::move(change));
  }
  return out;
}

Diagnostic bad_range(const ChangeRange& range, std::int64_t until, std::int64_t newest) {
  return {.code = "changes.range", .message = say("There is no such span of revisions."), .expected = say("revisions from 0 to {}, the older one first", newest),
          .found = say("{} to {}", range.after, until)};
}

}  // namespace

std::int64_t revision_on(std::span<const JournalEntry> entries, Day day, const LocalDay& local_day) {
  std::int64_t revision = 0;
  for (const JournalEntry& entry : entries)
    if (day_of_entry(entry, local_day) <= day) revision = std::max(revision, entry.number);
  return revision;
}

std::size_t ChangeNote::count() const {
  std::size_t n = 0;
  for (const ChangeGroup& group : groups) n += group.lines.size();
  return n;
}

std::string by_whom(const ChangeLine& line, const Tongue& tongue) {
  std::vector<std::string> parts;
  for (const ChangeShare& share : line.shares) {
    std::vector<std::string> labels;
    for (const std::string& name : share.fields)
      if (const Field* field = type_of(line.kind).field(name)) labels.push_back(lower(tongue(field->label)));
    std::string part = labels.empty() || line.shares.size() == 1 ? "" : join(labels, ", ") + ": ";
    part += (share.author == "unknown" ? tongue("unknown") : share.author) + ", " + in_prose(share.day, tongue);
    parts.push_back(share.why.empty() ? part : part + ": " + share.why);
  }
  return join(parts, "; ");
}

std::string in_words(const ChangeLine& line, const Tongue& tongue) {
  const std::string who = by_whom(line, tongue);
  return who.empty() ? line.sentence : line.sentence + " (" + who + ")";
}

Result<ChangeNote> changes_between(std::span<const JournalEntry> entries, const ChangeRange& range) {
  const auto newest = static_cast<std::int64_t>(entries.size());
  const std::int64_t until = range.until.value_or(newest);
  if (range.after < 0 || range.after > until || until > newest) return bad_range(range, until, newest);
  const auto first = static_cast<std::size_t>(range.after), last = static_cast<std::size_t>(until);

  auto before = replay(entries.first(first));
  if (!before) return before.errors();
  const auto after = replay_on(*before, entries.subspan(first, last - first));
  if (!after) return after.errors();
  // Before its creation a file had not even a title; an empty dossier stands for that.
  const bool is_public = range.edition == Edition::public_;
  const auto marks = is_public ? ever_restricted(entries) : std::map<Key, Restrictions>();
  const auto state_of = [&](const Dossier& dossier) {
    const Dossier whole = in_language(dossier, range.tongue);
    return State{whole, is_public ? in_language(public_edition(with_marks(dossier, marks)), range.tongue) : whole};
  };
  const State old_state = state_of(first == 0 ? Dossier() : *before), new_state = state_of(last == 0 ? Dossier() : *after);
  const ChangeSet changes = changes_in_truth(diff(old_state.shown, new_state.shown), old_state, new_state);

  ChangeNote note{.from_revision = range.after, .to_revision = until, .from = {}, .to = {}, .groups = {}, .later = entries.size() - last, .edition = range.edition};
  if (!entries.empty()) {
    note.from = day_of_entry(entries[first > 0 ? first - 1 : 0], range.local_day);
    note.to = day_of_entry(entries[last > 0 ? last - 1 : 0], range.local_day);
  }
  note.from = range.asked_from.value_or(note.from);
  note.to = range.asked_to.value_or(note.to);
  NoteMaker maker(old_state.shown, new_state.shown, entries.subspan(first, last - first), range);
  maker.add(changes);
  note.groups = std::move(maker).groups();
  return note;
}

}  // namespace accord
