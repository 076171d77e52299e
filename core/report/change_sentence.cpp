#include "core/report/change_sentence.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

constexpr std::size_t longest_value = 90;

// Order on the screen and identifiers of other programs: no news to a reader.
bool is_bookkeeping(std::string_view field) { return field == "position" || field == "source_id"; }

std::string name_of(Kind kind, const Record& record) {
  const std::string title = without_full_stop(title_of(kind, record));
  return title == record.code ? title : fmt::format("{} ({})", title, record.code);
}

// A field's value as it reads in a sentence; references by their titles.
std::string value_in_words(const Field& field, const Record& record, const Dossier& dossier) {
  const std::string canonical = field.read(record);
  if (field.type == FieldType::day)
    if (const auto day = parse_day(canonical)) return in_prose(*day);
  if (field.type == FieldType::fuzzy_date)
    if (const auto date = FuzzyDate::parse(canonical)) return in_prose(*date);
  if (field.type == FieldType::estimate)
    if (const auto estimate = Estimate::parse(canonical)) return estimate->in_words();
  if (field.type == FieldType::duration)
    if (const auto duration = Duration::parse(canonical)) return duration->in_words();
  if (field.type == FieldType::lag)
    if (const auto lag = Lag::parse(canonical)) return lag->in_words();
  if (field.type == FieldType::rule)
    if (const auto rule = DateRule::parse(canonical)) return rule->in_words();
  if (field.type == FieldType::text || field.type == FieldType::long_text) return fmt::format("“{}”", shortened(without_full_stop(canonical), longest_value));
  return shortened(display_label(field, record, dossier), longest_value);
}

std::string fuzzy_when(const std::string& canonical) {
  const auto date = FuzzyDate::parse(canonical);
  return date ? when(*date) : "on " + canonical;
}

// Facts and promises read better in their own words than as a changed field.
std::string own_words(Kind kind, const FieldChange& change) {
  if (kind == Kind::milestone && !change.after.empty()) {
    if (change.field == "actual_finish") return change.before.empty() ? "done " + fuzzy_when(change.after) : fmt::format("done {}, not {}", fuzzy_when(change.after), fuzzy_when(change.before));
    if (change.field == "actual_start") return change.before.empty() ? "begun " + fuzzy_when(change.after) : fmt::format("begun {}, not {}", fuzzy_when(change.after), fuzzy_when(change.before));
    if (change.field == "expected") return change.before.empty() ? "now expected " + fuzzy_when(change.after) : fmt::format("now expected {}, before that {}", fuzzy_when(change.after), fuzzy_when(change.before));
    if (change.field == "state" && change.after == "dropped") return "dropped from the plan";
  }
  if (kind == Kind::commitment && change.field == "state") return "now " + (change.after.empty() ? std::string("open") : change.after);
  if (kind == Kind::question && change.field == "answer" && change.before.empty()) return fmt::format("answered: “{}”", shortened(without_full_stop(change.after), longest_value));
  if (change.field == "notes") return "notes edited";
  if (change.field == "restricted") return change.after.empty() ? "no longer restricted" : "what is restricted was changed";
  return {};
}

std::string field_in_words(Kind kind, const FieldChange& change, const Record& old_record, const Record& new_record, const Dossier& before, const Dossier& after) {
  if (const std::string own = own_words(kind, change); !own.empty()) return own;
  const Field* field = type_of(kind).field(change.field);
  if (!field) return {};
  const std::string label = lower(field->label);
  // Of long words only the new ones matter.
  const bool wordy = field->type == FieldType::text || field->type == FieldType::long_text || change.field == "next_step_owner";
  if (change.before.empty() || (wordy && !change.after.empty())) return fmt::format("{}: {}", label, value_in_words(*field, new_record, after));
  if (change.after.empty()) return fmt::format("{} cleared, it was {}", label, value_in_words(*field, old_record, before));
  const std::string now = value_in_words(*field, new_record, after), then = value_in_words(*field, old_record, before);
  return fmt::format("{} {}{} instead of {}", label, now, now.find(',') == now.npos ? "" : ",", then);
}

