#include "core/edit/change.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/language.hpp"

namespace accord {
namespace {

// The fields in which two records of one kind differ; a missing record reads as absent everywhere.
std::vector<FieldChange> field_changes(const RecordType& type, const Record* before, const Record* after) {
  static const std::string absent;
  // What a new record holds before anybody sets it: recorded too, so that clearing a preset survives a replay.
  const std::shared_ptr<Record> fresh = before && after ? nullptr : type.make();
  std::vector<FieldChange> fields;
  for (const Field& f : type.fields) {
    const std::string old_text = before ? f.read(*before) : absent;
    const std::string new_text = after ? f.read(*after) : absent;
    if (old_text != new_text || (fresh && !f.read(*fresh).empty()))
      fields.push_back({std::string(f.name), old_text, new_text});
  }
  return fields;
}

void diff_record(const RecordType& type, const Record* before, const Record* after, ChangeSet& changes) {
  RecordChange change;
  change.kind = type.kind;
  change.id = before ? before->id : after->id;
  change.change = !before ? ChangeKind::add : !after ? ChangeKind::remove : ChangeKind::update;
  change.fields = field_changes(type, before, after);
  if (change.change != ChangeKind::update || !change.fields.empty()) changes.push_back(std::move(change));
}

template <class T>
void diff_table(const Dossier& before, const Dossier& after, ChangeSet& changes) {
  const auto& a = before.all<T>();
  const auto& b = after.all<T>();
  if (a.shares_with(b)) return;
  const RecordType& type = type_of<T>();
  auto x = a.rows().begin();
  auto y = b.rows().begin();
  while (x != a.rows().end() || y != b.rows().end()) {
    const bool take_x = y == b.rows().end() || (x != a.rows().end() && (*x)->id <= (*y)->id);
    const bool take_y = x == a.rows().end() || (y != b.rows().end() && (*y)->id <= (*x)->id);
    if (!(take_x && take_y && *x == *y)) diff_record(type, take_x ? x->get() : nullptr, take_y ? y->get() : nullptr, changes);
    if (take_x) ++x;
    if (take_y) ++y;
  }
}

template <class... T>
void diff_tables(const Dossier& before, const Dossier& after, ChangeSet& changes, const std::tuple<Table<T>...>*) {
  (diff_table<T>(before, after, changes), ...);
}

// Applies one record change to the builder; problems are collected, and then nothing of the whole set counts.
class Applier {
 public:
  explicit Applier(const Dossier& dossier) : dossier_(dossier), builder_(dossier) {}

  void apply(const RecordChange& change) {
    const RecordType& type = type_of(change.kind);
    const Record* now = dossier_.find(change.kind, change.id);
    if (change.change == ChangeKind::add && now)
      return problem("edit.exists", change, nullptr, say("A record with this number is already there."), "", now->code);
    if (change.change != ChangeKind::add && !now)
      return problem("edit.gone", change, nullptr, say("The record is no longer there; somebody has removed it."), "", "");
    const auto record = now ? type.copy(*now) : type.make();
    record->id = change.id;
    const std::size_t before = problems_.size();
    for (const FieldChange& field : change.fields) write(change, type, now, *record, field);
    if (problems_.size() > before) return;
    if (change.change == ChangeKind::remove) builder_.erase(change.kind, change.id);
    else builder_.put(change.kind, record);
  }

  Result<Dossier> finish() && {
    if (!problems_.empty()) return std::move(problems_);
    return std::move(builder_).build();
  }

 private:
  void write(const RecordChange& change, const RecordType& type, const Record* now, Record& record, const FieldChange& wanted) {
    const Field* field = type.field(wanted.field);
    if (!field) return problem("field.unknown", change, nullptr, say("There is no field {}.", wanted.field), "", wanted.field);
    if (now && field->read(*now) != wanted.before)
      return problem("edit.stale", change, field, say("Somebody has changed this in the meantime."), wanted.before, field->read(*now));
    if (change.change == ChangeKind::remove) return;
    const Outcome outcome = field->write(record, wanted.after);
    for (Diagnostic d : outcome.errors()) {
      d.place.record = now ? now->code : "";
      d.place.field = field->name;
      problems_.push_back(std::move(d));
    }
  }

  void problem(std::string code, const RecordChange& change, const Field* field, std::string message, std::string expected, std::string found) {
    const Record* now = dossier_.find(change.kind, change.id);
    Diagnostic d{.code = std::move(code), .message = std::move(message), .expected = std::move(expected), .found = std::move(found)};
    d.place.record = now ? now->code : fmt::format("{} {}", type_of(change.kind).name, change.id.number);
    if (field) d.place.field = field->name;
    problems_.push_back(std::move(d));
  }

