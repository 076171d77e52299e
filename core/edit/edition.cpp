#include "core/edit/edition.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/edit/stand_ins.hpp"
#include "core/model/evidence_index.hpp"

namespace accord {
namespace {

// A record belongs to what these fields name: it goes with it.
constexpr std::array<std::string_view, 4> belonging{"track", "parent", "milestone", "benchmark"};
// A record that is about members of these lists goes when all of them go.
constexpr std::array<std::string_view, 3> subjects{"tracks", "milestones", "benchmarks"};
// What a forecast is computed from.
constexpr std::array inputs{Kind::dossier, Kind::track, Kind::milestone, Kind::link, Kind::mandate, Kind::goal, Kind::calendar, Kind::calendar_exception, Kind::session_calendar, Kind::session, Kind::risk, Kind::comparable_case};

template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

bool is_reference(const Field& f) { return f.type == FieldType::reference; }
bool is_list(const Field& f) { return f.type == FieldType::references; }
bool is_words(const Field& f) { return f.type == FieldType::text || f.type == FieldType::long_text; }

std::vector<RecordId> ids_in(const Field& field, const Record& record) {
  std::vector<RecordId> ids;
  for (const std::string& part : split(field.read(record), ';'))
    if (const auto id = parse_integer(part)) ids.push_back(RecordId{*id});
  return ids;
}

class PublicEdition {
 public:
  explicit PublicEdition(const Dossier& dossier) : dossier_(dossier) {
    for (const RecordType& type : record_types())
      for (const Record* record : dossier.records(type.kind))
        if (restricted_away(type, *record)) drop(type, *record);
    while (drop_dependents()) {}
    for (const RecordType& type : record_types())
      for (const Record* record : dossier.records(type.kind))
        if (!gone(record->id)) note_hidden_fields(type, *record);
  }

  Withheld withheld() const {
    if (inputs_touched_) return Withheld::dates;
    return gone_.empty() && !fields_hidden_ ? Withheld::nothing : Withheld::parts;
  }

  Dossier build() const {
    DossierBuilder builder(dossier_);
    for (const RecordType& type : record_types())
      for (const Record* record : dossier_.records(type.kind)) {
        if (gone(record->id) || tells_dates(type.kind)) builder.erase(type.kind, record->id);
        else builder.put(type.kind, published(type, *record));
      }
    return with_evidence_kept(std::move(builder).build());
  }

 private:
  // What is shown by evidence that may not leave the house has happened all the same: the edition asks for none.
  Dossier with_evidence_kept(const Dossier& edition) const {
    const EvidenceIndex whole(dossier_), left(edition);
    DossierBuilder builder(edition);
    for (const Milestone& m : edition.all<Milestone>()) {
      const Milestone* original = dossier_.find(Id<Milestone>(m.id));
      if (!left.lacks_evidence(m) || !original || whole.lacks_evidence(*original)) continue;
      const auto copy = std::make_shared<Milestone>(m);
      copy->needs_evidence = false;
      builder.put(Kind::milestone, copy);
    }
    return std::move(builder).build();
  }

  bool gone(RecordId id) const { return gone_.count(id) > 0; }

  // What was computed from dates that are withheld tells them, by the gaps between its own: a forecast or a baseline that was
  // kept goes whole.
  bool tells_dates(Kind kind) const { return inputs_touched_ && (kind == Kind::forecast || kind == Kind::baseline); }

  void drop(const RecordType& type, const Record& record) {
    gone_.insert(record.id);
    gone_codes_.insert(lower(record.code));
    if (has(inputs, type.kind)) inputs_touched_ = true;
  }

  // A title that may not be shown has a neutral one in its place; a date or a reference has none.
  static bool has_stand_in(const Field& field) { return field.name == "title"; }

  // The dossier's own record stays in any case, with what may be shown of it.
  static bool restricted_away(const RecordType& type, const Record& record) {
    if (type.kind == Kind::dossier) return false;
    return record.restricted.hides_record() || std::any_of(type.fields.begin(), type.fields.end(), [&](const Field& f) { return f.required && !has_stand_in(f) && record.restricted.hides(f.name); });
  }

  void note_hidden_fields(const RecordType& type, const Record& record) {
    for (const Field& field : type.fields) {
      if (!record.restricted.hides(field.name) || field.read(record).empty()) continue;
      fields_hidden_ = true;
      if (has(inputs, type.kind) && !is_words(field)) inputs_touched_ = true;
    }
  }

