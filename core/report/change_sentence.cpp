#include "core/report/change_sentence.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/language.hpp"
#include "core/model/ladder.hpp"
#include "core/report/quantities.hpp"
#include "core/report/rungs.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

constexpr std::size_t longest_value = 90;  // letters

// Order on the screen and identifiers of other programs: no news.
bool is_bookkeeping(std::string_view field) { return field == "position" || field == "source_id"; }

std::string name_of(Kind kind, const Record& record) {
  const std::string title = without_full_stop(title_of(kind, record));
  return title == record.code ? title : fmt::format("{} ({})", title, record.code);
}

template <class T>
std::string name_of(const Dossier& dossier, Id<T> id) {
  const T* record = dossier.find(id);
  return record ? name_of(KindOf<T>::value, *record) : "";
}

// Which milestone inside which mandate: a goal's own code says neither.
std::string goal_in_words(const Goal& goal, const Dossier& dossier, const Tongue& t) {
  const Mandate* mandate = dossier.find(goal.mandate);
  return t("{} inside the mandate “{}”", name_of(dossier, goal.milestone), mandate ? title_of(Kind::mandate, *mandate) : "");
}

// What a sentence on a changed record begins with.
std::string subject_of(Kind kind, const Record& record, const Dossier& dossier, const Tongue& t) {
  if (kind == Kind::goal) return t("Goal {}", goal_in_words(static_cast<const Goal&>(record), dossier, t));
  if (kind != Kind::link) return name_of(kind, record);
  const auto& link = static_cast<const Link&>(record);
  return t("How {} waits for {}", name_of(dossier, link.successor), name_of(dossier, link.predecessor));
}

// A field's value as it reads in a sentence; references by their titles.
std::string value_in_words(const Field& field, const Record& record, const Dossier& dossier, const Tongue& t) {
  const std::string canonical = field.read(record);
  if (field.type == FieldType::day)
    if (const auto day = parse_day(canonical)) return in_prose(*day, t);
  if (field.type == FieldType::fuzzy_date)
    if (const auto date = FuzzyDate::parse(canonical)) return in_prose(*date, t);
  if (field.type == FieldType::estimate)
    if (const auto estimate = Estimate::parse(canonical)) return t.code() == "en" ? estimate->in_words() : in_words(*estimate, t);
  if (field.type == FieldType::duration)
    if (const auto duration = Duration::parse(canonical)) return t.code() == "en" ? duration->in_words() : in_words(*duration, t);
  if (field.type == FieldType::lag)
    if (const auto lag = Lag::parse(canonical)) return t.code() == "en" ? lag->in_words() : in_words(*lag, t);
  if (field.type == FieldType::rule)
    if (const auto rule = DateRule::parse(canonical)) return rule->in_words();
  if (field.type == FieldType::choice) return say_name(choice_label(field, canonical), t);
  if (field.type == FieldType::rung) return rung_name(ladder_of(dossier), canonical, t);
  if (field.type == FieldType::boolean) return canonical == "yes" ? t("yes") : t("no");
  if (field.type == FieldType::text || field.type == FieldType::long_text) return t("“{}”", shortened(without_full_stop(canonical), longest_value));
  return shortened(display_label(field, record, dossier), longest_value);
}

std::string fuzzy_when(const std::string& canonical, const Tongue& t) {
  const auto date = FuzzyDate::parse(canonical);
  return date ? when(*date, t) : t("on {}", canonical);
}

std::string fact_in_words(const FieldChange& change, const Tongue& t) {
  const std::string now = fuzzy_when(change.after, t), then = change.before.empty() ? "" : fuzzy_when(change.before, t);
  if (change.field == "actual_finish") return then.empty() ? t("done {}", now) : t("done {}, not {}", now, then);
  if (change.field == "actual_start") return then.empty() ? t("begun {}", now) : t("begun {}, not {}", now, then);
  return then.empty() ? t("now expected {}", now) : t("now expected {}, before that {}", now, then);
}

std::string promise_word(const std::string& state, const Tongue& t) {
  if (state == "kept") return t("now kept");
  if (state == "slipped") return t("now slipped");
  return state == "broken" ? t("now broken") : t("now open");
}

// Facts and promises read better in their own words than as a changed field.
std::string own_words(Kind kind, const FieldChange& change, const Tongue& t) {
  if (kind == Kind::milestone && !change.after.empty()) {
    if (change.field == "actual_finish" || change.field == "actual_start" || change.field == "expected") return fact_in_words(change, t);
    if (change.field == "state" && change.after == "dropped") return t("dropped from the plan");
  }
  if (kind == Kind::commitment && change.field == "state") return promise_word(change.after, t);
  if (kind == Kind::question && change.field == "answer" && change.before.empty()) return t("answered: {}", t("“{}”", shortened(without_full_stop(change.after), longest_value)));
  if (change.field == "notes") return t("notes edited");
  if (change.field == "restricted") return change.after.empty() ? t("no longer restricted") : t("what is restricted was changed");
  return {};
}