  const Dossier& dossier_;
  DossierBuilder builder_;
  Diagnostics problems_;
};

std::string quoted_or_nothing(const std::string& text) { return text.empty() ? "nothing" : text; }

}  // namespace

ChangeSet diff(const Dossier& before, const Dossier& after) {
  ChangeSet changes;
  diff_tables(before, after, changes, static_cast<const PerKind<Table>*>(nullptr));
  return changes;
}

ChangeSet inverse(const ChangeSet& changes) {
  ChangeSet out(changes.rbegin(), changes.rend());
  for (RecordChange& change : out) {
    if (change.change == ChangeKind::add) change.change = ChangeKind::remove;
    else if (change.change == ChangeKind::remove) change.change = ChangeKind::add;
    for (FieldChange& field : change.fields) std::swap(field.before, field.after);
  }
  return out;
}

Result<Dossier> apply_changes(const Dossier& dossier, const ChangeSet& changes) {
  Applier applier(dossier);
  for (const RecordChange& change : changes) applier.apply(change);
  return std::move(applier).finish();
}

namespace {

struct Shown {
  std::string label, before, after;  // "" = absent
};

// A value as a sentence names it: a choice and the restricted fields by their labels.
std::string shown_value(const RecordType& type, const Field& field, const std::string& canonical, const Dossier& dossier) {
  if (field.name == "restricted") return restricted_in_words(type, canonical);
  if (field.type == FieldType::choice) return lower(choice_label(field, canonical));
  return display_text(field, canonical, dossier);
}

// What became of each translation: "title.ru set to Подписание", "translation removed: notes (Kazakh, Russian)".
std::string translations_in_words(const RecordType& type, const FieldChange& change) {
  const auto before = Translations::parse(change.before), after = Translations::parse(change.after);
  if (!before || !after) return "translations changed";
  std::vector<std::string> parts;
  for (const auto& [key, text] : after->texts())
    if (before->text_of(key.second, key.first) != text) parts.push_back(fmt::format("{}.{} set to {}", key.first, key.second, text));
  if (std::string lost = lost_translations(type, change, Tongue::english()); !lost.empty()) parts.push_back(std::move(lost));
  return join(parts, "; ");
}

// "owner set to HOME", "finished on 2026-11-20": a label that ends in "on" reads on by itself.
std::string field_in_words(const RecordType& type, const FieldChange& change, const Shown& shown) {
  if (change.field == "translations") return translations_in_words(type, change);
  if (change.field == "restricted") {
    if (change.after.empty()) return "no longer restricted";
    return change.after == "*" ? "marked restricted" : fmt::format("only these are restricted: {}", shown.after);
  }
  if (shown.label.ends_with(" on")) {
    if (change.before.empty()) return fmt::format("{} {}", shown.label, shown.after);
    if (change.after.empty()) return fmt::format("no longer {} {}", shown.label, shown.before);
    return fmt::format("{} {}, not {}", shown.label, shown.after, shown.before);
  }
  if (change.before.empty()) return fmt::format("{} set to {}", shown.label, shown.after);
  if (change.after.empty()) return fmt::format("{} cleared (was {})", shown.label, shown.before);
  return fmt::format("{} changed from {} to {}", shown.label, quoted_or_nothing(shown.before), quoted_or_nothing(shown.after));
}

}  // namespace

std::string in_words(const RecordChange& change, const Dossier& before, const Dossier& after) {
  const RecordType& type = type_of(change.kind);
  const Dossier& holder = change.change == ChangeKind::remove ? before : after;
  const Record* record = holder.find(change.kind, change.id);
  const std::string title = record ? title_of(change.kind, *record) : "";
  const std::string name = !record ? fmt::format("{} {}", type.label, change.id.number)
                           : title == record->code ? record->code
                                                   : fmt::format("{} {}", record->code, title);
  if (change.change == ChangeKind::add) return fmt::format("{}: {} added", name, lower(type.label));
  if (change.change == ChangeKind::remove) return fmt::format("{}: {} removed", name, lower(type.label));
  std::vector<std::string> parts;
  for (const FieldChange& f : change.fields) {
    const Field* field = type.field(f.field);
    if (!field) continue;
    parts.push_back(field_in_words(type, f, {lower(field->label), shown_value(type, *field, f.before, before), shown_value(type, *field, f.after, after)}));
  }
  return fmt::format("{}: {}", name, join(parts, "; "));
}

}  // namespace accord