  bool drop_dependents() {
    const std::size_t before = gone_.size();
    for (const RecordType& type : record_types())
      for (const Record* record : dossier_.records(type.kind))
        if (!gone(record->id) && loses_its_ground(type, *record)) drop(type, *record);
    return gone_.size() > before;
  }

  bool loses_its_ground(const RecordType& type, const Record& record) const {
    std::size_t lost = 0, left = 0;
    for (const Field& field : type.fields) {
      if (!is_reference(field) && !is_list(field)) continue;
      for (const RecordId id : ids_in(field, record)) {
        if (gone(id) && is_reference(field) && (field.required || has(belonging, field.name))) return true;
        if (is_list(field) && has(subjects, field.name)) ++(gone(id) ? lost : left);
      }
    }
    return lost > 0 && left == 0;
  }

  std::shared_ptr<Record> published(const RecordType& type, const Record& record) const {
    const auto copy = type.copy(record);
    for (const Field& field : type.fields) {
      if (field.name == "code" || field.name == "restricted") continue;
      std::string text = record.restricted.hides(field.name) ? "" : public_text(type, field, record);
      if (text.empty() && field.required) text = stand_in(type, field);
      if (text != field.read(record)) (void)field.write(*copy, text);
    }
    state_that_a_reason_exists(type, *copy);
    copy->restricted = {};
    for (const Field& field : type.fields)
      if (field.restricted_from_start && record.restricted.hides(field.name)) copy->restricted.set_field(std::string(field.name), true);
    return copy;
  }

  // What may not stand without a reason keeps the fact that there is one.
  static void state_that_a_reason_exists(const RecordType& type, Record& copy) {
    for (const auto& [needs, reason] : with_reason) {
      const Field *what = type.field(needs), *why = type.field(reason);
      if (what && why && !what->read(copy).empty() && why->read(copy).empty()) (void)why->write(copy, stand_in(type, *why));
    }
  }

  std::string public_text(const RecordType& type, const Field& field, const Record& record) const {
    const std::string text = field.read(record);
    if (is_reference(field) || is_list(field)) {
      std::vector<std::string> kept;
      for (const RecordId id : ids_in(field, record))
        if (!gone(id)) kept.push_back(std::to_string(id.number));
      return join(kept, ";");
    }
    if (field.name == "translations") return shown_translations(record).text();
    if (field.type == FieldType::calendar || field.type == FieldType::sessions) {
      for (const std::string& code : split(text, '+'))
        if (gone_codes_.count(lower(code))) return {};
      return text;
    }
    if (type.kind == Kind::scenario && field.name == "overrides") return parts_where(text, [this](std::string_view part) { return may_name(part); });
    return text;
  }

  static Translations shown_translations(const Record& record) {
    Translations shown;
    for (const auto& [key, text] : record.translations.texts())
      if (!record.restricted.hides(key.first)) shown.set(key.second, key.first, text);
    return shown;
  }

  template <class Keep>
  static std::string parts_where(const std::string& text, Keep&& keep) {
    std::vector<std::string> kept;
    bool all = true;
    for (const std::string& part : split(text, ';')) {
      if (part.empty()) continue;
      if (keep(part)) kept.push_back(part);
      else all = false;
    }
    return all ? text : join(kept, "; ");
  }

  // "VFA.5.remaining=30ed" of a scenario.
  bool may_name(std::string_view part) const {
    const std::string_view target = part.substr(0, part.find('='));
    const std::size_t dot = target.rfind('.');
    const std::string_view code = trim(target.substr(0, dot));
    if (gone_codes_.count(lower(code)) || gone_codes_.count(lower(trim(target)))) return false;
    const auto named = dossier_.find_code(code);
    return !named || dot == target.npos || !named->record->restricted.hides(lower(trim(target.substr(dot + 1))));
  }

  const Dossier& dossier_;
  std::set<RecordId> gone_;
  std::set<std::string> gone_codes_;  // in lower case
  bool fields_hidden_ = false;
  bool inputs_touched_ = false;  // something that dates are computed from
};

}  // namespace

Withheld withheld_from_public(const Dossier& dossier) { return PublicEdition(dossier).withheld(); }

Dossier public_edition(const Dossier& dossier) { return PublicEdition(dossier).build(); }

}  // namespace accord