// A field before and after, with what is told around it.
struct Told {
  const Record &old_record, &new_record;
  const Dossier &before, &after;
  const Tongue& t;
};

std::string field_in_words(Kind kind, const FieldChange& change, const Told& told) {
  const Tongue& t = told.t;
  if (const std::string own = own_words(kind, change, t); !own.empty()) return own;
  // What a text is in languages other than the reader's is no news, unless it is lost.
  if (change.field == "translations") return lost_translations(type_of(kind), change, t);
  const Field* field = type_of(kind).field(change.field);
  if (!field) return {};
  const std::string label = lower(t(field->label));
  // Of long words only the new ones matter.
  const bool wordy = field->type == FieldType::text || field->type == FieldType::long_text || change.field == "next_step_owner";
  if (change.before.empty() || (wordy && !change.after.empty())) return fmt::format("{}: {}", label, value_in_words(*field, told.new_record, told.after, t));
  const std::string then = value_in_words(*field, told.old_record, told.before, t);
  if (change.after.empty()) return t("{} cleared, it was {}", label, then);
  const std::string now = value_in_words(*field, told.new_record, told.after, t);
  return t("{} {} instead of {}", label, t.code() != "en" || now.find(',') == now.npos ? now : now + ",", then);
}

std::string entry_in_words(const Entry& entry, const Tongue& t) {
  std::string text = without_full_stop(entry.title);
  if (!entry.place.empty() && text.find(entry.place) == text.npos) text += ", " + entry.place;
  if (entry.date) text += ", " + in_prose(*entry.date, t);
  text = t("Recorded: {} ({})", text, entry.code);
  if (entry.next_announced && !entry.next_announced->is_unknown()) text = t("{}; the next one is announced for {}", text, in_prose(*entry.next_announced, t));
  return t("{}.", text);
}

std::string added_in_words(Kind kind, const Record& record, const Dossier& dossier, const Tongue& t) {
  if (kind == Kind::goal) return t("New goal: {}.", goal_in_words(static_cast<const Goal&>(record), dossier, t));
  if (kind == Kind::link) {
    const auto& link = static_cast<const Link&>(record);
    return t("{} now waits for {}.", name_of(dossier, link.successor), name_of(dossier, link.predecessor));
  }
  if (kind == Kind::entry) return entry_in_words(static_cast<const Entry&>(record), t);
  if (kind == Kind::question) return t("New question: {}", with_full_stop(name_of(kind, record)));
  if (kind == Kind::risk) return t("New risk: {}.", name_of(kind, record));
  if (kind == Kind::commitment) {
    const auto& c = static_cast<const Commitment&>(record);
    if (c.due && !c.due->is_unknown()) return t("New promise: {}, due {}.", name_of(kind, record), in_prose(*c.due, t));
    return t("New promise: {}.", name_of(kind, record));
  }
  return t("{} added: {}.", t(type_of(kind).label), name_of(kind, record));
}

std::string removed_in_words(Kind kind, const Record& record, const Dossier& dossier, const Tongue& t) {
  if (kind == Kind::goal) return t("Goal given up: {}.", goal_in_words(static_cast<const Goal&>(record), dossier, t));
  if (kind == Kind::link) {
    const auto& link = static_cast<const Link&>(record);
    return t("{} no longer waits for {}.", name_of(dossier, link.successor), name_of(dossier, link.predecessor));
  }
  return t("{} removed: {}.", t(type_of(kind).label), name_of(kind, record));
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

std::string several_in_words(Kind kind, const Tongue& t) {
  if (kind == Kind::commitment) return t("promises");  // files and commands keep the older word
  std::string plural(type_of(kind).plural);
  std::replace(plural.begin(), plural.end(), '_', ' ');
  return t(plural);
}

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

std::string change_sentence(const RecordChange& change, const Dossier& before, const Dossier& after, const Tongue& t) {
  const Record* old_record = before.find(change.kind, change.id);
  const Record* new_record = after.find(change.kind, change.id);
  if (change.change == ChangeKind::add) return new_record ? added_in_words(change.kind, *new_record, after, t) : "";
  if (change.change == ChangeKind::remove) return old_record ? removed_in_words(change.kind, *old_record, before, t) : "";
  if (!old_record || !new_record) return {};
  std::vector<std::string> parts;
  for (const FieldChange& f : change.fields) {
    if (is_bookkeeping(f.field)) continue;
    if (std::string words = field_in_words(change.kind, f, {*old_record, *new_record, before, after, t}); !words.empty()) parts.push_back(std::move(words));
  }
  if (parts.empty()) return {};
  return t("{}.", fmt::format("{}: {}", subject_of(change.kind, *new_record, after, t), join(parts, "; ")));
}

}  // namespace accord