std::string entry_in_words(const Entry& entry) {
  std::string text = without_full_stop(entry.title);
  if (!entry.place.empty() && text.find(entry.place) == text.npos) text += ", " + entry.place;
  if (entry.date) text += ", " + in_prose(*entry.date);
  text = fmt::format("Recorded: {} ({})", text, entry.code);
  if (entry.next_announced && !entry.next_announced->is_unknown()) text += fmt::format("; the next one is announced for {}", in_prose(*entry.next_announced));
  return text + ".";
}

std::string added_in_words(Kind kind, const Record& record) {
  if (kind == Kind::entry) return entry_in_words(static_cast<const Entry&>(record));
  if (kind == Kind::question) return fmt::format("New question: {}", with_full_stop(name_of(kind, record)));
  if (kind == Kind::risk) return fmt::format("New risk: {}.", name_of(kind, record));
  if (kind == Kind::commitment) {
    const auto& c = static_cast<const Commitment&>(record);
    const std::string due = c.due && !c.due->is_unknown() ? ", due " + in_prose(*c.due) : "";
    return fmt::format("New promise: {}{}.", name_of(kind, record), due);
  }
  return fmt::format("{} added: {}.", type_of(kind).label, name_of(kind, record));
}

template <class T>
Id<T> first_of(const std::vector<Id<T>>& ids) { return ids.empty() ? Id<T>{} : ids.front(); }

Id<Track> track_of(const Dossier& d, Id<Milestone> id) {
  const Milestone* m = d.find(id);
  return m ? m->track : Id<Track>{};
}

// Of records that name tracks and milestones: the first track, else that of the first milestone.
template <class T>
Id<Track> track_of_named(const Dossier& d, RecordId id) {
  const T* r = d.find(Id<T>(id));
  if (!r) return {};
  const Id<Track> track = first_of(r->tracks);
  return track ? track : track_of(d, first_of(r->milestones));
}

}  // namespace

Id<Track> track_of(const Dossier& d, Kind kind, RecordId id) {
  switch (kind) {
    case Kind::track: return Id<Track>(id);
    case Kind::milestone: return track_of(d, Id<Milestone>(id));
    case Kind::link: if (const Link* r = d.find(Id<Link>(id))) return track_of(d, r->successor); break;
    case Kind::goal: if (const Goal* r = d.find(Id<Goal>(id))) return track_of(d, r->milestone); break;
    case Kind::entry: return track_of_named<Entry>(d, id);
    case Kind::commitment: return track_of_named<Commitment>(d, id);
    case Kind::question: return track_of_named<Question>(d, id);
    case Kind::evidence: if (const Evidence* r = d.find(Id<Evidence>(id))) return track_of(d, first_of(r->milestones)); break;
    case Kind::risk: if (const Risk* r = d.find(Id<Risk>(id))) return track_of(d, first_of(r->milestones)); break;
    case Kind::benchmark: if (const Benchmark* r = d.find(Id<Benchmark>(id))) return r->track; break;
    case Kind::open_point: if (const OpenPoint* r = d.find(Id<OpenPoint>(id))) return r->track; break;
    default: break;
  }
  return {};
}

std::string change_sentence(const RecordChange& change, const Dossier& before, const Dossier& after) {
  const Record* old_record = before.find(change.kind, change.id);
  const Record* new_record = after.find(change.kind, change.id);
  if (change.change == ChangeKind::add) return new_record ? added_in_words(change.kind, *new_record) : "";
  if (change.change == ChangeKind::remove) return old_record ? fmt::format("{} removed: {}.", type_of(change.kind).label, name_of(change.kind, *old_record)) : "";
  if (!old_record || !new_record) return {};
  std::vector<std::string> parts;
  for (const FieldChange& f : change.fields) {
    if (is_bookkeeping(f.field)) continue;
    if (std::string words = field_in_words(change.kind, f, *old_record, *new_record, before, after); !words.empty()) parts.push_back(std::move(words));
  }
  if (parts.empty()) return {};
  return fmt::format("{}: {}.", name_of(change.kind, *new_record), join(parts, "; "));
}

}  // namespace accord
